using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace SiteGen.Pipeline.Markdown.Tables;

/// <summary>Lets a table start and end where GFM says (GFM 0.29, §4.10 "Tables").</summary>
/// <remarks>
/// Every line below the delimiter row is a row, also without a pipe; lines above the header row are a paragraph; and there is no table
/// when the header row has not as many cells as the delimiter row. The parser of the package wants a pipe in every line.
/// </remarks>
internal sealed partial class GfmTables : IMarkdownExtension
{
    private const int FreeCells = 10_000;

    private static readonly object s_oversized = new();

    /// <summary>The first table of a text with far more cells than the text has characters; it was left a paragraph.</summary>
    public static OversizedMarkup? OversizedIn(MarkdownDocument document) => document.GetData(s_oversized) as OversizedMarkup;

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (pipeline.BlockParsers.FindExact<ParagraphBlockParser>() is { } paragraphs)
        {
            paragraphs.Closed += Complete;
        }
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static void Complete(BlockProcessor processor, Block block)
    {
        if (block is not ParagraphBlock { Lines.Count: > 1 } paragraph || DelimiterRowOf(paragraph) is not { } delimiter)
        {
            return;
        }

        ref var lines = ref paragraph.Lines;
        var columns = CellsIn(lines.Lines[delimiter].Slice.AsSpan());
        var isOversized = IsOversized(columns, lines.Count - delimiter, lines);
        if (isOversized && OversizedIn(processor.Document) is null)
        {
            processor.Document.SetData(s_oversized, new OversizedMarkup(paragraph.Span.Start, columns, lines.Count - delimiter));
        }

        if (isOversized || CellsIn(lines.Lines[delimiter - 1].Slice.AsSpan()) != columns)
        {
            SetLine(ref lines, delimiter, lines.Lines[delimiter].Slice.ToString().Replace("|", "\\|", StringComparison.Ordinal));
            return;
        }

        for (var i = delimiter + 1; i < lines.Count; i++)
        {
            var text = lines.Lines[i].Slice.AsSpan().Trim();
            if (text is not ['|', ..])
            {
                SetLine(ref lines, i, $"| {text} |");
            }
        }

        if (delimiter > 1)
        {
            MoveLinesAbove(paragraph, delimiter - 1);
        }
    }

    // Missing cells are added: a header of 5000 cells above 5000 rows of one would be a table of 25 million.
    private static bool IsOversized(int columns, int rows, in StringLineGroup lines)
    {
        var cells = (long)columns * rows;
        if (cells <= FreeCells)
        {
            return false;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            cells -= lines.Lines[i].Slice.Length;
        }

        return cells > FreeCells;
    }

    private static int? DelimiterRowOf(ParagraphBlock paragraph)
    {
        for (var i = 1; i < paragraph.Lines.Count; i++)
        {
            var text = paragraph.Lines.Lines[i].Slice.AsSpan().TrimStart();
            if (text is ['|' or ':' or '-', ..] && DelimiterRow().IsMatch(text))
            {
                var above = paragraph.Lines.Lines[i - 1].Slice.AsSpan();
                return text.Contains('|') || above.Contains('|') ? i : null;
            }
        }

        return null;
    }

    // Cells between pipes that are not escaped; one at the start and one at the end of the row open and close it.
    private static int CellsIn(ReadOnlySpan<char> row)
    {
        row = row.Trim();
        var pipes = 0;
        for (var i = 0; i < row.Length; i++)
        {
            pipes += row[i] == '|' && (i == 0 || row[i - 1] != '\\') ? 1 : 0;
        }

        pipes -= row is ['|', ..] ? 1 : 0;
        return pipes + (row is [_, .., not '\\', '|'] ? 0 : 1);
    }

    private static void SetLine(ref StringLineGroup lines, int index, string text) => lines.Lines[index].Slice = new StringSlice(text);

    private static void MoveLinesAbove(ParagraphBlock table, int count)
    {
        if (table.Parent is not { } parent)
        {
            return;
        }

        var above = new ParagraphBlock(table.Parser)
        {
            Line = table.Line,
            Column = table.Column,
            Span = table.Span,
            IsOpen = false,
            ProcessInlines = true,
            Lines = new StringLineGroup(count),
        };
        for (var i = 0; i < count; i++)
        {
            above.Lines.Add(table.Lines.Lines[0]);
            table.Lines.RemoveAt(0);
        }

        table.Line += count;
        parent.Insert(parent.IndexOf(table), above);
    }

    [GeneratedRegex(@"^\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex DelimiterRow();
}
