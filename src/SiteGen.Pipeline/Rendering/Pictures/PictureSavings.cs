namespace SiteGen.Pipeline.Rendering.Pictures;

/// <summary>What versions of pictures save.</summary>
/// <param name="Pictures">How many pictures there are versions of.</param>
/// <param name="Bytes">How large those pictures are, in bytes.</param>
/// <param name="LargestBytes">How large the smallest files in their largest width are, which a large screen gets instead.</param>
public sealed record PictureSavings(int Pictures, long Bytes, long LargestBytes);
