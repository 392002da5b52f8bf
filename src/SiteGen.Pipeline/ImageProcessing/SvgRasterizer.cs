using System.Text.RegularExpressions;
using NetVips;

namespace SiteGen.Pipeline.ImageProcessing;

/// <summary>What an SVG is drawn on.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height.</param>
/// <param name="Background">The colour below the drawing as 0xRRGGBB; null for none, so that it stays transparent.</param>
internal readonly record struct SvgCanvas(int Width, int Height, int? Background);

/// <summary>Draws SVG files as PNG, with libvips and librsvg.</summary>
/// <remarks>An SVG is drawn without an address of its own, so that files that it refers to are not read.</remarks>
internal static partial class SvgRasterizer
{
    /// <summary>Changes with every change of this file that gives other bytes.</summary>
    public const int Revision = 1;

    /// <summary>Draws an SVG, as large as it fits, in the middle; null when it cannot be drawn, with the reason.</summary>
    /// <param name="svg">The bytes of the SVG.</param>
    /// <param name="canvas">What it is drawn on.</param>
    /// <param name="reason">Why it cannot be drawn; null when the library does not say.</param>
    public static byte[]? Draw(ReadOnlySpan<byte> svg, SvgCanvas canvas, out string? reason)
    {
        reason = svg.IsEmpty ? "it is empty" : null;
        if (svg.IsEmpty)
        {
            return null;
        }

        try
        {
            using var drawn = Image.ThumbnailBuffer(Cleaned(svg), canvas.Width, height: canvas.Height, size: Enums.Size.Both);
            double[] background = canvas.Background is { } color
                ? [(color >> 16) & 0xFF, (color >> 8) & 0xFF, color & 0xFF]
                : [0, 0, 0, 0];
            using var below = canvas.Background is null || !drawn.HasAlpha() ? drawn.Copy() : drawn.Flatten(background: background);
            using var placed = below.Gravity(
                Enums.CompassDirection.Centre, canvas.Width, canvas.Height, extend: Enums.Extend.Background, background: background);
            return placed.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None);
        }
        catch (VipsException exception)
        {
            reason = ReasonIn(exception.Message);
            return null;
        }
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

    // 'unable to call thumbnail_buffer', and below it the line of the loader: 'svgload_buffer: SVG rendering failed'.
    private static string? ReasonIn(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var last = lines is [_, .., var said] ? said : null;
        var text = last?[(last.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..];
        return text is null ? null : NumbersOfParser().Replace(text, "$1");
    }

    [GeneratedRegex(@"Error domain \d+ code \d+ on (line \d+ column \d+) of data", RegexOptions.CultureInvariant)]
    private static partial Regex NumbersOfParser();
}
