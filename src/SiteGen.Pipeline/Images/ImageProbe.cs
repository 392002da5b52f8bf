namespace SiteGen.Pipeline.Images;

/// <summary>What decoding a picture once has shown.</summary>
/// <param name="IsReadable">Whether it can be decoded to its end.</param>
/// <param name="Color">Its average colour; null when parts of it are transparent.</param>
internal sealed record ImageProbe(bool IsReadable, AverageColor? Color)
{
    /// <summary>A picture that cannot be decoded.</summary>
    public static readonly ImageProbe Unreadable = new(false, null);

    /// <summary>As bytes, for the cache.</summary>
    public byte[] ToBytes() => !IsReadable ? [0] : Color is { } color ? [2, color.Red, color.Green, color.Blue] : [1];

    /// <summary>What bytes of the cache say; null when they say nothing.</summary>
    public static ImageProbe? FromBytes(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0] => Unreadable,
        [1] => new ImageProbe(true, null),
        [2, var red, var green, var blue] => new ImageProbe(true, new AverageColor(red, green, blue)),
        _ => null,
    };
}
