using System.Diagnostics;
using SiteGen.Text;

namespace SiteGen.Pipeline.Images;

/// <summary>What is known of a picture from the start of its file, and what decoding it has shown.</summary>
/// <param name="content">The fingerprint of the file's bytes.</param>
/// <param name="format">Its format, as its bytes say.</param>
/// <param name="size">Its size as it is displayed.</param>
/// <param name="isStill">Whether it has one frame only.</param>
[DebuggerDisplay("{Format} {Size}")]
internal sealed class RasterImage(Fingerprint content, RasterFormat format, ImageSize size, bool isStill)
{
    // Written by any thread, always with the same value.
    private volatile ImageProbe? _probe;

    /// <summary>The fingerprint of the file's bytes.</summary>
    public Fingerprint Content => content;

    /// <summary>Its format, as its bytes say.</summary>
    public RasterFormat Format => format;

    /// <summary>Its size as it is displayed.</summary>
    public ImageSize Size => size;

    /// <summary>Whether it has one frame only.</summary>
    public bool IsStill => isStill;

    /// <summary>How many pixels it has.</summary>
    public long Pixels => (long)size.Width * size.Height;

    /// <summary>What decoding it has shown; null when that was not done yet.</summary>
    public ImageProbe? Probe => _probe;

    /// <summary>Keeps what decoding it has shown.</summary>
    public ImageProbe Keep(ImageProbe probe) => _probe = probe;
}
