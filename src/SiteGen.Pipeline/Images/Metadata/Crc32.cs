namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>The checksum of a PNG's chunks (W3C PNG, third edition, §5.5 and annex D), for the few bytes that are written.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    /// <summary>The checksum of some bytes.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ Polynomial;
            }
        }

        return ~sum;
    }
}
