using System.Text;
using System.Text.Unicode;
using SiteGen.Pipeline;
using SiteGen.Text;

namespace SiteGen.Server.Http;

/// <summary>What a request resolves to.</summary>
internal abstract record Destination
{
    /// <summary>An existing output.</summary>
    public sealed record Output(string Path) : Destination;

    /// <summary>A redirect to another URL.</summary>
    public sealed record Elsewhere(string Url) : Destination;

    /// <summary>No output; the path it would have.</summary>
    public sealed record Nothing(string Path) : Destination;
}

/// <summary>Resolves request paths against the planned outputs, never against the file system.</summary>
internal static class RequestPath
{
    /// <summary>The decoded path of a request's target (RFC 9112, 3.2), in NFC; null if malformed.</summary>
    public static string? Parse(string target)
    {
        if (!target.StartsWith('/'))
        {
            var authority = target.IndexOf("://", StringComparison.Ordinal);
            if (authority < 0)
            {
                return null;
            }

            var slash = target.IndexOf('/', authority + 3);
            target = slash < 0 ? "/" : target[slash..];
        }

        var end = target.AsSpan().IndexOfAny('?', '#');
        return Decode(end < 0 ? target : target[..end]);
    }

    /// <summary>The query of a target with its question mark; empty if it has none.</summary>
    public static string QueryOf(string target) =>
        target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? target[at..] : "";

    /// <summary>Resolves a path.</summary>
    /// <param name="plan">The outputs.</param>
    /// <param name="path">The decoded path.</param>
    public static Destination Find(SitePlan plan, string path)
    {
        var root = plan.Options.BasePath;
        var decoded = UnicodeNormalization.Compose(Uri.UnescapeDataString(root));
        if (!path.StartsWith(decoded, StringComparison.Ordinal))
        {
            return path == "/" || path + "/" == decoded ? new Destination.Elsewhere(root) : new Destination.Nothing(path.Trim('/'));
        }

        var rest = path[decoded.Length..];
        var file = rest.Length == 0 || rest.EndsWith('/') ? rest + "index.html" : rest;
        if (plan.Find(file) is not null)
        {
            return new Destination.Output(file);
        }

        return rest.Length > 0 && !rest.EndsWith('/') && plan.Find(rest + "/index.html") is { } folder
            ? new Destination.Elsewhere(root + FolderOf(folder.Url))
            : new Destination.Nothing(file);
    }

    private static string FolderOf(string url) =>
        (url.EndsWith("/index.html", StringComparison.Ordinal) ? url[..^"index.html".Length] : url).TrimStart('/');

    // Decodes once: what is still encoded afterwards is part of a name. No URL of a site has control characters.
    private static string? Decode(string path)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(path.Length)];
        var length = 0;
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] != '%')
            {
                length += Encoding.UTF8.GetBytes(path.AsSpan(i, 1), bytes.AsSpan(length));
            }
            else if (i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                bytes[length++] = Convert.FromHexString(path.AsSpan(i + 1, 2))[0];
                i += 2;
            }
            else
            {
                return null;
            }
        }

        var decoded = bytes.AsSpan(0, length);
        var isText = Utf8.IsValid(decoded) && !decoded.ContainsAnyInRange((byte)0, (byte)0x1F);
        return isText ? UnicodeNormalization.Compose(Encoding.UTF8.GetString(decoded)) : null;
    }
}
