using System.Globalization;
using System.Text;

namespace SiteGen.Pipeline.Rendering.Functions;

/// <summary>Breaks a text into lines of a fixed width, for formats that do not: SVG, plain text.</summary>
/// <remarks>
/// Lines end at spaces, after hyphens, and between Chinese and Japanese characters (a part of UAX #14); a longer word is cut. Columns
/// are those of a terminal: wide characters (UAX #11) have two, and marks upon letters none.
/// </remarks>
internal sealed class LineWrapper
{
    private const string Ellipsis = "…";

    // Closing marks and small kana do not begin a line, opening marks do not end one (UAX #14, classes CL, CP, EX, NS, OP).
    private const string NeverFirst =
        "、。，．・：；？！ー）］｝」』】〉》〕" + "ぁぃぅぇぉっゃゅょァィゥェォッャュョ々" + "…‥%,.!?:;)]}”’";
    private const string NeverLast = "（［｛「『【〈《〔([{“‘";

    // Wide characters that are written without spaces, by their first and last code points. Hangul is wide too, and has spaces.
    private static readonly (int First, int Last)[] s_ideographic =
    [
        (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F),
        (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x20000, 0x3FFFD),
    ];

    private static readonly (int First, int Last)[] s_otherWide =
        [(0x1100, 0x115F), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1FAFF)];

    private readonly int _columns;
    private readonly int _mostLines;
    private readonly List<string> _lines = [];
    private readonly StringBuilder _line = new();
    private int _width;

    private LineWrapper(int columns, int mostLines) => (_columns, _mostLines) = (columns, mostLines);

    private bool IsFull => _lines.Count > _mostLines;

    /// <summary>The lines; the last one ends with an ellipsis when there would be more.</summary>
    /// <param name="text">The text; its own line ends are spaces.</param>
    /// <param name="columns">How many columns a line may have.</param>
    /// <param name="mostLines">How many lines there may be.</param>
    public static IReadOnlyList<string> Wrap(string text, int columns, int mostLines)
    {
        var wrapper = new LineWrapper(columns, mostLines);
        wrapper.AddAll(text);
        return wrapper._lines;
    }

    private void AddAll(string text)
    {
        var unit = new List<string>();
        var (isSpaceBefore, isWithinWord, last) = (false, false, "");
        for (var at = 0; at < text.Length && !IsFull;)
        {
            var element = text.Substring(at, StringInfo.GetNextTextElementLength(text, at));
            at += element.Length;
            var isSpace = IsSpace(element);
            var isBreak = isSpace || MayBreak(last, element);
            // A word of more columns than a line is cut anyway, so that it need not be known to its end.
            if (isBreak || unit.Count > _columns)
            {
                AddUnit(unit, isSpaceBefore, isWithinWord);
                isSpaceBefore = isSpace || (isSpaceBefore && unit.Count == 0);
                isWithinWord = !isBreak;
                unit.Clear();
            }

            if (!isSpace)
            {
                unit.Add(element);
            }

            last = element;
        }

        AddUnit(unit, isSpaceBefore, isWithinWord);
        EndLine();
        if (IsFull)
        {
            _lines.RemoveRange(_mostLines, _lines.Count - _mostLines);
            _lines[^1] = Shortened(_lines[^1]);
        }
    }

    private void AddUnit(List<string> unit, bool isSpaceBefore, bool isWithinWord)
    {
        if (unit.Count == 0)
        {
            return;
        }

        var (width, space) = (unit.Sum(WidthOf), isSpaceBefore && _width > 0 ? 1 : 0);
        if (_width + space + width > _columns && _width > 0 && !isWithinWord)
        {
            EndLine();
            space = 0;
        }

        _line.Append(' ', space);
        _width += space;
        foreach (var element in unit)
        {
            if (_width > 0 && _width + WidthOf(element) > _columns)
            {
                EndLine();
            }

            _line.Append(element);
            _width += WidthOf(element);
        }
    }

    private void EndLine()
    {
        if (_line.Length > 0)
        {
            _lines.Add(_line.ToString());
            _line.Clear();
            _width = 0;
        }
    }

    private string Shortened(string line)
    {
        var elements = new List<string>();
        for (var at = 0; at < line.Length; at += elements[^1].Length)
        {
            elements.Add(line.Substring(at, StringInfo.GetNextTextElementLength(line, at)));
        }

        while (elements.Count > 1 && (elements.Sum(WidthOf) >= _columns || IsSpace(elements[^1]) || IsOneOf(NeverFirst, elements[^1])))
        {
            elements.RemoveAt(elements.Count - 1);
        }

        return string.Concat(elements) + Ellipsis;
    }

    private static bool MayBreak(string before, string after)
    {
        if (before.Length == 0 || IsSpace(before) || IsOneOf(NeverFirst, after) || IsOneOf(NeverLast, before))
        {
            return false;
        }

        return IsIn(s_ideographic, before) || IsIn(s_ideographic, after)
            || (before is "-" or "–" or "—" or "/" && char.IsLetterOrDigit(after, 0));
    }

    private static int WidthOf(string element) => IsIn(s_ideographic, element) || IsIn(s_otherWide, element) ? 2 : 1;

    private static bool IsOneOf(string marks, string element) =>
        element.Length == 1 && marks.Contains(element[0], StringComparison.Ordinal);

    // A no-break space holds together what is on both sides.
    private static bool IsSpace(string element) => element is "\r\n" || (element.Length == 1
        && element[0] is not ('\u00A0' or '\u202F') && (char.IsWhiteSpace(element[0]) || char.IsControl(element[0])));

    private static bool IsIn((int First, int Last)[] ranges, string element)
    {
        Rune.DecodeFromUtf16(element, out var first, out _);
        return first.Value >= 0x1100 && Array.Exists(ranges, range => range.First <= first.Value && first.Value <= range.Last);
    }
}
