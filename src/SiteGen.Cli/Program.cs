using System.CommandLine;
using System.Runtime.InteropServices;

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

    /// <summary>Runs a command line.</summary>
    internal static int Run(ConsoleReporter reporter, string[] arguments, CancellationToken interrupted)
    {
        var root = new RootCommand("sitegen turns a folder of Markdown posts into a blog that can be hosted anywhere");
        root.Subcommands.Add(BuildCommand.Create(reporter, interrupted));
        var line = root.Parse(arguments);
        if (line.Errors.Count > 0)
        {
            foreach (var problem in line.Errors)
            {
                reporter.Fail(problem.Message.TrimEnd('.'), "'sitegen --help' shows what there is");
            }

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
