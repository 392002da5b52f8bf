using System.Globalization;
using SiteGen.Pipeline.Html;
using SiteGen.Text;

namespace SiteGen.Pipeline.Highlighting;

/// <summary>Writes the elements of lines, where a block has numbers, marks, or lines that wrap.</summary>
internal sealed class LineWriter(CodeFence fence, bool wraps, Utf8Buffer output)
{
    private const int ColumnsOfTab = 4;
    private const int ColumnsOfStep = 2;
    private const int MostSteps = 12;

    // Numbers are as wide as the last one, so that the code is aligned whatever the style sheet does.
    private int _digits;
    private int _line;
    private bool _isOpen;

    /// <summary>Opens the element of a line.</summary>
    /// <param name="code">The code.</param>
    /// <param name="start">Where the line starts in it.</param>
    public void Open(ReadOnlySpan<byte> code, int start)
    {
        _line++;
        _isOpen = true;
        output.Write("<span class=\"line"u8);
        output.Write(fence.Marked.Any(range => range.First <= _line && _line <= range.Last) ? " hl"u8 : default);
        if (wraps && StepsAt(code, start) is > 0 and var steps)
        {
            output.Write(" i"u8);
            output.Write(steps);
        }

        output.Write("\""u8);
        if (fence.FirstNumber is { } first)
        {
            output.Write(" data-n=\""u8);
            _digits = _digits > 0 ? _digits : DigitsOf(first + LinesIn(code) - 1);
            output.Write((first + _line - 1).ToString(CultureInfo.InvariantCulture).PadLeft(_digits));
            output.Write("\""u8);
        }

        output.Write(">"u8);
    }

    /// <summary>Closes the element of the line, unless that has happened.</summary>
    public void Close()
    {
        output.Write(_isOpen ? "</span>"u8 : default);
        _isOpen = false;
    }

    private static int DigitsOf(int number) => number.ToString(CultureInfo.InvariantCulture).Length;

    private static int LinesIn(ReadOnlySpan<byte> code) => code.Count((byte)'\n') + (code.EndsWith("\n"u8) ? 0 : 1);

    // How far the line is indented: what is wrapped goes on a step further.
    private static int StepsAt(ReadOnlySpan<byte> code, int start)
    {
        var columns = 0;
        for (; start < code.Length && code[start] is (byte)' ' or (byte)'\t'; start++)
        {
            columns += code[start] == '\t' ? ColumnsOfTab : 1;
        }

        return int.Min(columns / ColumnsOfStep, MostSteps);
    }
}
