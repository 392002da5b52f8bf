using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Reports;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;

namespace SiteGen.Cli.Commands;

/// <summary><c>sitegen schedule</c>: what appears and expires, and when.</summary>
internal static class ScheduleCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen schedule", "List posts with a date in the future, and those that will be taken back"),
        new("sitegen schedule --next", "Print when the site has to be built again"),
    ];

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var next = new Option<bool>("--next") { Description = "Only the time of the next change, such as 2026-03-05T12:00:00+01:00" };
        var (site, table) = (new SiteArguments(), new ListingArguments());
        var command = new DocumentedCommand("schedule", "Show what appears and expires, and when", s_examples) { next };
        table.AddTo(command);
        site.AddTo(command);
        command.SetAction(line => table.ProblemOf(line) is { } problem
            ? reporter.Refuse(problem)
            : SiteQuestions.Ask(reporter, site, line, inspector =>
            {
                var schedule = inspector.Schedule();
                if (line.GetValue(next))
                {
                    reporter.Show(schedule.Rows is [[var at, ..], ..] ? $"{at.ForPrograms}\n" : "");
                }
                else if (schedule.Rows.IsEmpty && !table.IsForProgram(line))
                {
                    reporter.Say(CommandMessages.NothingScheduled());
                }
                else
                {
                    table.Write(reporter, line, schedule);
                }

                return ExitCode.Done;
            }, interrupted));
        return command;
    }
}
