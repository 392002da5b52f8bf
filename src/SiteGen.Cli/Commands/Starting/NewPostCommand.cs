using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Starting;

namespace SiteGen.Cli.Commands.Starting;

/// <summary><c>sitegen new post</c>: the file of a new post.</summary>
internal static class NewPostCommand
{
    private const string Next = "write below the second line of dashes; 'sitegen serve -O' shows it while you do";

    private static Option<string?> Date => new("--date")
    {
        Description = "Its date, with or without a time (default: now)",
        HelpName = "date",
    };

    private static Option<string?> Author => new("--author")
    {
        Description = "Who writes it (default: the author in sitegen.yml, else the name that git knows)",
        HelpName = "name",
    };

    private static Option<string[]> Tag => new("--tag", "-t") { Description = "A tag; may be given several times", HelpName = "tag" };

    private static Option<string?> Section => new("--section")
    {
        Description = "The folder for it in the folder of posts",
        HelpName = "folder",
    };

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var (site, edit) = (new SiteArguments(), new EditOption(reporter, interrupted));
        var title = new WordsArgument("title", "The title of the post");
        var (date, author, tag, section, slug) = (Date, Author, Tag, Section, NewPageCommand.Slug);
        var draft = new Option<bool>("--draft") { Description = "Mark it as a draft, which a build leaves out" };
        var bundle = new Option<bool>("--bundle") { Description = "Make a folder with an index.md, for a post with pictures" };
        var command = new Command("post", "Begin a post") { title.Argument, draft, date, author, tag, section, slug, bundle, edit.Option };
        site.AddFolderTo(command);
        site.AddClockTo(command);
        command.SetAction(line =>
        {
            var (clock, invalidClock) = site.Clock(line);
            var (text, problem) = title.Read(line, "new post");
            if ((clock is null ? invalidClock : problem) is { } refusal)
            {
                return reporter.Refuse(refusal);
            }

            if (new StartingRun(reporter).Load(site, line, clock ?? SiteArguments.SystemClock) is not { } options)
            {
                return ExitCode.Usage;
            }

            return edit.Write(line, () => NewPost.Plan(
                new PostRequest(text)
                {
                    Slug = line.GetValue(slug),
                    Date = line.GetValue(date),
                    Author = line.GetValue(author) ?? UsualAuthor(options),
                    Tags = [.. line.GetValue(tag) ?? []],
                    Section = line.GetValue(section),
                    IsDraft = line.GetValue(draft),
                    IsBundle = line.GetValue(bundle),
                },
                options), options.SourceFolder, site.Verbosity(line) == Verbosity.Quiet ? null : Next);
        });
        return command;
    }

    private static string? UsualAuthor(SiteOptions options) =>
        options.Author.Length > 0 ? options.Author : OtherPrograms.GitUserName(options.SourceFolder);
}
