using SiteGen.Templating.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about templates and what they ask for.</summary>
internal static class RenderingMessages
{
    /// <summary>Pages that were not tried.</summary>
    public static DiagnosticMessage PagesGivenUp(int count) => new(
        TemplateRules.LimitReached,
        FormattableString.Invariant($"{count} more pages are not made: their templates ran into a limit on three pages before"),
        "mend the templates that are named with a limit above");

    /// <summary>A note that names the post whose layout a template is.</summary>
    public static string LayoutChosen(string layout) => $"'layout: {layout}' asks for this template";

    public static DiagnosticMessage MissingTemplate(string name, string used) => new(
        SiteRules.MissingTemplate,
        $"there is no template '{name}'; '{used}' is used",
        $"write templates/{name}, or leave 'layout' out");

    public static DiagnosticMessage MissingAsset(string name, string? near) => new(
        SiteRules.MissingAsset,
        $"there is no file '{name}' among the theme's assets",
        near is null ? "put it into templates/assets/" : DidYouMean(near));

    public static DiagnosticMessage MetadataKept() => new(
        SiteRules.MetadataKept,
        "this picture is damaged or of an unusual kind: where it was taken, and by whom, stays in it if it says so",
        "open it in an image editor and save it anew");

    public static DiagnosticMessage MissingWord(string name, string language, string? near) => new(
        SiteRules.MissingWord,
        $"there is no word '{name}'",
        near is null ? $"write it into data/i18n/{language}.yml" : $"did you mean '{near}'?");

    public static DiagnosticMessage NoImageLibrary(string? refusal, string fileName, bool isDrawing)
    {
        var consequence = isDrawing ? "pictures are published in one size only, and no cards and icons are drawn"
            : "pictures are published in one size only";
        var reason = refusal is null ? "is not there" : $"cannot be used: {refusal}";
        return new(
            SiteRules.NoImageLibrary,
            $"{consequence}: the library that makes smaller versions, libvips, {reason}",
            $"put '{fileName}' into the folder 'libvips' beside the program, name another one in SITEGEN_LIBVIPS, or write 'images: off'");
    }

    public static DiagnosticMessage OtherImageLibrary(string version) => new(
        SiteRules.OtherImageLibrary, $"versions of pictures are made by libvips {version}, which SITEGEN_LIBVIPS names", null);

    public static DiagnosticMessage PictureTooLarge(int width, int height) => new(
        SiteRules.UnusablePicture,
        FormattableString.Invariant(
            $"this picture is published in one size only: it has {width} × {height} pixels, too many to be decoded"),
        "make it smaller; 250 megapixels are read");

    public static DiagnosticMessage UnreadablePicture(bool isHeic) => isHeic
        ? new(
            SiteRules.UnusablePicture,
            "this is a HEIC picture, which most browsers do not show, and which cannot be decoded here",
            "save it as JPEG, and name that in the text")
        : new(
            SiteRules.UnusablePicture,
            "this picture is published as it is: it cannot be decoded to its end, so it is damaged or cut off",
            "copy it again from where it came from");

    public static DiagnosticMessage NoSuchPicture(string link) => new(
        SiteRules.MissingImage,
        $"there is no picture '{link}'",
        "write its path from the root of the site: a file static/images/logo.png is '/images/logo.png'");

    public static DiagnosticMessage DataWithoutKeys() => new(
        SiteRules.DataUnreadable, "this file cannot be read: the data must be keys and values", null);

    public static string NotPublished(string target, string reason) => $"link target '{target}' is not published: {reason}";

    public static string PublishTarget() => "publish it as well, or take the link out";

    public static string DidYouMean(string near) => $"did you mean '{near}'?";

    public static string CheckImageName() => "check the name; a picture stands beside the post, or in static/";
}
