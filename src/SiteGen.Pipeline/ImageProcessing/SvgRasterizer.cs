using NetVips;

namespace SiteGen.Pipeline.ImageProcessing;

/// <summary>What an SVG is drawn on.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height.</param>
/// <param name="Background">The colour below the drawing as 0xRRGGBB; null for none, so that it stays transparent.</param>
internal readonly record struct SvgCanvas(int Width, int Height, int? Background);

/// <summary>Draws SVG files as PNG, with libvips and librsvg.</summary>
/// <remarks>An SVG is drawn without an address of its own, so that files that it refers to are not read.</remarks>
internal static class SvgRasterizer
{
    /// <summary>Changes with every change of this file that gives other bytes.</summary>
    public const int Revision = 1;

    /// <summary>Draws an SVG, as large as it fits, in the middle; null when it cannot be drawn.</summary>
    /// <remarks>What the library says of the reason is not used: it may be that of another thread.</remarks>
    /// <param name="svg">The bytes of the SVG.</param>
    /// <param name="canvas">What it is drawn on.</param>
    public static byte[]? Draw(ReadOnlySpan<byte> svg, SvgCanvas canvas)
    {
        if (svg.IsEmpty)
        {
            return null;
        }

        try
        {
            var clean = Cleaned(svg);
            using var drawn = DrawingThread.Run(() => DrawToMemory(clean, canvas));
            double[] background = canvas.Background is { } color
                ? [(color >> 16) & 0xFF, (color >> 8) & 0xFF, color & 0xFF]
                : [0, 0, 0, 0];
            using var below = canvas.Background is null || !drawn.HasAlpha() ? drawn.Copy() : drawn.Flatten(background: background);
            using var placed = below.Gravity(
                Enums.CompassDirection.Centre, canvas.Width, canvas.Height, extend: Enums.Extend.Background, background: background);
            return placed.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None);
        }
        catch (VipsException)
        {
            return null;
        }
    }

    // A picture is drawn when its pixels are asked for: here, in the thread that draws.
    private static Image DrawToMemory(byte[] svg, SvgCanvas canvas)
    {
        using var drawing = Image.ThumbnailBuffer(svg, canvas.Width, height: canvas.Height, size: Enums.Size.Both);
        return drawing.CopyMemory();
    }

    // Characters that XML does not allow at all (XML 1.0 §2.2) are not worth a failure: a title may have one.
    private static byte[] Cleaned(ReadOnlySpan<byte> svg)
    {
        var clean = svg.ToArray();
        for (var i = 0; i < clean.Length; i++)
        {
            if (clean[i] < ' ' && clean[i] is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                clean[i] = (byte)' ';
            }
            else if (clean[i] == 0xEF && i + 2 < clean.Length && clean[i + 1] == 0xBF && clean[i + 2] >= 0xBE)
            {
                clean.AsSpan(i, 3).Fill((byte)' ');
            }
        }

        return clean;
    }
}
