using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Pipeline.Starting;

namespace SiteGen.Cli.Commands.Starting;

/// <summary><c>sitegen new page</c>: the file of a new stand-alone page.</summary>
internal static class NewPageCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen new page About", "Make pages/about.md"),
        new("sitegen new page \"Who we are\" --slug us", "Make pages/us.md"),
    ];

    private const string Next = "to show it in the menu, add it under 'menus' in sitegen.yml";

    /// <summary>The name of a file, for a post or a page.</summary>
    public static Option<string?> Slug => new("--slug")
    {
        Description = "The name of its file and in its address (default: made of the title)",
        HelpName = "name",
    };

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var (site, edit, slug) = (new SiteArguments(), new EditOption(reporter, interrupted), Slug);
        var title = new WordsArgument("title", "The title of the page");
        var draft = new Option<bool>("--draft") { Description = "Mark it as a draft, which a build leaves out" };
        var command = new DocumentedCommand("page", "Begin a page that is no post, such as About", s_examples)
        {
            title.Argument, draft, slug, edit.Option,
        };
        site.AddFolderTo(command);
        site.AddClockTo(command);
        command.SetAction(line =>
        {
            var (clock, invalidClock) = site.Clock(line);
            var (text, problem) = title.Read(line);
            if ((clock is null ? invalidClock : problem) is { } refusal)
            {
                return reporter.Refuse(refusal);
            }

            var request = new PostRequest(text) { IsPage = true, Slug = line.GetValue(slug), IsDraft = line.GetValue(draft) };
            return new StartingRun(reporter).Load(site, line, clock ?? SiteArguments.SystemClock) is { } options
                ? edit.Write(
                    line,
                    () => NewPost.Plan(request, options),
                    options.SourceFolder,
                    site.Verbosity(line) == Verbosity.Quiet ? null : Next)
                : ExitCode.Usage;
        });
        return command;
    }
}
