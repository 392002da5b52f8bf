using System.Globalization;

namespace SiteGen.Pipeline.Images;

/// <summary>The average colour of a picture (sRGB, 8 bits a channel).</summary>
internal readonly record struct AverageColor(byte Red, byte Green, byte Blue)
{
    // As many as the style sheet has rules for.
    private const int Levels = 8;

    /// <summary>The colour as classes of the style sheet, one for each channel: <c>r5 g4 b2</c>.</summary>
    public string ClassNames => string.Create(CultureInfo.InvariantCulture, $"r{LevelOf(Red)} g{LevelOf(Green)} b{LevelOf(Blue)}");

    /// <summary>As CSS writes it: <c>#7a5c2e</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static int LevelOf(byte value) => value * Levels / 256;
}
