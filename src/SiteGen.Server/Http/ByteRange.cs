using System.Globalization;

namespace SiteGen.Server.Http;

/// <summary>A requested range of bytes (RFC 9110 §14).</summary>
/// <param name="Start">The offset of the first byte.</param>
/// <param name="Length">The number of bytes; 0 if the range lies outside the file.</param>
internal readonly record struct ByteRange(long Start, long Length)
{
    /// <summary>Whether any of the range lies in the file.</summary>
    public bool IsSatisfiable => Length > 0;

    /// <summary>Parses a <c>Range</c> header. Null for anything but a single byte range; the whole file is sent then.</summary>
    /// <param name="header">The header.</param>
    /// <param name="size">The size of the file in bytes.</param>
    public static ByteRange? Parse(string header, long size)
    {
        if (!header.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase) || header.Contains(',', StringComparison.Ordinal))
        {
            return null;
        }

        var span = header.AsSpan("bytes=".Length).Trim();
        var dash = span.IndexOf('-');
        if (dash < 0)
        {
            return null;
        }

        var (first, last) = (Number(span[..dash]), Number(span[(dash + 1)..]));
        if (dash == 0)
        {
            return last is { } count ? new ByteRange(Math.Max(0, size - count), Math.Min(count, size)) : null;
        }

        if (first is not { } start || (last is null && dash + 1 < span.Length) || last < start)
        {
            return null;
        }

        return start >= size ? new ByteRange(0, 0) : new ByteRange(start, Math.Min(last ?? long.MaxValue, size - 1) - start + 1);
    }

    private static long? Number(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
