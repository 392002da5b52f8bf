using System.Globalization;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Parsing;

/// <summary>What the name and the folders of a post's file say.</summary>
/// <param name="FileName">The name without its ending; of a bundle the folder's name.</param>
/// <param name="Slug">The name without a leading date.</param>
/// <param name="Day">The date it leads with.</param>
/// <param name="Section">The folders between the kind's folder and the post, with <c>/</c>.</param>
/// <param name="IsTopIndex">Whether it is the <c>index</c> file of the kind's own folder.</param>
/// <param name="IsInDrafts">Whether a folder of drafts holds it.</param>
internal sealed partial record SourceName(
    string FileName, string Slug, DateOnly? Day, string Section, bool IsTopIndex, bool IsInDrafts)
{
    /// <summary>A title made from the name: blanks for dashes, a capital first.</summary>
    public string Title
    {
        get
        {
            var words = Slug.Replace('-', ' ').Replace('_', ' ').Trim();
            return words.Length == 0 ? FileName : char.ToUpperInvariant(words[0]) + words[1..];
        }
    }

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

        var match = LeadingDate().Match(name);
        var day = match.Success && DateOnly.TryParseExact(
            $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : (DateOnly?)null;
        var slug = day is null || match.Length == name.Length ? name : name[match.Length..];
        var isInDrafts = file.Path.Split('/')[..^1].Any(folder => folder is "_drafts" or "drafts");
        return new SourceName(name, slug, day, folders, isTopIndex, isInDrafts);
    }

    [GeneratedRegex(@"^(?<y>\d{4})[-_.](?<m>\d{1,2})[-_.](?<d>\d{1,2})([-_. ]+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingDate();
}
