using System.CommandLine;
using System.CommandLine.Parsing;
using SiteGen.Cli.Commands;
using SiteGen.Cli.Commands.Starting;
using SiteGen.Cli.Terminal;

namespace SiteGen.Cli;

/// <summary>The program: runs the command and turns the outcome into messages and an exit code.</summary>
internal static class Program
{
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
        if (line.Errors.Count > 0)
        {
            reporter.Fail(UsageProblem.MessageFor(line, arguments, root));
            return ExitCode.Usage;
        }

        try
        {
            return line.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
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
        var root = new RootCommand("sitegen turns a folder of Markdown posts into a blog that can be hosted anywhere");
        root.Subcommands.Add(InitCommand.Create(reporter));
        root.Subcommands.Add(NewCommand.Create(reporter, interrupted));
        root.Subcommands.Add(BuildCommand.Create(reporter, interrupted));
        root.Subcommands.Add(ServeCommand.Create(reporter, interrupted));
        root.Subcommands.Add(ListCommand.Create(reporter, interrupted));
        root.Subcommands.Add(ExplainCommand.Create(reporter, interrupted));
        root.Subcommands.Add(ScheduleCommand.Create(reporter, interrupted));
        root.Subcommands.Add(ConfigCommand.Create(reporter));
        root.Subcommands.Add(CleanCommand.Create(reporter, interrupted));
        root.Subcommands.Add(RenderCommand.Create(reporter, interrupted));
        foreach (var option in root.Subcommands.SelectMany(OptionsOf).Distinct())
        {
            option.Validators.Add(UsageProblem.RefuseEmpty);
        }

        return root;
    }

    private static IEnumerable<Option> OptionsOf(Command command) => command.Options.Concat(command.Subcommands.SelectMany(OptionsOf));

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
