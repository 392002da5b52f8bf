using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about the options of the theme.</summary>
internal static class ThemeMessages
{
    /// <summary>A text colour that is hard to read on its background.</summary>
    /// <param name="option">The option of the text colour.</param>
    /// <param name="colour">Its value.</param>
    /// <param name="background">The background colour.</param>
    /// <param name="contrast">Their contrast ratio.</param>
    /// <param name="least">The ratio required.</param>
    /// <param name="isDark">Whether the colours are those of the dark mode.</param>
    public static DiagnosticMessage LowContrast(
        string option, string colour, string background, double contrast, double least, bool isDark)
    {
        var ratio = FormattableString.Invariant($"its contrast is {contrast:0.0}, and text needs {least:0.0}");
        return new(
            SiteRules.LowContrast,
            $"the theme's {option} {colour} is hard to read on {background}: {ratio}",
            isDark ? "take a lighter colour" : "take a darker colour");
    }
}
