using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Reports;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Pipeline.Inspection;
using SiteGen.Text;

namespace SiteGen.Cli.Commands;

/// <summary><c>sitegen list</c>: posts, tags, addresses and more, as a table.</summary>
internal static class ListCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen list posts", "List what is published, newest first"),
        new("sitegen list left-out", "List every file that is no part of the site, and why"),
        new("sitegen list urls --csv", "List every address, for a spreadsheet"),
        new("sitegen list tags --json", "List tags for another program"),
    ];

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var names = string.Join(", ", SiteInspector.Lists.Select(list => list.Key));
        var what = new Argument<string>("list") { Description = $"What to list: {names}, or a taxonomy of your own" };
        what.Validators.Add(UsageProblem.RefuseEmpty);
        what.CompletionSources.Add([.. SiteInspector.Lists.Select(list => list.Key)]);
        var (site, table) = (new SiteArguments(), new ListingArguments());
        var command = new DocumentedCommand("list", "List posts, tags, addresses and more", s_examples) { what };
        table.AddTo(command);
        site.AddTo(command);
        command.SetAction(line =>
        {
            var name = line.GetValue(what) ?? "";
            if (table.ProblemOf(line) is { } problem)
            {
                return reporter.Refuse(problem);
            }

            if (name == "rules")
            {
                table.Write(reporter, line, SiteInspector.Rules());
                return ExitCode.Done;
            }

            return SiteQuestions.Ask(reporter, site, line, inspector => Write(reporter, line, table, inspector, name), interrupted);
        });
        return command;
    }

    private static int Write(ConsoleReporter reporter, ParseResult line, ListingArguments table, SiteInspector inspector, string name)
    {
        if (inspector.List(name) is not { } listing)
        {
            string[] names = [.. inspector.Names];
            return reporter.Refuse(CommandMessages.UnknownList(name, Suggestion.For(name, names), names));
        }

        if (listing.Rows.IsEmpty && !table.IsForProgram(line))
        {
            reporter.Say(CommandMessages.NothingToList(name));
            return ExitCode.Done;
        }

        table.Write(reporter, line, listing);
        return ExitCode.Done;
    }
}
