namespace SiteGen.Text;

/// <summary>A run of bytes in one source: offset and length in UTF-8 bytes.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset of the first byte behind the run.</summary>
    public int End => Start + Length;

    /// <summary>The run between two offsets.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);

    /// <summary>The smallest run that holds both.</summary>
    public TextSpan To(TextSpan other) => Between(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
