using System.Text;
using System.Text.RegularExpressions;

namespace SiteGen.Pipeline.Parsing;

/// <summary>The comment by which authors end the summary of a post.</summary>
internal static partial class SummaryMark
{
    /// <summary>The offset of the mark in the HTML of a post; negative when there is none.</summary>
    public static int Find(ReadOnlySpan<byte> html) =>
        // Most texts have no comment: searching for '<!--' first costs a tenth of the regular expression.
        html.IndexOf("<!--"u8) is >= 0 and var comment
        && More().Match(Encoding.Latin1.GetString(html), comment) is { Success: true, Index: var mark } ? mark : -1;

    // 'more' in WordPress, Hexo, Hugo and Zola, and by convention in Jekyll.
    [GeneratedRegex(@"<!--\s*(more|excerpt|break|truncate)\s*-->", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex More();
}
