using System.Collections.Immutable;
using SiteGen.Pipeline.Rendering;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Inspection;

/// <summary>Finds the pages with a link to an address: renders every page, and looks.</summary>
internal static class LinkSearch
{
    /// <summary>The pages, by what they are.</summary>
    /// <param name="site">The site.</param>
    /// <param name="url">The address, from the site's root.</param>
    public static Listing PagesWith(InspectedSite site, string url)
    {
        var urls = new SiteUrls(site.Options);
        byte[][] written = [Attribute(urls.Link(url)), Attribute(urls.AbsoluteLink(url))];
        var renderer = new RouteRenderer(site.Input);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        foreach (var route in site.Routes.Routes.Where(route => IsPage(route) && route.Url != url))
        {
            renderer.Render(route, out var bytes);
            if (Array.Exists(written, link => Has(bytes.Span, link)))
            {
                rows.Add([Urls.UrlPath.Encode(route.Url), SiteListings.KindOf(route), route.Origin]);
            }
        }

        return new Listing(["url", "kind", "source"], rows.ToImmutable());
    }

    private static bool IsPage(Route route) => route is PostRoute or ListRoute or NotFoundRoute;

    private static byte[] Attribute(string link)
    {
        var html = new Utf8Buffer();
        html.Write("href=\""u8);
        HtmlEscape.Write(html, link);
        return html.WrittenMemory.ToArray();
    }

    // The address ends with the attribute, a query or a fragment.
    private static bool Has(ReadOnlySpan<byte> html, ReadOnlySpan<byte> link)
    {
        for (var at = html.IndexOf(link); at >= 0; at = html.IndexOf(link))
        {
            html = html[(at + link.Length)..];
            if (html is [(byte)'"' or (byte)'?' or (byte)'#', ..])
            {
                return true;
            }
        }

        return false;
    }
}
