using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Seo;

/// <summary>Writes <c>_redirects</c> for Netlify and Cloudflare Pages: source, target and status on one line each.</summary>
/// <remarks>Netlify, "Redirect options": query parameters follow the path, and '301!' takes precedence over a file of the site.</remarks>
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

    // Percent-encodes the path; the query, the fragment and URLs of other sites stay as they are.
    private static string Encoded(string to)
    {
        var path = RedirectTarget.PathOf(to);
        return path is ['/', not '/', ..] or "/" ? UrlPath.Encode(UrlPath.Normalize(path)) + to[path.Length..] : to;
    }
}
