using System.Text;
using SiteGen.Text;

namespace SiteGen.Templating.Binding;

/// <summary>The text of a template in UTF-16, as the parser needs it, and the byte offset of each unit.</summary>
internal sealed class SourceMap
{
    // The byte offset of each UTF-16 unit; null for ASCII, where both offsets are equal.
    private readonly int[]? _offsets;

    public SourceMap(SourceText source)
    {
        Source = source;
        var bytes = source.Bytes.Span;
        Text = Encoding.UTF8.GetString(bytes);
        _offsets = Ascii.IsValid(bytes) ? null : Offsets(bytes, Text.Length);
    }

    public SourceText Source { get; }

    public string Text { get; }

    /// <summary>The byte offset of a UTF-16 offset; one beyond the text is its end.</summary>
    public int ByteOf(int offset)
    {
        var at = Math.Clamp(offset, 0, Text.Length);
        return _offsets is null ? at : _offsets[at];
    }

    /// <summary>The bytes between two UTF-16 offsets.</summary>
    public TextSpan Span(int start, int end) => TextSpan.Between(ByteOf(start), ByteOf(Math.Max(start, end)));

    // An invalid sequence is one replacement character, as in the decoded text.
    private static int[] Offsets(ReadOnlySpan<byte> bytes, int length)
    {
        var offsets = new int[length + 1];
        var unit = 0;
        for (var at = 0; at < bytes.Length;)
        {
            _ = Rune.DecodeFromUtf8(bytes[at..], out var rune, out var consumed);
            for (var i = 0; i < rune.Utf16SequenceLength; i++)
            {
                offsets[unit++] = at;
            }

            at += consumed;
        }

        offsets[length] = bytes.Length;
        return offsets;
    }
}
