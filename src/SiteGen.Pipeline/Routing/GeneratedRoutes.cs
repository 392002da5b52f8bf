using System.Globalization;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Routing;

/// <summary>Plans the feeds, and the files that every site gets unless it has its own: 404 page, sitemap, manifest, robots.txt.</summary>
internal static class GeneratedRoutes
{
    /// <summary>Adds the files; the pages that the sitemap lists must have been planned.</summary>
    public static void AddTo(RoutePlan plan, Site site)
    {
        plan.AddUnlessTaken(new NotFoundRoute());
        AddFeeds(plan, site);
        AddSitemap(plan, site.Options.Limits.SitemapAddresses);
        plan.AddUnlessTaken(new WebManifestRoute());
        plan.AddUnlessTaken(new RobotsRoute());
    }

    private static void AddFeeds(RoutePlan plan, Site site)
    {
        foreach (var feed in site.Options.Feeds.Files)
        {
            foreach (var section in site.Languages.Where(section => section.Prefix.Length == 0 || feed.Format == FeedFormat.Rss))
            {
                var url = section.Prefix + feed.Path;
                var title = site.Options.Title.In(section.Language);
                var subject = new FeedSubject(title, $"{section.Prefix}/", section.List, section.Language);
                plan.Add(new FeedRoute(feed.Format, subject, url, UrlPath.OutputPath(url)));
            }
        }
    }

    private static void AddSitemap(RoutePlan plan, int urlsPerFile)
    {
        var parts = (plan.ByPath.Values.Count(SitemapRoute.Lists) + urlsPerFile - 1) / urlsPerFile;
        if (parts <= 1)
        {
            plan.AddUnlessTaken(new SitemapRoute(null, "/sitemap.xml"));
            return;
        }

        plan.AddUnlessTaken(new SitemapIndexRoute(parts));
        for (var part = 1; part <= parts; part++)
        {
            plan.AddUnlessTaken(new SitemapRoute(part, string.Create(CultureInfo.InvariantCulture, $"/sitemap-{part}.xml")));
        }
    }
}
