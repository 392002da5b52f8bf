using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Theme;

/// <summary>The colours of code are readable on the page's, on marked lines too (WCAG 2.2, 1.4.3).</summary>
public sealed partial class CodeColourTests
{
    private const double LeastContrast = 4.5;

    // How much of the accent is in the background of a marked line.
    private const double Marked = 0.12;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Every_colour_of_code_is_readable(int scheme)
    {
        var style = Repository.Read("templates/assets/style.css");
        var colours = Variable().Matches(style)
            .GroupBy(match => match.Groups["name"].Value)
            .ToDictionary(values => values.Key, values => values.ElementAt(int.Min(scheme, values.Count() - 1)).Groups["value"].Value)
            .ToDictionary(colour => colour.Key, colour => ValueOf(colour.Value));
        var (shade, accent) = (colours["shade"], colours["accent"]);
        var marked = shade.Zip(accent, (under, over) => (over * Marked) + (under * (1 - Marked))).ToArray();
        var names = colours.Keys.Where(name => name.StartsWith("code-", StringComparison.Ordinal)).ToArray();
        Assert.Equal(6, names.Length);
        Assert.All(names, name => Assert.True(Contrast(colours[name], shade) >= LeastContrast, name));
        Assert.All(names, name => Assert.True(Contrast(colours[name], marked) >= LeastContrast, name));
    }

    private static double[] ValueOf(string hex) =>
        [.. Convert.FromHexString(hex.AsSpan(1)).Select(channel => (double)channel)];

    private static double Contrast(double[] one, double[] other)
    {
        var (light, dark) = (double.Max(Luminance(one), Luminance(other)), double.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(double[] colour)
    {
        var channels = colour.Select(value => value / 255)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [GeneratedRegex("--(?<name>[a-z-]+): (?<value>#[0-9a-f]{6});")]
    private static partial Regex Variable();
}
