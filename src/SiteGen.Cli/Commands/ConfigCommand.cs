using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Reports;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Inspection;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Schemas;
using SiteGen.Text;

namespace SiteGen.Cli.Commands;

/// <summary><c>sitegen config</c>: every option with its value and its origin; <c>config schema</c>: what there can be.</summary>
internal static class ConfigCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen config", "List every option"),
        new("sitegen config --set", "List the options that are set somewhere"),
        new("sitegen config -e staging", "List them as they are for a build with '-e staging'"),
    ];

    private static readonly ImmutableArray<CommandExample> s_schemaExamples =
    [
        new("sitegen config schema > .sitegen.schema.json", "Write the schema of sitegen.yml into a file"),
        new("sitegen config schema front-matter", "Print that of the front matter of posts"),
    ];

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter)
    {
        var set = new Option<bool>("--set") { Description = "Only options that are set somewhere" };
        var (site, table) = (new SiteArguments(), new ListingArguments());
        var command = new DocumentedCommand("config", "Show every option, its value and where that comes from", s_examples) { set };
        table.AddTo(command);
        site.AddSourcesTo(command);
        command.Subcommands.Add(Schema(reporter));
        command.SetAction(line =>
        {
            var (clock, invalidClock) = site.Clock(line);
            return clock is null ? reporter.Refuse(invalidClock)
                : table.ProblemOf(line) is { } problem ? reporter.Refuse(problem)
                : Run(reporter, site.Sources(line), clock, options =>
                    table.Write(reporter, line, ToListing(options.Where(option => !line.GetValue(set) || !option.IsDefault))));
        });
        return command;
    }

    private static int Run(
        ConsoleReporter reporter, OptionSources sources, TimeProvider clock, Action<IEnumerable<ResolvedOption>> write)
    {
        var loaded = SiteFile.Load(sources, clock);
        write(SiteFile.List(sources));
        reporter.Report(loaded.Diagnostics, Verbosity.Normal);
        return loaded.Diagnostics.Any(problem => problem.IsError) ? ExitCode.Usage : ExitCode.Done;
    }

    private static Listing ToListing(IEnumerable<ResolvedOption> options) => Listing.From(
        ["option", "origin", "value"],
        options.Select(option => (ImmutableArray<Cell>)
        [
            option.Key, option.Location, option.Value,
        ]));

    private static DocumentedCommand Schema(ConsoleReporter reporter)
    {
        var names = SiteSchema.All.Select(schema => schema.Name).ToArray();
        var what = new Argument<string>("file")
        {
            Description = $"What it describes: {string.Join(", ", names)} (default: {names[0]})",
            Arity = ArgumentArity.ZeroOrOne,
        };
        what.Validators.Add(UsageProblem.RefuseEmpty);
        what.CompletionSources.Add(names);
        var command = new DocumentedCommand(
            "schema", "Print a JSON Schema, by which editors complete keys and mark mistakes", s_schemaExamples) { what };
        command.SetAction(line =>
        {
            var name = line.GetValue(what) ?? names[0];
            if (SiteSchema.All.FirstOrDefault(schema => schema.Name == name) is not { } schema)
            {
                return reporter.Refuse(CommandMessages.UnknownSchema(name, Suggestion.For(name, names), names));
            }

            reporter.Write(schema.ToUtf8());
            return ExitCode.Done;
        });
        return command;
    }
}
