using System.Globalization;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Parsing;

/// <summary>What is read from the path of a post's file.</summary>
/// <param name="FileName">The name without its extension; for a bundle, the name of its folder.</param>
/// <param name="Slug">The name without a leading date.</param>
/// <param name="Day">The date it starts with; null when it has none that can be used.</param>
/// <param name="Section">The path of the folder, relative to the folder of all posts or pages, with <c>/</c>.</param>
/// <param name="IsTopIndex">Whether it is the <c>index</c> file of that top folder.</param>
/// <param name="IsInDrafts">Whether it is in a folder of drafts.</param>
internal sealed partial record SourceName(
    string FileName, string Slug, DateOnly? Day, string Section, bool IsTopIndex, bool IsInDrafts)
{
    /// <summary>A title made from the name: spaces for dashes, the first letter in upper case.</summary>
    public string Title
    {
        get
        {
            var words = Slug.Replace('-', ' ').Replace('_', ' ').Trim();
            return words.Length == 0 ? FileName : char.ToUpperInvariant(words[0]) + words[1..];
        }
    }

    /// <summary>Whether the file is the page for addresses that do not exist: <c>404</c> at the top of the pages.</summary>
    public bool IsNotFoundPage(SourceFile file) => file.Kind == SourceKind.Page && Section.Length == 0 && FileName == "404";

    /// <summary>The date as the name has it; empty when the name starts with none.</summary>
    public string WrittenDay { get; private init; } = "";

    /// <summary>What is wrong with the date.</summary>
    public DayProblem DayProblem { get; private init; }

    /// <summary>Reads a file's name.</summary>
    public static SourceName Parse(SourceFile file)
    {
        var folders = SitePath.FolderOf(file.RelativePath);
        var name = SitePath.NameOf(file.RelativePath);
        name = file.Language is null ? name : SitePath.NameOf(name);
        var isTopIndex = name == "index" && folders.Length == 0;
        if (name == "index" && folders.Length > 0)
        {
            name = folders[(folders.LastIndexOf('/') + 1)..];
            folders = SitePath.FolderOf(folders);
        }

        var parsed = new SourceName(name, name, null, folders, isTopIndex, IsInFolderOfDrafts(file.Path));
        return name is [>= '0' and <= '9', ..] && LeadingDate().Match(name) is { Success: true } date ? parsed.StartingWith(date) : parsed;
    }

    private static bool IsInFolderOfDrafts(string path) =>
        path.StartsWith("drafts/", StringComparison.Ordinal) || path.Contains("/drafts/", StringComparison.Ordinal)
        || path.StartsWith("_drafts/", StringComparison.Ordinal) || path.Contains("/_drafts/", StringComparison.Ordinal);

    // A date of which no day can be made is a part of the name, and so is one that is all of it.
    private SourceName StartingWith(Match date)
    {
        var day = CalendarDay.Nearest(Number(date, "y"), Number(date, "m"), Number(date, "d"), out var problem);
        var isPart = (day is null && problem == DayProblem.NoSuchDay) || date.Length == FileName.Length;
        return this with
        {
            Slug = isPart ? FileName : FileName[date.Length..],
            Day = day,
            WrittenDay = FileName[..(date.Groups["d"].Index + date.Groups["d"].Length)],
            DayProblem = problem,
        };
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>[0-9]{4})[-_.](?<m>[0-9]{1,2})[-_.](?<d>[0-9]{1,2})([-_ ]+|[. ]+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingDate();
}
