using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Seo;

/// <summary>Writes redirects as Netlify and Cloudflare Pages read them from <c>_redirects</c>: from, to and status in a line.</summary>
/// <remarks>Netlify, "Redirect options": query parameters stand behind the path, and '301!' goes before a file of the site.</remarks>
internal static class RedirectsWriter
{
    /// <summary>Writes the file.</summary>
    public static void Write(PageScope scope, RedirectsRoute route, Utf8Buffer output)
    {
        foreach (var redirect in route.Redirects)
        {
            output.Write(scope.Urls.Link(redirect.From));
            output.Write(redirect.Query.Length > 0 ? $" {redirect.Query} " : " ");
            output.Write(scope.Urls.Rooted(Encoded(redirect.To)).Replace(" ", "%20", StringComparison.Ordinal));
            output.Write(redirect.IsOverPage ? " 301!\n"u8 : " 301\n"u8);
        }
    }

    // A path of the site as it is served; what stands behind the path stays, and so does an address elsewhere.
    private static string Encoded(string to)
    {
        var path = RedirectTarget.PathOf(to);
        return path is ['/', not '/', ..] or "/" ? UrlPath.Encode(UrlPath.Normalize(path)) + to[path.Length..] : to;
    }
}
