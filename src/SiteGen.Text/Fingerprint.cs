using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SiteGen.Text;

/// <summary>128 bits that stand for some bytes: equal bytes have equal fingerprints, on every machine.</summary>
/// <remarks>
/// Not for secrets: it tells accidental changes apart, as a build needs. Two lanes of multiply-and-fold over
/// 16-byte blocks, each closed with the length, so that a run of zeros is not lost.
/// </remarks>
public readonly record struct Fingerprint(ulong High, ulong Low)
{
    // Odd constants with about as many ones as zeros: the fractions of the square roots of 2, 3, 5 and 7.
    private const ulong K0 = 0x6A09E667F3BCC909;
    private const ulong K1 = 0xBB67AE8584CAA73B;
    private const ulong K2 = 0x3C6EF372FE94F82B;
    private const ulong K3 = 0xA54FF53A5F1D36F1;

    /// <summary>The fingerprint of bytes.</summary>
    public static Fingerprint Of(ReadOnlySpan<byte> bytes)
    {
        var length = (ulong)bytes.Length;
        var (a, b) = (K0 ^ length, K1);
        while (bytes.Length >= 16)
        {
            (a, b) = Mix(a, b, Word(bytes), Word(bytes[8..]));
            bytes = bytes[16..];
        }

        if (bytes.Length > 0)
        {
            Span<byte> rest = stackalloc byte[16];
            rest.Clear();
            bytes.CopyTo(rest);
            (a, b) = Mix(a, b, Word(rest), Word(rest[8..]));
        }

        (a, b) = Mix(a, b, length, K2);
        return new Fingerprint(Fold(a ^ K3, b ^ K0), Fold(b ^ K2, a ^ K1));
    }

    /// <summary>The fingerprint of a text's UTF-16 code units.</summary>
    public static Fingerprint Of(string text) => Of(text.AsSpan());

    /// <summary>The fingerprint of a text's UTF-16 code units.</summary>
    public static Fingerprint Of(ReadOnlySpan<char> text)
    {
        if (BitConverter.IsLittleEndian)
        {
            return Of(MemoryMarshal.AsBytes(text));
        }

        var bytes = new byte[text.Length * 2];
        for (var i = 0; i < text.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 2), text[i]);
        }

        return Of(bytes);
    }

    /// <summary>The fingerprint of two things in this order.</summary>
    public Fingerprint And(Fingerprint other)
    {
        var (a, b) = Mix(High ^ K1, Low ^ K3, other.High, other.Low);
        return new Fingerprint(Fold(a ^ K0, b ^ K2), Fold(b ^ K3, a ^ K1));
    }

    /// <summary>The fingerprint of this and a number.</summary>
    public Fingerprint And(long number) => And(new Fingerprint(unchecked((ulong)number), K2));

    /// <summary>The fingerprint of this and a text; null is unlike an empty text.</summary>
    public Fingerprint And(string? text) => text is null ? And(-1) : And(Of(text));

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");

    private static ulong Word(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    // The running value is added behind the fold: a block that multiplies by zero must not forget what came before.
    private static (ulong A, ulong B) Mix(ulong a, ulong b, ulong x, ulong y) =>
        (Fold(x ^ K2 ^ a, y ^ K3 ^ b) + a, Fold(y ^ K0 ^ a, x ^ K1 ^ ulong.RotateLeft(b, 32)) + b);

    private static ulong Fold(ulong x, ulong y)
    {
        var high = Math.BigMul(x, y, out ulong low);
        return high ^ low;
    }
}
