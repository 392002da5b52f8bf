namespace SiteGen.Pipeline.Images;

/// <summary>How wide and how high an image is shown when nobody says otherwise, in CSS pixels.</summary>
internal readonly record struct ImageSize(int Width, int Height)
{
    private const int Most = 1_000_000;

    /// <summary>The same image lying on its side.</summary>
    public ImageSize Turned => new(Height, Width);

    /// <summary>A size as read from a file; null where it cannot be one.</summary>
    public static ImageSize? Create(long width, long height) =>
        width is > 0 and <= Most && height is > 0 and <= Most ? new ImageSize((int)width, (int)height) : null;
}
