using System.Text;
using SiteGen.Pipeline;
using SiteGen.Text;

namespace SiteGen.Server.Http;

/// <summary>What a request's address leads to.</summary>
internal abstract record Destination
{
    /// <summary>An output that is there.</summary>
    public sealed record Output(string Path) : Destination;

    /// <summary>Another address.</summary>
    public sealed record Elsewhere(string Url) : Destination;

    /// <summary>Nothing; the path is that of the output which would be there.</summary>
    public sealed record Nothing(string Path) : Destination;
}

/// <summary>Addresses as they come in requests. They are looked up in the list of outputs, and never touch a file system.</summary>
internal static class RequestPath
{
    /// <summary>The decoded path of a request's target (RFC 9112, 3.2), in NFC; null for one that cannot be understood.</summary>
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

    /// <summary>The part of a target from the question mark on; empty when there is none.</summary>
    public static string QueryOf(string target) => target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? target[at..] : "";

    /// <summary>Where a path leads under a plan.</summary>
    /// <param name="plan">The outputs that there are.</param>
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

    private static string FolderOf(string url) => (url.EndsWith("/index.html", StringComparison.Ordinal) ? url[..^"index.html".Length] : url).TrimStart('/');

    // Once: what is still encoded then is part of a name. Control characters are in no address.
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
        return System.Text.Unicode.Utf8.IsValid(decoded) && !decoded.ContainsAnyInRange((byte)0, (byte)0x1F) ? UnicodeNormalization.Compose(Encoding.UTF8.GetString(decoded)) : null;
    }
}
