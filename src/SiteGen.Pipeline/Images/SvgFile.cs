using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Html;

namespace SiteGen.Pipeline.Images;

/// <summary>SVG: the size of its outermost element (SVG 2 §8.2 and §8.6).</summary>
internal static class SvgFile
{
    public static ImageSize? SizeOf(ReadOnlySpan<byte> bytes)
    {
        var tags = new HtmlTags(bytes);
        while (tags.MoveNext())
        {
            if (tags.Is("svg"u8) || tags.Is("svg:svg"u8))
            {
                return tags.IsClosing ? null : SizeOf(tags.Attributes);
            }

            if (!tags.Name.IsEmpty)
            {
                return null;
            }
        }

        return null;
    }

    private static ImageSize? SizeOf(HtmlAttributes attributes)
    {
        double? width = null, height = null;
        (double Width, double Height)? box = null;
        while (attributes.MoveNext())
        {
            if (attributes.Name.SequenceEqual("width"u8))
            {
                width = Pixels(attributes.Value);
            }
            else if (attributes.Name.SequenceEqual("height"u8))
            {
                height = Pixels(attributes.Value);
            }
            else if (attributes.Name.SequenceEqual("viewBox"u8))
            {
                box = Box(attributes.Value);
            }
        }

        // If only one is set, the view box gives the aspect ratio.
        return (width, height, box) switch
        {
            ({ } w, { } h, _) => Rounded(w, h),
            ({ } w, null, { } b) => Rounded(w, w * b.Height / b.Width),
            (null, { } h, { } b) => Rounded(h * b.Width / b.Height, h),
            (null, null, { } b) => Rounded(b.Width, b.Height),
            _ => null,
        };
    }

    private static ImageSize? Rounded(double width, double height) => width < 1e9 && height < 1e9
        ? ImageSize.Create((long)Math.Max(1, Math.Round(width)), (long)Math.Max(1, Math.Round(height)))
        : null;

    private static double? Pixels(ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value).Trim();
        return Number(text.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
        && number > 0
            ? number
            : null;

    private static (double Width, double Height)? Box(ReadOnlySpan<byte> value)
    {
        var parts = Encoding.UTF8.GetString(value).Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 4 && Number(parts[2]) is { } width && Number(parts[3]) is { } height ? (width, height) : null;
    }
}
