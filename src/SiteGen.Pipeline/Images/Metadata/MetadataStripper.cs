using System.Collections.Immutable;

namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>Finds what is published of a picture: all that is needed to show it as it is, bit by bit.</summary>
/// <remarks>Never throws, whatever is in a file; never asks for its name.</remarks>
internal static class MetadataStripper
{
    // The part of a file that cannot be parsed in which Exif and XMP are looked for.
    private const int LookedAt = 64 * 1024;

    /// <summary>Whether a file begins like a picture from which metadata is removed: JPEG, PNG or WebP.</summary>
    public static bool IsFor(ReadOnlySpan<byte> start) => start is
        [0xFF, 0xD8, 0xFF, ..]
        or [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..]
        or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..];

    /// <summary>What is published of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="keepsCredit">Whether the names of its author and owner stay in it.</param>
    /// <returns>Its parts, and whether it has metadata that cannot be removed; without parts it is published as it is.</returns>
    public static StrippedPicture Strip(IByteSource file, bool keepsCredit)
    {
        var window = new ByteWindow(file);
        var start = window.From(0, 12);
        if (!IsFor(start))
        {
            return default;
        }

        var length = window.Length;
        var parts = start[0] switch
        {
            0xFF => JpegStripper.Strip(window, keepsCredit),
            0x89 => PngStripper.Strip(window, keepsCredit),
            _ => WebpStripper.Strip(window, keepsCredit),
        };
        return parts is null ? new([], HasMetadata(file)) : new(parts.ToParts(length), false);
    }

    private static bool HasMetadata(IByteSource file)
    {
        ReadOnlySpan<byte> start = new ByteWindow(file).Copy(0, LookedAt);
        return start.IndexOf("Exif\0\0"u8) >= 0 || start.IndexOf("eXIf"u8) >= 0 || start.IndexOf("EXIF"u8) >= 0
            || start.IndexOf("http://ns.adobe.com/xap/"u8) >= 0 || start.IndexOf("<x:xmpmeta"u8) >= 0;
    }
}

/// <summary>What is published of a picture.</summary>
/// <param name="Parts">Its parts, one behind the other; default or empty when it is published as it is.</param>
/// <param name="KeepsMetadata">Whether it seems to have metadata and its structure is not understood.</param>
internal readonly record struct StrippedPicture(ImmutableArray<PublishedPart> Parts, bool KeepsMetadata)
{
    /// <summary>Whether anything is removed.</summary>
    public bool IsChanged => !Parts.IsDefaultOrEmpty;
}
