using System.Globalization;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Rendering.Feeds;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Seo;

/// <summary>Writes the sitemap (sitemaps.org protocol 0.9) and robots.txt (RFC 9309).</summary>
internal static class SitemapWriter
{
    private static ReadOnlySpan<byte> Declaration => "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"u8;

    /// <summary>Writes the URLs of all pages that may be indexed, or of one part of them.</summary>
    public static void Write(PageScope scope, SitemapRoute sitemap, Utf8Buffer output)
    {
        var xml = new XmlWriter(output);
        xml.Raw(Declaration).Raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"u8);
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Plan, 0, 0));
        // Records excluded pages too: when one becomes included, the parts change.
        foreach (var head in scope.Routes.Routes.Select(SitemapRoute.PostOf).OfType<PostHead>())
        {
            scope.Dependencies.Head(head);
        }

        var most = scope.Options.Limits.SitemapAddresses;
        foreach (var route in scope.Routes.Routes.Where(SitemapRoute.Lists).Skip(((sitemap.Part ?? 1) - 1) * most).Take(most))
        {
            Write(scope, xml, output, route);
        }

        xml.Raw("</urlset>\n"u8);
    }

    /// <summary>Writes the index of a sitemap that is split into parts.</summary>
    public static void WriteIndex(PageScope scope, SitemapIndexRoute index, Utf8Buffer output)
    {
        var xml = new XmlWriter(output);
        xml.Raw(Declaration).Raw("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"u8);
        for (var part = 1; part <= index.Parts; part++)
        {
            var url = string.Create(CultureInfo.InvariantCulture, $"/sitemap-{part}.xml");
            xml.Raw("<sitemap>"u8).Element("loc", scope.Urls.AbsoluteLink(url)).Raw("</sitemap>\n"u8);
        }

        xml.Raw("</sitemapindex>\n"u8);
    }

    /// <summary>Writes a robots.txt that allows everything and names the sitemap, or forbids a site that is not to be found.</summary>
    public static void WriteRobots(PageScope scope, Utf8Buffer output)
    {
        if (!scope.Options.IsProduction)
        {
            output.Write("User-agent: *\nDisallow: /\n"u8);
            return;
        }

        output.Write("User-agent: *\nAllow: /\n\nSitemap: "u8);
        output.Write(scope.Urls.AbsoluteLink("/sitemap.xml"));
        output.Write("\n"u8);
    }

    private static void Write(PageScope scope, XmlWriter xml, Utf8Buffer output, Route route)
    {
        output.Write("<url><loc>"u8);
        HtmlEscape.Write(output, scope.Urls.AbsoluteLink(route.Url));
        output.Write("</loc>"u8);
        if (route is PostRoute { Post: var head } && (head.Front.Page.Updated?.Instant ?? head.Date) is { } changed)
        {
            output.Write("<lastmod>"u8);
            output.Write(changed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            output.Write("</lastmod>"u8);
        }

        xml.Raw("</url>\n"u8);
    }
}
