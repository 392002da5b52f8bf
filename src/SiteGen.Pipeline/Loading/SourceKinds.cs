using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.FrontMatter;

namespace SiteGen.Pipeline.Loading;

/// <summary>What an input file is, by its folder, its name and, for HTML, its first line; null when it is no input.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which folders are listed")]
internal static class SourceKinds
{
    /// <summary>A file in the folder of templates.</summary>
    public static SourceKind OfTemplate(string relative) =>
        relative.StartsWith("assets/", StringComparison.Ordinal) ? SourceKind.Asset
        : relative.StartsWith("i18n/", StringComparison.Ordinal) && IsYaml(relative) ? SourceKind.Words
        : SourceKind.Template;

    /// <summary>A file in the folder of a theme; what its authors keep beside it, such as a README or a screenshot, is no input.</summary>
    public static SourceKind? OfTheme(string relative) =>
        relative.StartsWith("assets/", StringComparison.Ordinal) || relative.StartsWith("partials/", StringComparison.Ordinal)
        || (relative.StartsWith("i18n/", StringComparison.Ordinal) && IsYaml(relative))
        || (!relative.Contains('/', StringComparison.Ordinal) && Path.GetExtension(relative) is ".html" or ".svg" or ".xml")
            ? OfTemplate(relative)
            : null;

    /// <summary>A file in the folder of words.</summary>
    public static SourceKind? OfWords(string path) => IsYaml(path) ? SourceKind.Words : null;

    /// <summary>A file in the folder of comments.</summary>
    public static SourceKind? OfComments(string relative) =>
        Path.GetExtension(relative).ToLowerInvariant() is ".yml" or ".yaml" or ".json" ? SourceKind.Comments : null;

    /// <summary>A file in the folder of data; others there, such as notes or a script, are not inputs.</summary>
    public static SourceKind? OfData(string relative) =>
        relative.StartsWith("highlighting/", StringComparison.Ordinal) && Path.GetExtension(relative) == ".grammar" ? SourceKind.Grammar
        : !relative.StartsWith("comments/", StringComparison.Ordinal) && !relative.StartsWith("i18n/", StringComparison.Ordinal)
        && Path.GetExtension(relative).ToLowerInvariant() is ".yml" or ".yaml" or ".json" or ".csv" or ".tsv" ? SourceKind.Data : null;

    /// <summary>A file in the folder of posts or of pages.</summary>
    public static SourceKind OfContent(SourceKind kind, string fullPath, string relative) =>
        // First, because nearly all are, and it needs no string for the extension.
        relative.EndsWith(".md", StringComparison.Ordinal) ? kind : Path.GetExtension(relative).ToLowerInvariant() switch
        {
            ".md" or ".markdown" => kind,
            ".html" or ".htm" => StartsWithFrontMatter(fullPath) ? kind : SourceKind.Attachment,
            _ => SourceKind.Attachment,
        };

    private static bool IsYaml(string path) => Path.GetExtension(path) is ".yml" or ".yaml";

    private static bool StartsWithFrontMatter(string path)
    {
        Span<byte> start = stackalloc byte[64];
        try
        {
            using var file = File.OpenHandle(path);
            return FrontMatterBlock.Opens(start[..RandomAccess.Read(file, start, 0)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
