using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Writes redirects as Netlify and Cloudflare Pages read them from <c>_redirects</c>: from, to and status in a line.</summary>
internal static class RedirectsWriter
{
    /// <summary>Writes the file.</summary>
    public static void Write(PageScope scope, RedirectsRoute route, Utf8Buffer output)
    {
        foreach (var redirect in route.Redirects)
        {
            output.Write(scope.Link(redirect.From));
            output.Write(" "u8);
            output.Write(scope.Rooted(redirect.To.StartsWith('/') ? UrlPath.Encode(UrlPath.Normalize(redirect.To)) : redirect.To).Replace(" ", "%20", StringComparison.Ordinal));
            output.Write(" 301\n"u8);
        }
    }
}
