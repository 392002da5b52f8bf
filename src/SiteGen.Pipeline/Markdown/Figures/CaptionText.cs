using System.Text.RegularExpressions;
using Markdig.Syntax.Inlines;

namespace SiteGen.Pipeline.Markdown.Figures;

/// <summary>Tells captions from the titles that programs write: the name of the file, or the alt text again.</summary>
internal static partial class CaptionText
{
    /// <summary>Whether the title of an image reads like a caption.</summary>
    public static bool IsIn(LinkInline image)
    {
        var title = image.Title?.Trim() ?? "";
        return title.Length > 0
            && !title.Equals(InlineText.TextOf(image).Trim(), StringComparison.OrdinalIgnoreCase)
            && !title.Equals(NameOf(image.Url ?? ""), StringComparison.OrdinalIgnoreCase)
            && !FileName().IsMatch(title);
    }

    // The name of the file without its extension, as editors write it.
    private static string NameOf(string url)
    {
        var path = Uri.UnescapeDataString(url.Split('?', '#')[0]);
        return Path.GetFileNameWithoutExtension(path[(path.LastIndexOf('/') + 1)..]);
    }

    // 'photo.jpg', or the name that a camera gives: 'IMG_1234', 'DSC01234'.
    [GeneratedRegex(
        @"^(\S+\.(jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)|[A-Z]{2,4}[_-]?\d{3,}\S*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
