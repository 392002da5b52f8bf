namespace SiteGen.Pipeline.Highlighting.Patterns;

/// <summary>A set of bytes. Bytes of characters beyond ASCII count as letters wherever letters are meant.</summary>
internal readonly record struct ByteSet(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>All bytes.</summary>
    public static readonly ByteSet All = new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    /// <summary>ASCII digits.</summary>
    public static readonly ByteSet Digits = Range('0', '9');

    /// <summary>Digits of hexadecimal numbers.</summary>
    public static readonly ByteSet HexDigits = Digits | Range('a', 'f') | Range('A', 'F');

    /// <summary>Letters, the underscore, and all that is not ASCII.</summary>
    public static readonly ByteSet Letters = Range('a', 'z') | Range('A', 'Z') | Range('_', '_') | Range('\x80', '\xff');

    /// <summary>Blanks and ends of lines.</summary>
    public static readonly ByteSet Blanks = Range(' ', ' ') | Range('\t', '\r');

    /// <summary>The end of a line.</summary>
    public static readonly ByteSet NewLine = Range('\n', '\n');

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => (A | B | C | D) == 0;

    /// <summary>Whether a byte is in it.</summary>
    public bool Contains(byte value) => ((value < 128 ? value < 64 ? A : B : value < 192 ? C : D) >> (value & 63) & 1) != 0;

    /// <summary>The bytes from one character to another, both included.</summary>
    public static ByteSet Range(char first, char last)
    {
        var bytes = default(ByteSet);
        for (var value = (int)first; value <= last; value++)
        {
            bytes |= Of((byte)value);
        }

        return bytes;
    }

    /// <summary>A set of one byte.</summary>
    public static ByteSet Of(byte value)
    {
        var bit = 1UL << (value & 63);
        return (value >> 6) switch
        {
            0 => new(bit, 0, 0, 0),
            1 => new(0, bit, 0, 0),
            2 => new(0, 0, bit, 0),
            _ => new(0, 0, 0, bit),
        };
    }

    /// <summary>The same set with each ASCII letter in both cases.</summary>
    public ByteSet InBothCases()
    {
        const ulong LettersOfB = 0x07FFFFFE;
        var upper = (B >> 32) & LettersOfB;
        var lower = (B & LettersOfB) << 32;
        return this with { B = B | upper | lower };
    }

    /// <summary>The union of two sets.</summary>
    public static ByteSet operator |(ByteSet left, ByteSet right) =>
        new(left.A | right.A, left.B | right.B, left.C | right.C, left.D | right.D);

    /// <summary>All bytes that are not in a set.</summary>
    public static ByteSet operator ~(ByteSet bytes) => new(~bytes.A, ~bytes.B, ~bytes.C, ~bytes.D);
}
