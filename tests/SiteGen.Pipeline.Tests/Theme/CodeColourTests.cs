using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Theme;

/// <summary>The colours of code are readable on the page's, on marked lines too (WCAG 2.2, 1.4.3).</summary>
public sealed partial class CodeColourTests
{
    private const double LeastContrast = 4.5;

    // How much of the accent is in the background of a marked line.
    private const double Marked = 0.12;

    // In CIELAB; two colours that most people tell apart can have 2 there.
    private const double LeastDistance = 11;

    // Simulates vision without one of the kinds of cones (Machado, Oliveira and Fernandes 2009, severity 1.0).
    private static readonly double[] s_deuteranopia =
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881];

    private static readonly double[] s_protanopia =
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Every_colour_of_code_is_readable(int scheme)
    {
        var colours = ColoursOf(scheme);
        var (shade, accent) = (colours["shade"], colours["accent"]);
        var marked = shade.Zip(accent, (under, over) => (over * Marked) + (under * (1 - Marked))).ToArray();
        var names = colours.Keys.Where(name => name.StartsWith("code-", StringComparison.Ordinal)).ToArray();
        Assert.Equal(6, names.Length);
        Assert.All(names, name => Assert.True(Contrast(colours[name], shade) >= LeastContrast, name));
        Assert.All(names, name => Assert.True(Contrast(colours[name], marked) >= LeastContrast, name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_colours_of_code_stay_apart_for_those_who_do_not_tell_red_from_green(int scheme)
    {
        var colours = ColoursOf(scheme)
            .Where(colour => colour.Key == "ink" || colour.Key.StartsWith("code-", StringComparison.Ordinal)).ToArray();
        foreach (var seen in new[] { s_deuteranopia, s_protanopia })
        {
            var labs = colours.Select(colour => (colour.Key, Lab: Lab(Seen(seen, colour.Value)))).ToArray();
            Assert.All(
                from one in labs from other in labs where string.CompareOrdinal(one.Key, other.Key) < 0 select (one, other),
                pair => Assert.True(Distance(pair.one.Lab, pair.other.Lab) >= LeastDistance, $"{pair.one.Key} and {pair.other.Key}"));
        }
    }

    private static Dictionary<string, double[]> ColoursOf(int scheme) => Variable().Matches(Repository.Read("templates/assets/style.css"))
        .GroupBy(match => match.Groups["name"].Value)
        .ToDictionary(
            values => values.Key, values => ValueOf(values.ElementAt(int.Min(scheme, values.Count() - 1)).Groups["value"].Value));

    // In linear light.
    private static double[] Seen(double[] matrix, double[] colour)
    {
        var light = colour.Select(Linear).ToArray();
        return [.. matrix.Chunk(3).Select(row => double.Clamp(row.Zip(light, (part, value) => part * value).Sum(), 0, 1))];
    }

    // CIE 1976 from linear sRGB, white D65.
    private static double[] Lab(double[] light)
    {
        var x = Root(((0.4124 * light[0]) + (0.3576 * light[1]) + (0.1805 * light[2])) / 0.95047);
        var y = Root((0.2126 * light[0]) + (0.7152 * light[1]) + (0.0722 * light[2]));
        var z = Root(((0.0193 * light[0]) + (0.1192 * light[1]) + (0.9505 * light[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];

        static double Root(double value) => value > 0.008856 ? Math.Cbrt(value) : (7.787 * value) + (16.0 / 116);
    }

    private static double Distance(double[] one, double[] other) => Math.Sqrt(one.Zip(other, (a, b) => (a - b) * (a - b)).Sum());

    private static double Linear(double channel) =>
        channel / 255 is <= 0.04045 and var dark ? dark / 12.92 : Math.Pow(((channel / 255) + 0.055) / 1.055, 2.4);

    private static double[] ValueOf(string hex) =>
        [.. Convert.FromHexString(hex.AsSpan(1)).Select(channel => (double)channel)];

    private static double Contrast(double[] one, double[] other)
    {
        var (light, dark) = (double.Max(Luminance(one), Luminance(other)), double.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(double[] colour)
    {
        var channels = colour.Select(Linear).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [GeneratedRegex("--(?<name>[a-z-]+): (?<value>#[0-9a-f]{6});")]
    private static partial Regex Variable();
}
