using System.Globalization;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Modeling.Searching;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Routing;

/// <summary>Plans the search pages and the files of their indexes.</summary>
internal static class SearchRoutes
{
    /// <summary>The files of the theme that only a site with a search has.</summary>
    public static bool IsOfSearch(string asset) => asset is "search.js" or "search.css";

    /// <summary>Adds what each language of the site has; nothing when the site has no search.</summary>
    public static void AddTo(RoutePlan plan, Site site)
    {
        foreach (var section in site.Searches)
        {
            plan.Add(new SearchRoute(section, site.ListPageContentOf(section.Url), UrlPath.OutputPath(section.Url)));
            if (section.TermFiles == 0)
            {
                plan.Add(new SearchIndexRoute(section, SearchFileKind.All, 0, section.Url + "index.json"));
                continue;
            }

            AddFiles(plan, section, SearchFileKind.Terms, "terms", section.TermFiles);
            AddFiles(plan, section, SearchFileKind.Posts, "posts", section.PostFiles);
        }
    }

    private static void AddFiles(RoutePlan plan, SearchSection section, SearchFileKind kind, string name, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var url = string.Create(CultureInfo.InvariantCulture, $"{section.Url}{name}-{number}.json");
            plan.Add(new SearchIndexRoute(section, kind, number, url));
        }
    }
}
