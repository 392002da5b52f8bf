using System.Collections.Immutable;
using SiteGen.Pipeline.ImageProcessing;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Plans the whole site: one route for every output file, and an error for every two with the same path.</summary>
internal static class Router
{
    /// <summary>Plans a site from its posts and its other files.</summary>
    /// <param name="site">The posts and how they relate.</param>
    /// <param name="files">The files that are copied, the theme's included, with the fingerprints of assets as stamps.</param>
    /// <param name="images">What is made of pictures.</param>
    public static RouteTable Plan(Site site, ImmutableArray<SourceFile> files, ImageSettings images)
    {
        var plan = new RoutePlan(((site.Published.Length + files.Length) * 5 / 4) + 100);
        var redirects = new RedirectRoutes(plan, site);
        AddPosts(plan, site, redirects);
        FileRoutes.AddTo(plan, site, files);
        DrawingRoutes.AddTo(plan, site, images.Drawings);
        ListRoutes.AddTo(plan, site);
        SearchRoutes.AddTo(plan, site);
        GeneratedRoutes.AddTo(plan, site);
        redirects.AddAliases();
        redirects.AddFile();
        foreach (var diagnostic in RedirectLoops.In(site)
            .Concat(MenuCheck.In(site, plan.ByPath, redirects.Redirects))
            .Concat(NamedPictures.In(site, plan)))
        {
            plan.Report(diagnostic);
        }

        return plan.ToTable();
    }

    private static void AddPosts(RoutePlan plan, Site site, RedirectRoutes redirects)
    {
        foreach (var head in site.Published)
        {
            if (UrlPath.Problem(head.Url) is { } problem)
            {
                plan.Report(Diagnostic.InFile(RoutingMessages.InvalidUrl(head.Url, problem), head.Path));
            }
            else if (head.Front.RedirectTo is { } target)
            {
                redirects.AddMoved(head, target);
            }
            else if (site.ListPageContentOf(head.Url) != head)
            {
                plan.Add(new PostRoute(head, UrlPath.OutputPath(head.Url)));
            }
        }
    }
}
