using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace SiteGen.Text;

/// <summary>The line starts of one source; maps byte offsets to line and column.</summary>
[DebuggerDisplay("{Count} lines")]
public sealed class LineMap
{
    private readonly ImmutableArray<int> _starts;
    private readonly ReadOnlyMemory<byte> _bytes;

    private LineMap(ReadOnlyMemory<byte> bytes, ImmutableArray<int> starts)
    {
        _bytes = bytes;
        _starts = starts;
    }

    /// <summary>The number of lines; an empty source has one.</summary>
    public int Count => _starts.Length;

    /// <summary>Finds the line starts. A line ends at LF, CRLF or a lone CR.</summary>
    public static LineMap Create(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        var starts = ImmutableArray.CreateBuilder<int>(1 + span.Count((byte)'\n') + span.Count((byte)'\r'));
        starts.Add(0);
        for (var at = 0; span[at..].IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var found;)
        {
            at += found + 1;
            at += span[at - 1] == '\r' && at < span.Length && span[at] == '\n' ? 1 : 0;
            starts.Add(at);
        }

        return new LineMap(bytes, starts.DrainToImmutable());
    }

    /// <summary>The position of a byte offset; an offset past the end is the end.</summary>
    public LinePosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, _bytes.Length);
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new LinePosition(line + 1, Encoding.UTF8.GetCharCount(_bytes.Span[_starts[line]..offset]) + 1);
    }

    /// <summary>The text of a line, counted from 1, without its line break; empty if there is no such line.</summary>
    public string LineText(int line)
    {
        if (line < 1 || line > Count)
        {
            return "";
        }

        var end = line == Count ? _bytes.Length : _starts[line];
        return Encoding.UTF8.GetString(_bytes.Span[_starts[line - 1]..end].TrimEnd("\r\n"u8));
    }

    /// <summary>The byte offset at which a line, counted from 1, starts.</summary>
    public int StartOf(int line) => _starts[Math.Clamp(line, 1, Count) - 1];

    /// <summary>The byte offset of a position; a column past the end of the line is its end.</summary>
    public int OffsetOf(LinePosition position)
    {
        var line = LineText(position.Line);
        var before = line.AsSpan(0, Math.Clamp(position.Column - 1, 0, line.Length));
        return StartOf(position.Line) + Encoding.UTF8.GetByteCount(before);
    }
}
