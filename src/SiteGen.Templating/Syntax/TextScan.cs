using System.Text;

namespace SiteGen.Templating.Syntax;

/// <summary>Looks for the edges of code, white space and words in UTF-8 bytes.</summary>
internal static class TextScan
{
    /// <summary>Finds the next <c>{{</c>, or <c>{%{</c> with its number of percent signs; -1 when there is none.</summary>
    public static int FindOpening(ReadOnlySpan<byte> bytes, int from, out int fence)
    {
        fence = 0;
        while (from < bytes.Length && bytes[from..].IndexOf((byte)'{') is var found and >= 0)
        {
            var at = from + found;
            var next = at + 1;
            while (next < bytes.Length && bytes[next] == '%')
            {
                next++;
            }

            if (next < bytes.Length && bytes[next] == '{')
            {
                fence = next - at - 1;
                return at;
            }

            from = at + 1;
        }

        return -1;
    }

    /// <summary>Finds the closing fence of raw text; -1 when there is none.</summary>
    public static int FindFence(ReadOnlySpan<byte> bytes, int from, int fence)
    {
        while (from < bytes.Length && bytes[from..].IndexOf((byte)'}') is var found and >= 0)
        {
            var at = from + found;
            var next = at + 1;
            while (next < bytes.Length && bytes[next] == '%')
            {
                next++;
            }

            if (next - at - 1 == fence && next < bytes.Length && bytes[next] == '}')
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }

    /// <summary>The strip marker at an offset, or 0.</summary>
    public static byte MarkerAt(ReadOnlySpan<byte> bytes, int at) =>
        at < bytes.Length && bytes[at] is (byte)'-' or (byte)'~' ? bytes[at] : (byte)0;

    /// <summary>Where a text starts when the marker of the code before it has taken its white space.</summary>
    public static int SkipAfter(ReadOnlySpan<byte> bytes, int start, int end, byte marker)
    {
        while (start < end && SpaceAt(bytes, start) is var length and > 0)
        {
            var isLine = bytes[start] == '\n';
            start += length;
            if (isLine && marker == '~')
            {
                break;
            }
        }

        return start;
    }

    /// <summary>Where a text ends when the marker of the code behind it has taken its white space.</summary>
    public static int SkipBefore(ReadOnlySpan<byte> bytes, int start, int end, byte marker)
    {
        while (end > start)
        {
            _ = Rune.DecodeLastFromUtf8(bytes[start..end], out var rune, out var length);
            if (!Rune.IsWhiteSpace(rune) || (marker == '~' && rune.Value == '\n'))
            {
                break;
            }

            end -= length;
        }

        return end;
    }

    /// <summary>How many bytes of white space stand between the start of a line and an offset; 0 when there is more.</summary>
    public static int IndentBefore(ReadOnlySpan<byte> bytes, int end)
    {
        var start = SkipBefore(bytes, 0, end, (byte)'~');
        return start == 0 || bytes[start - 1] == '\n' ? end - start : 0;
    }

    /// <summary>The length of the white space character at an offset, or 0.</summary>
    public static int SpaceAt(ReadOnlySpan<byte> bytes, int at)
    {
        if (bytes[at] < 0x80)
        {
            return bytes[at] is (byte)' ' or >= 9 and <= 13 ? 1 : 0;
        }

        _ = Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length);
        return Rune.IsWhiteSpace(rune) ? length : 0;
    }

    /// <summary>The offset behind a name; the same offset when none starts there.</summary>
    public static int WordEnd(ReadOnlySpan<byte> bytes, int start)
    {
        var at = start;
        while (at < bytes.Length)
        {
            var c = bytes[at];
            if (c < 0x80)
            {
                var isDigit = c is >= (byte)'0' and <= (byte)'9';
                if (c != '_' && (uint)((c | 0x20) - 'a') > 'z' - 'a' && (!isDigit || at == start))
                {
                    break;
                }

                at++;
                continue;
            }

            _ = Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length);
            if (!Rune.IsLetter(rune) && !(at > start && Rune.IsLetterOrDigit(rune)))
            {
                break;
            }

            at += length;
        }

        return at;
    }

    /// <summary>The length of the character at an offset.</summary>
    public static int RuneLength(ReadOnlySpan<byte> bytes, int at)
    {
        _ = Rune.DecodeFromUtf8(bytes[at..], out _, out var length);
        return length;
    }

    /// <summary>The offset behind a comment: at its second <c>##</c>, the end of the line, or the end of the code.</summary>
    public static int CommentEnd(ReadOnlySpan<byte> bytes, int start)
    {
        var isLong = bytes[start..].StartsWith("##"u8);
        for (var at = start + (isLong ? 2 : 1); at < bytes.Length; at++)
        {
            var rest = bytes[at..];
            if (isLong && rest.StartsWith("##"u8))
            {
                return at + 2;
            }

            // A strip marker belongs to the braces behind it.
            if (rest.StartsWith("}}"u8) || rest.StartsWith("-}}"u8) || rest.StartsWith("~}}"u8) || (!isLong && rest[0] == '\n'))
            {
                return at;
            }
        }

        return bytes.Length;
    }
}
