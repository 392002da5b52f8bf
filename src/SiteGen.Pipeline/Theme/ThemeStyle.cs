using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Theme;

/// <summary>The options of <c>theme:</c> as CSS rules, appended to the theme's style sheet so that no page needs inline styles.</summary>
internal static class ThemeStyle
{
    /// <summary>The style sheet that the rules are appended to.</summary>
    public const string FileName = "style.css";

    // Text of normal size needs 4.5:1 (WCAG 2.2, 1.4.3).
    private const double LeastContrast = 4.5;

    // Options of text colours with those of their backgrounds, and the built-in theme's background.
    private static readonly (string Text, string Paper, string Standard)[] s_pairs =
    [
        ("accent", "paper", "#fdfcf9"),
        ("ink", "paper", "#fdfcf9"),
        ("accent_dark", "paper_dark", "#15191c"),
        ("ink_dark", "paper_dark", "#15191c"),
    ];

    /// <summary>Whether the rules are appended to a file.</summary>
    public static bool IsFor(SourceFile file) => file.Kind == SourceKind.Asset && file.RelativePath == FileName;

    /// <summary>The rules; empty when no option is set.</summary>
    public static string Create(ThemeOptions theme)
    {
        var light = new StringBuilder();
        var dark = new StringBuilder();
        foreach (var (key, value) in theme.Values.Where(choice => theme.IsStyle(choice.Key)))
        {
            var isDark = IsDark(key);
            var name = isDark ? key[..^"_dark".Length] : key;
            (isDark ? dark : light).Append(CultureInfo.InvariantCulture, $"  --{name.Replace('_', '-')}: {value};\n");
        }

        // One accent is enough: a lighter shade of it is readable on a dark page.
        if (theme["accent"] is { } accent && theme["accent_dark"] is null)
        {
            dark.Append(CultureInfo.InvariantCulture, $"  --accent: color-mix(in oklab, {accent} 45%, white);\n");
        }

        return (light.Length == 0 ? "" : $"\n:root {{\n{light}}}\n")
            + (dark.Length == 0 ? "" : $"\n@media (prefers-color-scheme: dark) {{\n  :root {{\n{Indented(dark)}  }}\n}}\n");
    }

    /// <summary>Reports text colours with too little contrast.</summary>
    public static IEnumerable<Diagnostic> Problems(ThemeOptions theme)
    {
        foreach (var (text, paper, standard) in s_pairs)
        {
            var background = theme[paper] ?? standard;
            if (theme[text] is { } colour && Contrast(colour, background) is < LeastContrast and var contrast)
            {
                var message = ThemeMessages.LowContrast(text, colour, background, contrast, LeastContrast, IsDark(text));
                yield return Diagnostic.InFile(message, "sitegen.yml");
            }
        }
    }

    private static bool IsDark(string key) => key.EndsWith("_dark", StringComparison.Ordinal);

    // WCAG 2.2, "contrast ratio"; null when a colour is not hexadecimal.
    private static double? Contrast(string colour, string background) =>
        Luminance(colour) is { } one && Luminance(background) is { } other
            ? (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05)
            : null;

    // WCAG 2.2, "relative luminance"; null when the colour is not hexadecimal.
    private static double? Luminance(string colour)
    {
        var digits = colour.StartsWith('#') ? colour[1..] : "";
        digits = digits.Length is 3 or 4 ? string.Concat(digits.Select(digit => $"{digit}{digit}")) : digits;
        return digits.Length < 6
            ? null
            : (0.2126 * Channel(digits[..2])) + (0.7152 * Channel(digits[2..4])) + (0.0722 * Channel(digits[4..6]));
    }

    private static double Channel(string hex)
    {
        var value = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static string Indented(StringBuilder rules)
    {
        var lines = rules.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(lines.Select(line => $"  {line}\n"));
    }
}
