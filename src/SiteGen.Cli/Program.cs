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

    /// <summary>Runs a command line.</summary>
    internal static int Run(ConsoleReporter reporter, string[] arguments, CancellationToken interrupted)
    {
        var root = new RootCommand("sitegen turns a folder of Markdown posts into a blog that can be hosted anywhere");
        root.Subcommands.Add(BuildCommand.Create(reporter, interrupted));
        root.Subcommands.Add(ServeCommand.Create(reporter, interrupted));
        root.Subcommands.Add(RenderCommand.Create(reporter));
        var line = root.Parse(arguments is [] ? ["--help"] : arguments);
        if (line.Errors.Count > 0)
        {
            var (problem, hint) = ProblemOf(line, root);
            reporter.Fail(problem, hint);
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

    // The first word is the cause: what follows one that was not understood is not understood either.
    private static (string Problem, string Hint) ProblemOf(ParseResult line, RootCommand root)
    {
        var command = line.CommandResult.Command;
        var help = command == root ? "'sitegen --help' shows what there is" : $"'sitegen {command.Name} --help' shows what there is";
        if (line.UnmatchedTokens is not [var word, ..])
        {
            return (line.Errors[^1].Message.TrimEnd('.'), help);
        }

        if (word.StartsWith('-'))
        {
            var option = Suggestion.For(word, command.Options.Select(option => option.Name));
            return ($"there is no option '{word}'", option is null ? help : $"did you mean '{option}'?");
        }

        if (command == root)
        {
            var near = Suggestion.For(word, root.Subcommands.Select(command => command.Name));
            return ($"there is no command '{word}'", near is null ? help : $"did you mean 'sitegen {near}'?");
        }

        var takesSource = command.Options.Any(option => option.Name == "--source");
        return ($"'{word}' is not understood", takesSource ? $"a folder is named with '-s {word}'" : help);
    }
}
