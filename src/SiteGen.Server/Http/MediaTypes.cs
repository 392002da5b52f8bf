using Microsoft.AspNetCore.StaticFiles;

namespace SiteGen.Server.Http;

/// <summary>The media types of files, by their extensions (IANA), with the charset of text.</summary>
/// <remarks>ASP.NET Core's table, with what it lacks and what has been registered since it was made.</remarks>
internal static class MediaTypes
{
    /// <summary>The type of a page.</summary>
    public const string Html = "text/html; charset=utf-8";

    private const string Unknown = "application/octet-stream";

    // Created with the first request; most commands never serve a file.
    private static readonly FileExtensionContentTypeProvider s_types = Create();

    /// <summary>The type of a file, with its charset where it is text.</summary>
    public static string ForPath(string path)
    {
        var type = s_types.TryGetContentType(path, out var known) ? known : Unknown;
        return IsText(type) ? $"{type}; charset=utf-8" : type;
    }

    private static FileExtensionContentTypeProvider Create()
    {
        var types = new FileExtensionContentTypeProvider();
        // RFC 7303 §9: text/xml is an alias of it; static hosts send this one.
        types.Mappings[".xml"] = "application/xml";
        types.Mappings[".xsl"] = "application/xml";
        // RFC 8081 registered types for fonts; WOFF 2 has its own already.
        types.Mappings[".woff"] = "font/woff";
        types.Mappings[".ttf"] = "font/ttf";
        // RFC 6713; and IANA's name instead of one vendor's.
        types.Mappings[".gz"] = "application/gzip";
        types.Mappings[".zip"] = "application/zip";
        // RFC 5334 §10.3: '.ogg' is Vorbis audio, '.ogv' the video. Podcasts do not play as video/ogg.
        types.Mappings[".ogg"] = "audio/ogg";
        // A source map is JSON (ECMA-426).
        types.Mappings[".map"] = "application/json";
        // Not in the table.
        types.Mappings[".rss"] = "application/rss+xml";
        types.Mappings[".text"] = "text/plain";
        types.Mappings[".vtt"] = "text/vtt";
        types.Mappings[".apng"] = "image/apng";
        types.Mappings[".opus"] = "audio/ogg";
        types.Mappings[".flac"] = "audio/flac";
        types.Mappings[".epub"] = "application/epub+zip";
        return types;
    }

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal)
        || type.EndsWith("json", StringComparison.Ordinal)
        || type.EndsWith("xml", StringComparison.Ordinal);
}
