using System.Text.RegularExpressions;

namespace SiteGen.Pipeline.Markdown.Shortcodes;

/// <summary>Lets <c>[text]({{ site.baseurl }}/path)</c> be a link, which CommonMark does not allow a blank in.</summary>
internal static partial class LiquidLinks
{
    /// <summary>The text with blanks in such targets that do not end them; its offsets stay as they were.</summary>
    public static string Join(string markdown, TextRanges code)
    {
        if (!markdown.Contains("{{ site.", StringComparison.Ordinal))
        {
            return markdown;
        }

        code.FromStart();
        return Target().Replace(
            markdown, match => code.EndAt(match.Index) > match.Index ? match.Value : match.Value.Replace(' ', '\u00A0'));
    }

    // After '](', '](<' and the ']: ' of a definition.
    [GeneratedRegex(
        @"(?<=\]\(<?|\]:[ \t]{1,9}<?)(\{\{ ?site\.(base)?url ?\}\})+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Target();
}
