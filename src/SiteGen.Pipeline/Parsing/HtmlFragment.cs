using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>A place in a fragment where an address stands that only the finished plan can tell.</summary>
/// <param name="Start">Where the address starts.</param>
/// <param name="Length">How long it is as written.</param>
/// <param name="Target">The path of the source it leads to, relative to the site; or a path from the root, with <c>/</c>.</param>
/// <param name="Suffix">The query and fragment behind it, as written.</param>
/// <param name="IsLiquid">Whether it was written with Jekyll's <c>{{ site.url }}</c>, which must not stay.</param>
internal sealed record Hole(int Start, int Length, string Target, string Suffix, bool IsLiquid)
{
    /// <summary>The problem to report when the target is not part of the site; null when a missing target is none.</summary>
    public Diagnostic? IfMissing { get; init; }
}

/// <summary>A post's body as UTF-8 HTML, with holes where links to other sources go.</summary>
internal sealed partial record HtmlFragment(ReadOnlyMemory<byte> Bytes, ImmutableArray<Hole> Holes)
{
    /// <summary>No body.</summary>
    public static readonly HtmlFragment Empty = new(default, []);

    /// <summary>Finds the relative addresses of a body.</summary>
    /// <param name="html">The body.</param>
    /// <param name="folder">The folder of its source, relative to the site.</param>
    /// <param name="basePath">The root's path on its host: addresses from the root are holes under a sub-path.</param>
    public static HtmlFragment Of(ReadOnlyMemory<byte> html, string folder, string basePath)
    {
        var holes = ImmutableArray.CreateBuilder<Hole>();
        var tags = new HtmlTags(html.Span);
        while (tags.MoveNext())
        {
            var attributes = tags.Attributes;
            while (!tags.IsClosing && !tags.Name.IsEmpty && attributes.MoveNext())
            {
                if (UrlAttributes.Holds(attributes.Name) && HoleOf(attributes, folder, basePath) is { } hole)
                {
                    holes.Add(hole);
                }
            }
        }

        return new HtmlFragment(html, holes.ToImmutable());
    }

    /// <summary>Writes the body with every hole filled; what has no answer stays as written.</summary>
    public void Write(Utf8Buffer output, Func<Hole, string?> addressOf)
    {
        var at = 0;
        foreach (var hole in Holes)
        {
            if (addressOf(hole) is { } address)
            {
                output.Write(Bytes.Span[at..hole.Start]);
                HtmlEscape.Write(output, address);
                output.Write(hole.Suffix);
                at = hole.Start + hole.Length;
            }
        }

        output.Write(Bytes.Span[at..]);
    }

    private static Hole? HoleOf(HtmlAttributes attribute, string folder, string basePath)
    {
        var written = attribute.Value;
        if (written.IsEmpty || written[0] is (byte)'#' or (byte)'?' || HasScheme(written))
        {
            return null;
        }

        var isLiquid = written[0] is (byte)'{' or (byte)'%' && SiteUrl().IsMatch(Encoding.UTF8.GetString(written));
        var isRooted = written[0] == '/' || isLiquid;
        if (isRooted && !isLiquid && (basePath == "/" || written.StartsWith("//"u8)))
        {
            return null;
        }

        var text = isLiquid ? SiteUrl().Replace(Encoding.UTF8.GetString(written), "/") : Encoding.UTF8.GetString(written);
        var cut = text.AsSpan().IndexOfAny('#', '?');
        var (path, suffix) = cut < 0 ? (text, "") : (text[..cut], text[cut..]);
        path = Uri.UnescapeDataString(System.Net.WebUtility.HtmlDecode(path));
        var target = isRooted ? path : SitePath.Combine(folder, path);
        return target is null ? null : new Hole(attribute.ValueStart, written.Length, target, suffix, isLiquid);
    }

    // Jekyll's authors write links as '{{ site.url }}/about/'; the braces may be percent-encoded by then.
    [GeneratedRegex(@"^(\{\{|%7B%7B)(\s|%20)*site\.(url|baseurl)(\s|%20)*(\}\}|%7D%7D)/*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SiteUrl();

    // RFC 3986 §3.1.
    private static bool HasScheme(ReadOnlySpan<byte> url)
    {
        var colon = url.IndexOfAny((byte)':', (byte)'/');
        return colon > 0 && url[colon] == ':' && char.IsAsciiLetter((char)url[0]);
    }
}

/// <summary>The attributes whose value is an address (HTML Living Standard, "Attributes").</summary>
internal static class UrlAttributes
{
    /// <summary>Whether the attribute of this name holds an address.</summary>
    public static bool Holds(ReadOnlySpan<byte> name) => name.Length switch
    {
        3 => Ascii.EqualsIgnoreCase(name, "src"u8),
        4 => Ascii.EqualsIgnoreCase(name, "href"u8) || Ascii.EqualsIgnoreCase(name, "cite"u8) || Ascii.EqualsIgnoreCase(name, "data"u8),
        6 => Ascii.EqualsIgnoreCase(name, "poster"u8),
        _ => false,
    };
}
