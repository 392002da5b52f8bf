using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Pipeline.Writing;

namespace SiteGen.Cli.Commands;

/// <summary><c>sitegen clean</c>: removes what builds have written, and nothing else.</summary>
internal static class CleanCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen clean", "Remove the finished pages and the folder .sitegen; files that you edited stay"),
        new("sitegen clean -n", "Only say what that would remove"),
    ];

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Say what would be removed, and remove nothing" };
        var site = new SiteArguments();
        var command = new DocumentedCommand("clean", "Remove what builds have written", s_examples) { dryRun };
        site.AddSourcesTo(command);
        command.SetAction(line =>
        {
            var sources = site.Sources(line).With("dry_run", line.GetValue(dryRun));
            if (SiteQuestions.LoadOptions(reporter, sources, SiteArguments.SystemClock) is not { } options)
            {
                return ExitCode.Usage;
            }

            var result = OutputCleaner.Clean(options, interrupted);
            foreach (var path in result.Kept)
            {
                reporter.Warn(CommandMessages.KeptFile(path));
            }

            reporter.Say(CommandMessages.Cleaned(result, line.GetValue(dryRun)));
            return ExitCode.Done;
        });
        return command;
    }
}
