using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Text;

namespace SiteGen.Pipeline.Urls;

/// <summary>The values that a permalink can contain.</summary>
/// <param name="Day">The day of the post's date.</param>
/// <param name="Slug">The slug, set or from the file name.</param>
/// <param name="FileName">The file name without its extension.</param>
/// <param name="Section">The folders between the posts folder and the file.</param>
/// <param name="Categories">The categories, as written.</param>
internal sealed record PermalinkParts(
    DateOnly? Day, string Slug, string FileName, string Section, ImmutableArray<string> Categories);

/// <summary>Patterns of URLs: <c>/:year/:month/:slug/</c>, or a style by name.</summary>
internal static partial class PermalinkPattern
{
    private static readonly Dictionary<string, string> s_styles = new(StringComparer.Ordinal)
    {
        // Jekyll's names (its documentation, "Permalinks"), :title being the file name without its date.
        ["pretty"] = "/:categories/:year/:month/:day/:title/",
        ["date"] = "/:categories/:year/:month/:day/:title.html",
        ["none"] = "/:section/:slug/",
    };

    // Nearly every slug has one of these, and then it need not be made to see that it is not empty.
    private static readonly SearchValues<char> s_lettersAndDigits =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>The placeholders that a pattern may have.</summary>
    public static ImmutableArray<string> Parts { get; } =
        [":year", ":month", ":day", ":i_month", ":i_day", ":slug", ":title", ":filename", ":categories", ":section"];

    /// <summary>What is wrong with a pattern; null when it is valid.</summary>
    public static string? Problem(string pattern)
    {
        if (s_styles.ContainsKey(pattern))
        {
            return null;
        }

        if (!pattern.StartsWith('/'))
        {
            return "a pattern starts with '/'";
        }

        foreach (var part in Part().EnumerateMatches(pattern))
        {
            var name = pattern.Substring(part.Index, part.Length);
            if (!Parts.Contains(name))
            {
                return $"there is no part '{name}'{(Suggestion.For(name, Parts) is { } near ? $"; did you mean '{near}'?" : "")}";
            }
        }

        return pattern.Split('/').Contains("..") ? "'..' leads out of the site" : null;
    }

    /// <summary>The URL path of a post, starting with <c>/</c>; without a date its parts are omitted.</summary>
    public static string Expand(string pattern, PermalinkParts parts)
    {
        var path = new StringBuilder();
        foreach (var segment in s_styles.GetValueOrDefault(pattern, pattern).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var expanded = Part().Replace(segment, match => Text(match.Value, parts));
            if (expanded.Length > 0)
            {
                path.Append('/').Append(expanded);
            }
        }

        if (path.Length == 0)
        {
            return "/";
        }

        var isFolder = pattern.EndsWith('/') || (s_styles.TryGetValue(pattern, out var style) && style.EndsWith('/'));
        return isFolder ? path.Append('/').ToString() : path.ToString();
    }

    /// <summary>Whether a part that names the post would be empty: its slug has no letter or digit.</summary>
    public static bool LacksName(string pattern, PermalinkParts parts)
    {
        if (parts.Slug.AsSpan().ContainsAny(s_lettersAndDigits))
        {
            return false;
        }

        var written = s_styles.GetValueOrDefault(pattern, pattern);
        return (written.Contains(":slug", StringComparison.Ordinal) && Slug.Create(parts.Slug).Length == 0)
            || (written.Contains(":title", StringComparison.Ordinal) && Slug.OfTitle(parts.Slug).Length == 0);
    }

    private static string Text(string part, PermalinkParts parts) => part switch
    {
        ":year" => parts.Day?.ToString("yyyy", CultureInfo.InvariantCulture) ?? "",
        ":month" => parts.Day?.ToString("MM", CultureInfo.InvariantCulture) ?? "",
        ":day" => parts.Day?.ToString("dd", CultureInfo.InvariantCulture) ?? "",
        ":i_month" => parts.Day?.Month.ToString(CultureInfo.InvariantCulture) ?? "",
        ":i_day" => parts.Day?.Day.ToString(CultureInfo.InvariantCulture) ?? "",
        ":slug" => Slug.Create(parts.Slug),
        ":title" => Slug.OfTitle(parts.Slug),
        ":filename" => parts.FileName,
        ":categories" => string.Join('/', parts.Categories.Select(Slug.Create).Where(slug => slug.Length > 0)),
        ":section" => parts.Section,
        _ => part,
    };

    [GeneratedRegex(":[A-Za-z_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
