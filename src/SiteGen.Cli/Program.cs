using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using SiteGen.Cli.Commands;
using SiteGen.Cli.Commands.Starting;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;

namespace SiteGen.Cli;

/// <summary>The program: runs the command and turns the outcome into messages and an exit code.</summary>
internal static class Program
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen init blog", "Start a new blog in the folder 'blog'"),
        new("sitegen serve", "Show the blog in this folder in a browser while you write"),
        new("sitegen build", "Build it into the folder _site"),
        new("sitegen build -s blog -o public", "Build the blog in 'blog' into 'public'"),
    ];

    // In the order of the help.
    private static readonly (string Name, Func<ConsoleReporter, CancellationToken, Command> Create)[] s_commands =
    [
        ("init", static (reporter, _) => InitCommand.Create(reporter)),
        ("new", NewCommand.Create),
        ("build", BuildCommand.Create),
        ("serve", ServeCommand.Create),
        ("list", ListCommand.Create),
        ("explain", ExplainCommand.Create),
        ("schedule", ScheduleCommand.Create),
        ("config", static (reporter, _) => ConfigCommand.Create(reporter)),
        ("clean", CleanCommand.Create),
        ("render", RenderCommand.Create),
    ];

    private static int Main(string[] arguments)
    {
        var reporter = ConsoleReporter.OnConsole();
        using var interruption = new Interruption();
        var exitCode = Run(reporter, arguments, interruption.Token);
        return exitCode == ExitCode.Interrupted ? interruption.ExitCode : exitCode;
    }

    /// <summary>Runs a command line.</summary>
    internal static int Run(ConsoleReporter reporter, string[] arguments, CancellationToken interrupted)
    {
        var line = Parse(reporter, arguments, interrupted, out var root);
        if (line.Errors.Count > 0 && !ShowHelp.IsAskedFor(line))
        {
            reporter.Fail(UsageProblem.MessageFor(line, arguments, root));
            return ExitCode.Usage;
        }

        try
        {
            // Nothing but the reporter writes to the console.
            return line.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = TextWriter.Null,
                Error = TextWriter.Null,
            });
        }
        catch (OperationCanceledException)
        {
            reporter.Fail(CommandMessages.Interrupted());
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (CommandMessages.ForRefusal(exception) is { } message)
        {
            reporter.Fail(message);
            return ExitCode.Environment;
        }
        catch (Exception exception)
        {
            return new CrashReporter(reporter, Path.GetTempPath()).Report(exception, CrashedRunOf(line));
        }
    }

    // Making all commands takes longer than parsing the line, and most lines begin with the name of one.
    private static ParseResult Parse(ConsoleReporter reporter, string[] arguments, CancellationToken interrupted, out RootCommand root)
    {
        // A word that begins with '@' is the name of a file, not of a file with more arguments.
        var configuration = new ParserConfiguration { ResponseFileTokenReplacer = null };
        if (arguments is [var first, ..] && (first == "--version" || Array.Exists(s_commands, command => command.Name == first)))
        {
            root = Commands(reporter, interrupted, only: first);
            var line = root.Parse(arguments, configuration);
            if (line.Errors.Count == 0)
            {
                return line;
            }
        }

        root = Commands(reporter, interrupted);
        return root.Parse(arguments is [] ? ["--help"] : arguments, configuration);
    }

    /// <summary>All commands, or the root with one of them alone.</summary>
    internal static RootCommand Commands(ConsoleReporter reporter, CancellationToken interrupted, string? only = null)
    {
        var root = new DocumentedProgram("sitegen turns a folder of Markdown posts into a blog that can be hosted anywhere", s_examples);
        foreach (var (name, create) in s_commands)
        {
            if (only is null || only == name)
            {
                root.Subcommands.Add(create(reporter, interrupted));
            }
        }

        if (only is null)
        {
            root.Subcommands.Add(CompletionCommand.Create(reporter, root));
            root.Subcommands.Add(HelpCommand.Create(reporter, root));
        }

        SetActions(root, reporter);
        AddValidators(root);
        return root;
    }

    // No option has a use for an empty value. No LINQ, for every start comes by here.
    private static void AddValidators(Command command)
    {
        foreach (var option in command.Options)
        {
            option.Validators.Add(UsageProblem.RefuseEmpty);
        }

        foreach (var subcommand in command.Subcommands)
        {
            AddValidators(subcommand);
        }
    }

    // Of the options that the package gives to the root.
    private static void SetActions(RootCommand root, ConsoleReporter reporter)
    {
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption:
                    (option.Action, option.Description) = (new ShowHelp(reporter), "Show this help");
                    break;
                case VersionOption { Action: SynchronousCommandLineAction ofPackage }:
                    (option.Action, option.Description) = (new ShowVersion(reporter, ofPackage), "Show the version");
                    root.Subcommands.Add(VersionCommand.Create(option.Action));
                    break;
            }
        }
    }

    private static CrashedRun CrashedRunOf(ParseResult line)
    {
        var words = line.Tokens.Where(token => token.Type is TokenType.Command or TokenType.Option).Select(token => token.Value);
        var verbose = line.CommandResult.Command.Options.OfType<Option<bool>>().FirstOrDefault(option => option.Name == "--verbose");
        return new CrashedRun(
            ProgramVersion.Read(),
            string.Join(' ', words.Prepend("sitegen")),
            verbose is not null && line.GetValue(verbose),
            SiteArguments.SystemClock);
    }
}
