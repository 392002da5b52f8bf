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

    private static readonly SearchValues<char> s_inNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");

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
        var written = s_styles.GetValueOrDefault(pattern, pattern);
        var path = new StringBuilder(128);
        foreach (var segment in written.AsSpan().Split('/'))
        {
            var start = path.Length;
            Append(path.Append('/'), written.AsSpan()[segment], parts);
            path.Length = path.Length == start + 1 ? start : path.Length;
        }

        return path.Length == 0 || written.EndsWith('/') ? path.Append('/').ToString() : path.ToString();
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

    private static void Append(StringBuilder path, ReadOnlySpan<char> segment, PermalinkParts parts)
    {
        while (segment.IndexOf(':') is >= 0 and var colon)
        {
            path.Append(segment[..colon]);
            var end = segment[(colon + 1)..].IndexOfAnyExcept(s_inNames);
            var length = end < 0 ? segment.Length - colon : end + 1;
            AppendPart(path, segment.Slice(colon, length), parts);
            segment = segment[(colon + length)..];
        }

        path.Append(segment);
    }

    private static StringBuilder AppendPart(StringBuilder path, ReadOnlySpan<char> part, PermalinkParts parts) => part switch
    {
        ":year" => parts.Day is { } day ? path.Append(CultureInfo.InvariantCulture, $"{day.Year:D4}") : path,
        ":month" => parts.Day is { } day ? path.Append(CultureInfo.InvariantCulture, $"{day.Month:D2}") : path,
        ":day" => parts.Day is { } day ? path.Append(CultureInfo.InvariantCulture, $"{day.Day:D2}") : path,
        ":i_month" => parts.Day is { } day ? path.Append(CultureInfo.InvariantCulture, $"{day.Month}") : path,
        ":i_day" => parts.Day is { } day ? path.Append(CultureInfo.InvariantCulture, $"{day.Day}") : path,
        ":slug" => path.Append(Slug.Create(parts.Slug)),
        ":title" => path.Append(Slug.OfTitle(parts.Slug)),
        ":filename" => path.Append(parts.FileName),
        ":categories" => path.AppendJoin('/', parts.Categories.Select(Slug.Create).Where(slug => slug.Length > 0)),
        ":section" => path.Append(parts.Section),
        _ => path.Append(part),
    };

    [GeneratedRegex(":[A-Za-z_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
