namespace SiteGen.Server;

/// <summary>The media types of files, by their endings, as static hosts tell them (IANA).</summary>
internal static class MediaTypes
{
    /// <summary>The type of a page.</summary>
    public const string Html = "text/html; charset=utf-8";

    /// <summary>The type of a file, with its charset where it is text.</summary>
    public static string Of(string path)
    {
        var type = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".html" or ".htm" => "text/html",
            ".css" => "text/css",
            ".js" or ".mjs" => "text/javascript",
            ".json" or ".map" => "application/json",
            ".webmanifest" => "application/manifest+json",
            ".xml" or ".xsl" => "application/xml",
            ".rss" => "application/rss+xml",
            ".atom" => "application/atom+xml",
            ".txt" or ".text" => "text/plain",
            ".md" or ".markdown" => "text/markdown",
            ".csv" => "text/csv",
            ".ics" => "text/calendar",
            ".vtt" => "text/vtt",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".apng" => "image/apng",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".gif" => "image/gif",
            ".webp" => "image/webp",
            ".avif" => "image/avif",
            ".ico" => "image/x-icon",
            ".bmp" => "image/bmp",
            ".tif" or ".tiff" => "image/tiff",
            ".woff" => "font/woff",
            ".woff2" => "font/woff2",
            ".ttf" => "font/ttf",
            ".otf" => "font/otf",
            ".mp3" => "audio/mpeg",
            ".m4a" => "audio/mp4",
            ".ogg" or ".oga" or ".opus" => "audio/ogg",
            ".wav" => "audio/wav",
            ".flac" => "audio/flac",
            ".mp4" or ".m4v" => "video/mp4",
            ".webm" => "video/webm",
            ".ogv" => "video/ogg",
            ".mov" => "video/quicktime",
            ".pdf" => "application/pdf",
            ".zip" => "application/zip",
            ".gz" => "application/gzip",
            ".epub" => "application/epub+zip",
            ".wasm" => "application/wasm",
            _ => "application/octet-stream",
        };
        return IsText(type) ? $"{type}; charset=utf-8" : type;
    }

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal);
}
