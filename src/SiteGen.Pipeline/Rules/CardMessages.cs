using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about cards and other pictures that are drawn from an SVG.</summary>
internal static class CardMessages
{
    private const string Cure = "put a font (TTF or OTF) into the site's folder and name it: 'theme: {card_font: fonts/inter.ttf}'";

    /// <summary>No font is named.</summary>
    public static DiagnosticMessage NoFont() =>
        Unusable("there are no cards: no font is named to write them with", $"{Cure}, or write 'system' for the fonts of this machine");

    /// <summary>The file of the font is not there.</summary>
    public static DiagnosticMessage MissingFont(string path) =>
        Unusable($"there are no cards: there is no font '{path}'", "write its path from the site's folder, and mind capital letters");

    /// <summary>The file is no font, or none of a kind that is read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isWebFont">Whether it is a font for browsers (WOFF).</param>
    public static DiagnosticMessage NotAFont(string path, bool isWebFont) => isWebFont
        ? Unusable($"there are no cards: '{path}' is compressed for browsers (WOFF)", "take the same font as a TTF or OTF file")
        : Unusable($"there are no cards: '{path}' is damaged, or no font", "take a font that is a TTF or OTF file");

    /// <summary>The file of the font cannot be opened.</summary>
    public static DiagnosticMessage UnreadableFont(string path, string? refusal) =>
        Unusable($"there are no cards: '{path}' cannot be read: {refusal}", "look at the permissions of the file");

    /// <summary>The program draws with other fonts already.</summary>
    public static DiagnosticMessage FontChanged() => Unusable(
        "there are no cards: since this program was started, the font has changed", "stop it and start it again");

    /// <summary>The machine has no fonts.</summary>
    public static DiagnosticMessage NoMachineFonts() =>
        Unusable("there are no cards: this machine has no fonts that are set up (fontconfig)", Cure);

    /// <summary>A path that leads out of the site.</summary>
    public static DiagnosticMessage NotAFontOfTheSite(string value) => new(
        SiteRules.InvalidOption,
        $"'{value}' cannot be the theme's card_font",
        "write the path of a font from the site's folder, such as fonts/inter.ttf, or 'system' for the fonts of this machine");

    /// <summary>A note that the machine's fonts are used.</summary>
    public static DiagnosticMessage FontsOfMachine() => new(
        SiteRules.MachineFonts,
        "cards are written with the fonts of this machine: another machine makes other files",
        "name a font of the site to get the same cards everywhere");

    /// <summary>What a template or a file holds cannot be drawn.</summary>
    public static DiagnosticMessage Undrawable() => new(
        SiteRules.UndrawableSvg,
        "this SVG cannot be drawn",
        "open it in a browser, which says where its markup is wrong");

    /// <summary>What the template of cards gives for a post cannot be drawn.</summary>
    public static DiagnosticMessage UndrawableCard(string page) => new(
        SiteRules.UndrawableSvg,
        $"what this template gives for '{page}' is no SVG that can be drawn",
        "'sitegen render' shows it; every tag must be closed, and HTML such as a summary does not belong into it");

    private static DiagnosticMessage Unusable(string text, string hint) => new(SiteRules.NoCardFont, text, hint);
}
