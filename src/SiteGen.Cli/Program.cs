using System.CommandLine;
using System.Runtime.InteropServices;
using SiteGen.Text;

namespace SiteGen.Cli;

/// <summary>The program: finds the command, and turns whatever happens into words and an exit code.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var reporter = ConsoleReporter.OnConsole();
        using var interruption = new CancellationTokenSource();
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            // The second Ctrl-C is the system's: nobody must wait for us.
            context.Cancel = !interruption.IsCancellationRequested;
            interruption.Cancel();
        });
        return Run(reporter, arguments, interruption.Token);
    }

    private static string ProblemOf(ParseResult line, RootCommand root, string[] arguments) =>
        arguments[0] is ['-', ..] || root.Subcommands.Any(command => command.Name == arguments[0])
            ? line.Errors[^1].Message.TrimEnd('.')
            : $"there is no command '{arguments[0]}'";

    private static string HintFor(RootCommand root, string[] arguments)
    {
        var near = Suggestion.For(arguments[0], root.Subcommands.Select(command => command.Name));
        var isKnown = root.Subcommands.Any(command => command.Name == arguments[0]);
        return isKnown ? $"'sitegen {arguments[0]} --help' shows what there is"
            : near is null ? "'sitegen --help' shows what there is"
            : $"did you mean 'sitegen {near}'?";
    }

    /// <summary>Runs a command line.</summary>
    internal static int Run(ConsoleReporter reporter, string[] arguments, CancellationToken interrupted)
    {
        var root = new RootCommand("sitegen turns a folder of Markdown posts into a blog that can be hosted anywhere");
        root.Subcommands.Add(BuildCommand.Create(reporter, interrupted));
        root.Subcommands.Add(RenderCommand.Create(reporter));
        var line = root.Parse(arguments is [] ? ["--help"] : arguments);
        if (line.Errors.Count > 0)
        {
            // The first is the cause: what follows a word that was not understood is not understood either.
            reporter.Fail(ProblemOf(line, root, arguments), HintFor(root, arguments));
            return ExitCode.Usage;
        }

        try
        {
            return line.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            reporter.Fail("interrupted; the output is as it was", null);
            return ExitCode.Interrupted;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            reporter.Fail(problem.Message, "the output is as the last build left it");
            return ExitCode.Environment;
        }
        catch (Exception problem)
        {
            reporter.Fail($"this is a bug in sitegen: {problem.GetType().Name}: {problem.Message}", "the output is as the last build left it; report the bug with what you did before");
            return ExitCode.Bug;
        }
    }
}
