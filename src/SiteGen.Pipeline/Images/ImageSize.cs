namespace SiteGen.Pipeline.Images;

/// <summary>The intrinsic size of an image, in CSS pixels.</summary>
internal readonly record struct ImageSize(int Width, int Height)
{
    private const int Most = 1_000_000;

    /// <summary>The size after a rotation by 90 degrees.</summary>
    public ImageSize Turned => new(Height, Width);

    /// <summary>A size as read from a file; null when it is out of range.</summary>
    public static ImageSize? Create(long width, long height) =>
        width is > 0 and <= Most && height is > 0 and <= Most ? new ImageSize((int)width, (int)height) : null;
}
