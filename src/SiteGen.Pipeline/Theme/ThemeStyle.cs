using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Theme;

/// <summary>The choices of <c>theme:</c> as the end of the theme's style sheet, where they come last and no page needs styles of its own.</summary>
internal static class ThemeStyle
{
    /// <summary>The style sheet that the choices are added to.</summary>
    public const string FileName = "style.css";

    // Text of normal size needs 4.5:1 (WCAG 2.2, 1.4.3).
    private const double LeastContrast = 4.5;

    /// <summary>Whether a file gets the choices of a site.</summary>
    public static bool IsFor(SourceFile file) => file.Kind == SourceKind.Asset && file.RelativePath == FileName;

    /// <summary>The rules; empty where the site chooses nothing.</summary>
    public static string Create(ThemeOptions theme)
    {
        var light = new StringBuilder();
        var dark = new StringBuilder();
        foreach (var (key, value) in theme.Values)
        {
            var isDark = key.EndsWith("_dark", StringComparison.Ordinal);
            var name = isDark ? key[..^"_dark".Length] : key;
            (isDark ? dark : light).Append(CultureInfo.InvariantCulture, $"  --{name.Replace('_', '-')}: {value};\n");
        }

        // One colour is enough to say: on a dark page a lighter one of the same kind can be read.
        if (theme["accent"] is { } accent && theme["accent_dark"] is null)
        {
            dark.Append(CultureInfo.InvariantCulture, $"  --accent: color-mix(in oklab, {accent} 45%, white);\n");
        }

        return (light.Length == 0 ? "" : $"\n:root {{\n{light}}}\n")
            + (dark.Length == 0 ? "" : $"\n@media (prefers-color-scheme: dark) {{\n  :root {{\n{Indented(dark)}  }}\n}}\n");
    }

    /// <summary>What is hard to read among the choices.</summary>
    public static IEnumerable<Diagnostic> Problems(ThemeOptions theme)
    {
        foreach (var (text, paper, standard) in ((string, string, string)[])[("accent", "paper", "#fdfcf9"), ("ink", "paper", "#fdfcf9"), ("accent_dark", "paper_dark", "#15191c"), ("ink_dark", "paper_dark", "#15191c")])
        {
            if (theme[text] is { } colour && Luminance(colour) is { } one && Luminance(theme[paper] ?? standard) is { } other)
            {
                var contrast = (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
                if (contrast < LeastContrast)
                {
                    var message = string.Create(CultureInfo.InvariantCulture, $"the theme's {text} {colour} is hard to read on {theme[paper] ?? standard}: its contrast is {contrast:0.0}, and text needs {LeastContrast:0.0}");
                    yield return Diagnostic.InFile(SiteRules.LowContrast, "sitegen.yml", message, text.EndsWith("_dark", StringComparison.Ordinal) ? "take a lighter colour" : "take a darker colour");
                }
            }
        }
    }

    // WCAG 2.2, "relative luminance"; null for a colour that is not written in hexadecimal.
    private static double? Luminance(string colour)
    {
        var digits = colour.StartsWith('#') ? colour[1..] : "";
        digits = digits.Length is 3 or 4 ? string.Concat(digits.Select(digit => $"{digit}{digit}")) : digits;
        return digits.Length < 6 ? null : (0.2126 * Channel(digits[..2])) + (0.7152 * Channel(digits[2..4])) + (0.0722 * Channel(digits[4..6]));
    }

    private static double Channel(string hex)
    {
        var value = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static string Indented(StringBuilder rules) => string.Concat(rules.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  {line}\n"));
}
