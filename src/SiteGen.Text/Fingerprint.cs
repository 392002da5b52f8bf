using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace SiteGen.Text;

/// <summary>A 128-bit hash of some bytes, the same on every machine (XXH128, seed 0).</summary>
/// <remarks>
/// The probability that any two of n inputs collide is about n² / 2^129: for a million, one in 10^26. Where only half of the
/// bits are kept as an id, it is n² / 2^65: one in 10^7. It is not cryptographic: collisions can be constructed, but authors
/// could only mix up files of their own sites that way.
/// <para>
/// Combine several parts with <c>And</c>, never by concatenating their bytes: "ab" and "c" would equal "a" and "bc".
/// <c>And</c> hashes the fingerprints of the parts, which have a fixed length, with a seed of its own.
/// </para>
/// </remarks>
public readonly record struct Fingerprint(ulong High, ulong Low)
{
    // Two fingerprints combined must differ from the fingerprint of their 32 bytes.
    private const long CombinationSeed = 1;

    /// <summary>The fingerprint of bytes.</summary>
    public static Fingerprint Compute(ReadOnlySpan<byte> bytes) => From(XxHash128.HashToUInt128(bytes));

    /// <summary>The fingerprint of a text's UTF-16 code units.</summary>
    public static Fingerprint Compute(string text) => Compute(text.AsSpan());

    /// <summary>The fingerprint of a text's UTF-16 code units.</summary>
    public static Fingerprint Compute(ReadOnlySpan<char> text)
    {
        if (BitConverter.IsLittleEndian)
        {
            return Compute(MemoryMarshal.AsBytes(text));
        }

        var bytes = new byte[text.Length * 2];
        for (var i = 0; i < text.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 2), text[i]);
        }

        return Compute(bytes);
    }

    /// <summary>The fingerprint of this and another, in this order.</summary>
    public Fingerprint And(Fingerprint other)
    {
        Span<byte> both = stackalloc byte[32];
        WriteTo(both);
        other.WriteTo(both[16..]);
        return From(XxHash128.HashToUInt128(both, CombinationSeed));
    }

    /// <summary>The fingerprint of this and a number.</summary>
    public Fingerprint And(long number)
    {
        // 24 bytes, not 32, so that a number never collides with a fingerprint.
        Span<byte> both = stackalloc byte[24];
        WriteTo(both);
        BinaryPrimitives.WriteInt64LittleEndian(both[16..], number);
        return From(XxHash128.HashToUInt128(both, CombinationSeed));
    }

    /// <summary>The fingerprint of this and a text; null differs from an empty text.</summary>
    public Fingerprint And(string? text) => And(text is null ? default : Compute(text));

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");

    private static Fingerprint From(UInt128 hash) => new((ulong)(hash >> 64), (ulong)hash);

    internal void WriteTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, High);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Low);
    }
}

/// <summary>The fingerprint of bytes that come in pieces; the same as that of all of them at once.</summary>
public sealed class RunningFingerprint
{
    private readonly XxHash128 _hash = new();

    /// <summary>The fingerprint of all bytes so far.</summary>
    public Fingerprint Value
    {
        get
        {
            var hash = _hash.GetCurrentHashAsUInt128();
            return new Fingerprint((ulong)(hash >> 64), (ulong)hash);
        }
    }

    /// <summary>Adds the next bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => _hash.Append(bytes);
}

/// <summary>The sum of the hashes of many things, whatever their order; what was added can be subtracted again.</summary>
/// <remarks>XXH128 of each, added modulo 2^128. Two sums are as unlikely to be equal by chance as two fingerprints.</remarks>
public readonly record struct FingerprintSum
{
    private FingerprintSum(UInt128 value) => Value = value;

    private UInt128 Value { get; }

    /// <summary>The sum as a fingerprint.</summary>
    public Fingerprint Fingerprint => new((ulong)(Value >> 64), (ulong)Value);

    /// <summary>The hash of some bytes and a number, as a sum of one.</summary>
    public static FingerprintSum Of(ReadOnlySpan<byte> bytes, long number) => new(XxHash128.HashToUInt128(bytes, number));

    /// <summary>The hash of a fingerprint and a number, as a sum of one.</summary>
    public static FingerprintSum Of(Fingerprint fingerprint, long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        fingerprint.WriteTo(bytes);
        return Of(bytes, number);
    }

    /// <summary>The sum of all things in both.</summary>
    public static FingerprintSum operator +(FingerprintSum left, FingerprintSum right) => new(unchecked(left.Value + right.Value));

    /// <summary>The sum of what is in the left one only.</summary>
    public static FingerprintSum operator -(FingerprintSum left, FingerprintSum right) => new(unchecked(left.Value - right.Value));
}
