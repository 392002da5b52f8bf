using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Finds the pages whose text is shown above a list, because they have its URL.</summary>
internal static class ListPages
{
    /// <summary>The URL of the page that explains the feeds.</summary>
    public const string FeedsUrl = "/feeds/";

    /// <summary>The pages by URL; a page that asks for a layout of its own replaces the list instead.</summary>
    public static Dictionary<string, PostHead> ContentsOf(Site site)
    {
        var lists = UrlsOf(site).ToHashSet(StringComparer.Ordinal);
        return site.Published
            .Where(post => post.IsPage && post.Front.Layout is null && lists.Contains(post.Url))
            .DistinctBy(post => post.Url)
            .ToDictionary(post => post.Url, StringComparer.Ordinal);
    }

    private static IEnumerable<string> UrlsOf(Site site)
    {
        var homes = site.Languages.Select(section => $"{section.Prefix}/");
        var terms = site.Taxonomies
            .Where(taxonomy => taxonomy.Terms.Length > 0)
            .SelectMany(taxonomy => taxonomy.Terms.Select(term => term.Url).Append(taxonomy.Url));
        ImmutableArray<string> feeds = site.Options.Feeds.Files.IsEmpty ? [] : [FeedsUrl];
        var searches = site.Searches.Select(section => section.Url);
        return [.. homes, .. terms, .. site.HasArchive ? ArchiveUrlsOf(site) : [], .. feeds, .. searches];
    }

    private static IEnumerable<string> ArchiveUrlsOf(Site site)
    {
        var hasMonths = site.Options.Archives == ArchiveDepth.Months;
        var months = site.Years.Where(_ => hasMonths).SelectMany(year => year.Months);
        return site.Years.Select(year => year.Url).Concat(months.Select(month => month.Url)).Append(Archive.Url);
    }
}
