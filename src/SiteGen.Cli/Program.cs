using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using SiteGen.Cli.Commands;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;

namespace SiteGen.Cli;

/// <summary>The program: runs the command and turns the outcome into messages and an exit code.</summary>
internal static class Program
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen serve", "Show the blog in this folder in a browser while you write"),
        new("sitegen build", "Build it into the folder _site"),
        new("sitegen build -s blog -o public", "Build the blog in 'blog' into 'public'"),
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
        var root = Commands(reporter, interrupted);
        // A word that begins with '@' is the name of a file, not of a file with more arguments.
        var line = root.Parse(arguments is [] ? ["--help"] : arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
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

    /// <summary>All commands.</summary>
    internal static RootCommand Commands(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var root = new DocumentedProgram("sitegen turns a folder of Markdown posts into a blog that can be hosted anywhere", s_examples);
        root.Subcommands.Add(BuildCommand.Create(reporter, interrupted));
        root.Subcommands.Add(ServeCommand.Create(reporter, interrupted));
        root.Subcommands.Add(RenderCommand.Create(reporter));
        root.Subcommands.Add(CompletionCommand.Create(reporter, root));
        root.Subcommands.Add(HelpCommand.Create(reporter, root));
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
