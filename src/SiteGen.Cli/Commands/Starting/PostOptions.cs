using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Starting;

namespace SiteGen.Cli.Commands.Starting;

/// <summary>What a command line can say about a new post.</summary>
internal sealed class PostOptions
{
    private readonly Option<bool> _draft = new("--draft") { Description = "Mark it as a draft, which a build leaves out" };
    private readonly Option<bool> _bundle = new("--bundle") { Description = "Make a folder with an index.md, for a post with pictures" };
    private readonly Option<string?> _slug = NewPageCommand.Slug;

    private readonly Option<string?> _date = new("--date")
    {
        Description = "Its date, with or without a time (default: now)",
        HelpName = "date",
    };

    private readonly Option<string?> _author = new("--author")
    {
        Description = "Who writes it (default: the author in sitegen.yml, else the name that git knows)",
        HelpName = "name",
    };

    private readonly Option<string[]> _tag = new("--tag", "-t") { Description = "A tag; may be given several times", HelpName = "tag" };

    private readonly Option<string?> _section = new("--section")
    {
        Description = "The folder for it in the folder of posts",
        HelpName = "folder",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_draft, _date, _author, _tag, _section, _slug, _bundle])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What a command line asks for.</summary>
    public PostRequest Read(ParseResult line, string title, SiteOptions options) => new(title)
    {
        Slug = line.GetValue(_slug),
        Date = line.GetValue(_date),
        Author = line.GetValue(_author) ?? UsualAuthor(options),
        Tags = [.. line.GetValue(_tag) ?? []],
        Section = line.GetValue(_section),
        IsDraft = line.GetValue(_draft),
        IsBundle = line.GetValue(_bundle),
    };

    private static string? UsualAuthor(SiteOptions options) =>
        options.Author.Length > 0 ? options.Author : OtherPrograms.GitUserName(options.SourceFolder);
}
