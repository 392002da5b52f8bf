using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Markdown.Code;

/// <summary>Reads the attributes of a code fence, in the syntaxes of several programs.</summary>
/// <remarks>
/// <c>js {1,3-5} title="a.js" showLineNumbers</c> (Docusaurus, "Code blocks"), <c>go {hl_lines=[8,"15-17"], linenos=table,
/// linenostart=199}</c> (Hugo, "Syntax highlighting"), <c>{.haskell .numberLines startFrom="100"}</c> (Pandoc, Extension:
/// fenced_code_attributes), and <c>file=</c> of our own. What is not known is passed over.
/// </remarks>
internal static class FenceReader
{
    private const int MostRanges = 100;
    private const int MostNumber = 1_000_000;

    /// <summary>Reads the line behind a fence.</summary>
    /// <param name="info">Its first word.</param>
    /// <param name="arguments">The rest.</param>
    /// <param name="folder">The folder of the text, from which a file is named.</param>
    public static CodeFence Read(string info, string arguments, string folder)
    {
        var fence = new CodeFence(CodeLanguage.NameIn(info));
        var brace = info.IndexOf('{', StringComparison.Ordinal);
        var rest = brace < 0 ? arguments : $"{info[brace..]} {arguments}";
        foreach (var (name, value) in FenceWords.In(rest))
        {
            fence = With(fence, name, value, folder);
        }

        return fence;
    }

    /// <summary>The block of code of a summary.</summary>
    /// <param name="code">Its location, and the text after its opening fence.</param>
    /// <param name="folder">The folder of the text, from which a file is named.</param>
    public static CodePlaceholder Read(SummaryCode code, string folder)
    {
        var (at, length, written) = code;
        var blank = written.IndexOf(' ', StringComparison.Ordinal);
        return new CodePlaceholder(at, length, Read(written[..blank], written[(blank + 1)..], folder), written);
    }

    private static CodeFence With(CodeFence fence, string name, string? value, string folder) => name switch
    {
        "title" or "filename" or "caption" when value is { Length: > 0 } => fence with { Title = value },
        "hl_lines" or "highlight" or "mark" or FenceWords.Ranges => fence with { Marked = RangesIn(value ?? "") },
        "linenos" when value is "false" or "no" => fence with { FirstNumber = null },
        "linenos" or "numberlines" or "number-lines" or "linenumbers" => fence with { FirstNumber = fence.FirstNumber ?? 1 },
        "showlinenumbers" => fence with { FirstNumber = value is null ? fence.FirstNumber ?? 1 : NumberIn(value) ?? 1 },
        "linenostart" or "startfrom" when value is not null => fence with { FirstNumber = NumberIn(value) ?? fence.FirstNumber },
        "wrap" => fence with { Wraps = value is not "false" },
        "nowrap" => fence with { Wraps = false },
        "plain" or "no-highlight" or "nohighlight" => fence with { IsPlain = true },
        "file" or "src" when value is { Length: > 0 } => fence with { File = FileOf(value, folder) ?? fence.File },
        "lines" when value is not null && fence.File is { } file =>
            fence with { File = file with { Lines = RangesIn(value) is [var range, ..] ? range : null } },
        "marker" or "region" when fence.File is { } file => fence with { File = file with { Marker = value } },
        _ => fence,
    };

    private static CodeFile? FileOf(string path, string folder) =>
        RelativeLink.Parse(System.Text.Encoding.UTF8.GetBytes(path)) is { } link
            ? new CodeFile(new MediaAddress(link.Path, link.TargetFrom(folder)), null, null)
            : null;

    // '3,5-7', '[3,"5-7"]', '3 5-7'.
    private static ImmutableArray<LineRange> RangesIn(string text)
    {
        var ranges = ImmutableArray.CreateBuilder<LineRange>();
        foreach (var part in text.Split([',', ' ', '[', ']', '"', '\''], StringSplitOptions.RemoveEmptyEntries).Take(MostRanges))
        {
            var dash = part.IndexOf('-', StringComparison.Ordinal);
            if (NumberIn(dash < 0 ? part : part[..dash]) is { } first && NumberIn(dash < 0 ? part : part[(dash + 1)..]) is { } last)
            {
                ranges.Add(new LineRange(first, last));
            }
        }

        return ranges.ToImmutable();
    }

    private static int? NumberIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostNumber ? number : null;
}
