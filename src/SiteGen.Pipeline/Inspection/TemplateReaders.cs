using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rendering;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Inspection;

/// <summary>Finds the pages that a template renders or is included in: renders every page, and looks at what it read.</summary>
internal static class TemplateReaders
{
    /// <summary>The pages.</summary>
    public static Listing Of(InspectedSite site, SourceFile template)
    {
        var id = ParsedTemplates.IdOf(template.RelativePath);
        var renderer = new RouteRenderer(site.Input);
        var key = new DependencyKey(DependencyKind.Template, id, 0);
        var pages = site.Routes.Routes
            .Where(route => route is not CopyRoute && renderer.Render(route, out _).Reads.Contains(key));
        return Listing.From(["url", "kind", "source"],
            pages.Select(route => (ImmutableArray<Cell>)[UrlPath.Encode(route.Url), SiteListings.KindOf(route), route.Origin]));
    }
}
