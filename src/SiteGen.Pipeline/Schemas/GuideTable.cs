using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.Loading.Embedded;

namespace SiteGen.Pipeline.Schemas;

/// <summary>What a page of the guide says about each key: the tables whose first cell names keys in backquotes.</summary>
internal static partial class GuideTable
{
    /// <summary>Reads a page that is embedded in the program.</summary>
    /// <param name="page">The name of the page: <c>configuration.md</c>.</param>
    /// <returns>The description of each key; of a key inside another <c>dates.url_day</c>, by its own name.</returns>
    public static ILookup<string, string> Read(string page)
    {
        var text = EmbeddedFiles.In("guide").First(file => file.Path == page).Bytes;
        return Encoding.UTF8.GetString(text).Split('\n')
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .SelectMany(row => Key().Matches(row.Groups["keys"].Value), (row, key) => (Key: key.Groups[1].Value, Text: PlainOf(row)))
            .ToLookup(row => row.Key, row => row.Text, StringComparer.Ordinal);
    }

    private static string PlainOf(Match row) => Link().Replace(row.Groups["text"].Value, "$1").Trim();

    [GeneratedRegex(@"^\| (?<keys>`[^|]*`) \| (?<text>[^|]*)\|", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
