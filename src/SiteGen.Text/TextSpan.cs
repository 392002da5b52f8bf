namespace SiteGen.Text;

/// <summary>A range of one source: offset and length in UTF-8 bytes.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The exclusive end offset.</summary>
    public int End => Start + Length;

    /// <summary>The span between two offsets; the end is exclusive.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);

    /// <summary>The smallest span that contains both.</summary>
    public TextSpan To(TextSpan other) => Between(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
