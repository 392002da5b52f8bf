using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>The summary of a post as HTML, and where its blocks of code are.</summary>
internal readonly record struct SummaryText(ReadOnlyMemory<byte> Html, ImmutableArray<SummaryCode> Code)
{
    /// <summary>The summary that is the beginning of a body, or a text of its own.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="code">The blocks of code of the body; those after the end of the summary are ignored.</param>
    public static SummaryText From(ReadOnlySpan<byte> html, IEnumerable<CodePlaceholder> code)
    {
        var removed = new List<TextSpan>();
        var bytes = SummaryMarkup.From(html, removed);
        var length = html.Length;
        return new SummaryText(bytes, [.. code.Where(block => block.Start + block.Length <= length).Select(Moved)]);

        SummaryCode Moved(CodePlaceholder block)
        {
            var start = Offset(block.Start);
            return new SummaryCode(start, Offset(block.Start + block.Length) - start, block.Written);
        }

        int Offset(int at) => at - removed.Where(span => span.End <= at).Sum(span => span.Length);
    }
}

/// <summary>A block of code in a summary.</summary>
/// <param name="Start">The offset of its element.</param>
/// <param name="Length">The length of its element.</param>
/// <param name="Written">The text after the opening fence.</param>
internal readonly record struct SummaryCode(int Start, int Length, string Written);
