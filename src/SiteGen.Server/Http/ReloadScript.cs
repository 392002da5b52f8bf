using System.Text;
using SiteGen.Text;

namespace SiteGen.Server.Http;

/// <summary>The live reload script. It is added to responses, never to outputs.</summary>
internal static class ReloadScript
{
    /// <summary>The URL path of the script.</summary>
    public const string Address = "/_sitegen/livereload.js";

    /// <summary>The URL path of the event stream it listens to.</summary>
    public const string Events = "/_sitegen/events";

    /// <summary>The script itself.</summary>
    public static byte[] Bytes { get; } = Read();

    /// <summary>Adds the script to a page: before the body's end tag, or at the end if there is none.</summary>
    public static byte[] AddedTo(ReadOnlySpan<byte> html, Fingerprint fingerprint)
    {
        var tag = Encoding.ASCII.GetBytes($"<script src=\"{Address}\" data-print=\"{fingerprint}\"></script>");
        var at = EndOfBody(html);
        var added = new byte[html.Length + tag.Length];
        html[..at].CopyTo(added);
        tag.CopyTo(added.AsSpan(at));
        html[at..].CopyTo(added.AsSpan(at + tag.Length));
        return added;
    }

    private static int EndOfBody(ReadOnlySpan<byte> html)
    {
        for (var end = html.Length; html[..end].LastIndexOf("</"u8) is >= 0 and var at; end = at)
        {
            var name = html.Slice(at + 2, Math.Min(4, html.Length - at - 2));
            if (Ascii.EqualsIgnoreCase(name, "body"u8))
            {
                return at;
            }
        }

        return html.Length;
    }

    private static byte[] Read()
    {
        using var stream = typeof(ReloadScript).Assembly.GetManifestResourceStream("livereload.js")
            ?? throw new InvalidOperationException("the script is not in the program");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
