using System.Globalization;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Routing;

/// <summary>Plans the pages that list posts, terms or feeds.</summary>
internal static class ListRoutes
{
    /// <summary>Adds the home lists, the taxonomies with their feeds, the archive and the page of feeds.</summary>
    public static void AddTo(RoutePlan plan, Site site)
    {
        AddHomes(plan, site);
        AddTaxonomies(plan, site);
        AddArchive(plan, site);
        if (site.Options.Feeds.Files.Length > 0)
        {
            plan.Add(new FeedsRoute(site.ListPageContentOf(ListPages.FeedsUrl)));
        }
    }

    /// <summary>The URL of a page of a language's home list, counted from 1.</summary>
    public static string HomeUrl(LanguageSection section, int page) =>
        page == 1 ? $"{section.Prefix}/" : string.Create(CultureInfo.InvariantCulture, $"{section.Prefix}/page/{page}/");

    private static void AddHomes(RoutePlan plan, Site site)
    {
        var pageSize = site.Options.Paginate;
        foreach (var section in site.Languages)
        {
            var pages = Math.Max(1, (section.List.Posts.Length + pageSize - 1) / pageSize);
            for (var page = 1; page <= pages; page++)
            {
                var url = HomeUrl(section, page);
                plan.Add(new HomeRoute(section, site.ListPageContentOf(url), url, UrlPath.OutputPath(url), page, pages));
            }
        }
    }

    private static void AddTaxonomies(RoutePlan plan, Site site)
    {
        foreach (var taxonomy in site.Taxonomies.Where(taxonomy => taxonomy.Terms.Length > 0))
        {
            plan.Add(new TermsRoute(taxonomy, site.ListPageContentOf(taxonomy.Url), UrlPath.OutputPath(taxonomy.Url)));
            foreach (var term in taxonomy.Terms)
            {
                plan.Add(new TermRoute(taxonomy, term, site.ListPageContentOf(term.Url), UrlPath.OutputPath(term.Url)));
                if (site.Options.Feeds.OfTerms)
                {
                    var title = $"{term.Name} · {site.Options.Title.Text}";
                    var subject = new FeedSubject(title, term.Url, term.Newest, site.Options.Language);
                    plan.Add(new FeedRoute(FeedFormat.Rss, subject, term.FeedUrl, UrlPath.OutputPath(term.FeedUrl)));
                }
            }
        }
    }

    private static void AddArchive(RoutePlan plan, Site site)
    {
        if (!site.HasArchive)
        {
            return;
        }

        plan.Add(new ArchiveRoute(null, null, site.ListPageContentOf(Archive.Url), Archive.Url, UrlPath.OutputPath(Archive.Url)));
        foreach (var year in site.Years)
        {
            plan.Add(new ArchiveRoute(year, null, site.ListPageContentOf(year.Url), year.Url, UrlPath.OutputPath(year.Url)));
            foreach (var month in site.Options.Archives == ArchiveDepth.Months ? year.Months : [])
            {
                plan.Add(new ArchiveRoute(year, month, site.ListPageContentOf(month.Url), month.Url, UrlPath.OutputPath(month.Url)));
            }
        }
    }
}
