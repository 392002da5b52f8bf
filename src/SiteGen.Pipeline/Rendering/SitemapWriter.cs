using System.Globalization;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Writes what search engines read first: the sitemap (sitemaps.org protocol 0.9) and robots.txt (RFC 9309).</summary>
internal static class SitemapWriter
{
    /// <summary>Writes the addresses of all pages that may be found.</summary>
    public static void Write(PageScope scope, Utf8Buffer output)
    {
        var xml = new XmlWriter(output);
        xml.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"u8);
        scope.Reads.Note(new InputKey(InputKind.Plan, 0, 0));
        foreach (var route in scope.Routes.Routes)
        {
            if (IsListed(scope, route))
            {
                Write(scope, xml, output, route);
            }
        }

        xml.Raw("</urlset>\n"u8);
    }

    /// <summary>Writes robots.txt: everything may be read, and there is a sitemap.</summary>
    public static void WriteRobots(PageScope scope, Utf8Buffer output)
    {
        output.Write("User-agent: *\nAllow: /\n\nSitemap: "u8);
        output.Write(scope.AbsoluteLink("/sitemap.xml"));
        output.Write("\n"u8);
    }

    private static bool IsListed(PageScope scope, Route route)
    {
        switch (route)
        {
            case PostRoute post:
                scope.Reads.Head(post.Post.Head);
                return !post.Post.Head.Front.NoIndex && !post.Post.Head.Front.IsUnlisted;
            case HomeRoute home:
                return home.Page == 1;
            default:
                return route is TermRoute or TermsRoute;
        }
    }

    private static void Write(PageScope scope, XmlWriter xml, Utf8Buffer output, Route route)
    {
        output.Write("<url><loc>"u8);
        HtmlEscape.Write(output, scope.AbsoluteLink(route.Url));
        output.Write("</loc>"u8);
        if (route is PostRoute { Post.Head: var head } && (head.Front.Updated?.Instant ?? head.Date) is { } changed)
        {
            output.Write("<lastmod>"u8);
            output.Write(changed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            output.Write("</lastmod>"u8);
        }

        xml.Raw("</url>\n"u8);
    }
}
