using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Configuration.Readers;

/// <summary>Reads <c>images</c>: a map, or the word <c>off</c>.</summary>
internal static class ImageOptionsReader
{
    private const int SmallestWidth = 16;
    private const int LargestWidth = 4096;
    private const int MostWidths = 10;

    private static readonly ValueShape s_word = ValueShape.OneOf("on", "off");
    private static readonly ValueShape s_widths = new ValueShape.ListOf(ValueShape.Number, AlsoSingle: true);
    private static readonly ImmutableArray<(string Word, VariantFormat Format)> s_formats =
        [("original", VariantFormat.Original), ("webp", VariantFormat.Webp), ("avif", VariantFormat.Avif)];

    /// <summary>Reads the option.</summary>
    public static ImageOptions Read(OptionReader reader)
    {
        if (reader.Peek("images") is { IsNull: false, Value: not YamlMap })
        {
            return new ImageOptions
            {
                IsOn = reader.Choice("images", true, ("on", true), ("true", true), ("off", false), ("false", false)),
            };
        }

        return reader.Group("images", "an option of images", static images => new ImageOptions
        {
            IsOn = images.Flag("resize", true),
            Widths = Widths(images),
            Formats = Formats(images),
            Quality = Quality(images),
            Sizes = images.Text("sizes", ""),
            KeepsOriginal = images.Flag("keep_original", true),
            Strip = images.Flag("strip", true),
            KeepsCredit = images.Flag("keep_credit", false),
            HasPlaceholders = images.Flag("placeholders", true),
            HasCards = images.Flag("cards", false),
            HasIcons = images.Flag("icons", false),
            IfNoCardFont = images.Peek("cards") is { } cards ? cards.Diagnose(CardMessages.NoFont(), cards.Value) : null,
        }, s_word);
    }

    private static ImmutableArray<int> Widths(OptionReader images)
    {
        if (images.Find("widths", s_widths, "[480, 800, 1360]") is not { IsNull: false } option)
        {
            return ImageOptions.UsualWidths;
        }

        var widths = new SortedSet<int>();
        foreach (var item in option.Value is YamlList list ? list.Items : [option.Value])
        {
            if (item is YamlScalar scalar
                && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var width)
                && width is >= SmallestWidth and <= LargestWidth)
            {
                widths.Add(width);
            }
            else
            {
                option.Report(OptionMessages.NotAWidth(SmallestWidth, LargestWidth), item);
            }
        }

        if (widths.Count > MostWidths)
        {
            option.Report(OptionMessages.TooManyWidths(MostWidths));
        }

        return widths.Count is 0 or > MostWidths ? ImageOptions.UsualWidths : [.. widths];
    }

    private static ImmutableArray<VariantFormat> Formats(OptionReader images)
    {
        string[] words = [.. s_formats.Select(format => format.Word)];
        var shape = new ValueShape.ListOf(ValueShape.OneOf(words), AlsoSingle: true);
        var formats = new List<VariantFormat>();
        if (images.Find("formats", shape, "[webp, original]") is { IsNull: false } option)
        {
            foreach (var item in option.Value is YamlList list ? list.Items : [option.Value])
            {
                var index = Array.IndexOf(words, (item as YamlScalar)?.Value);
                if (index < 0)
                {
                    option.Report(OptionMessages.NotOneOf("formats", words), item);
                }
                else if (!formats.Contains(s_formats[index].Format))
                {
                    formats.Add(s_formats[index].Format);
                }
            }
        }

        return formats.Count == 0 ? ImageOptions.UsualFormats : [.. formats];
    }

    private static int Quality(OptionReader images)
    {
        var quality = images.Number("quality", ImageOptions.UsualQuality);
        if (quality <= 100)
        {
            return quality;
        }

        images.Report(OptionMessages.NotAQuality(), "quality");
        return ImageOptions.UsualQuality;
    }
}
