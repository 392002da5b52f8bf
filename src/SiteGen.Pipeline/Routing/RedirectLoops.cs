using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Finds redirects that lead to each other and never to a page.</summary>
internal static class RedirectLoops
{
    /// <summary>One diagnostic for each loop, found by following redirects as a browser would.</summary>
    public static IEnumerable<Diagnostic> In(Site site)
    {
        var pages = site.Published
            .Where(head => head.Front.RedirectTo is not null)
            .DistinctBy(head => head.Url, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        if (pages.Length == 0)
        {
            yield break;
        }

        // On a host that ignores case, a redirect to its own URL in small letters ends at the page there, if there is one.
        var ends = site.Published
            .Where(post => post.Front.RedirectTo is null).Select(post => post.Url).ToHashSet(StringComparer.Ordinal);
        var next = pages
            .Select(head => KeyValuePair.Create(head.Url, UrlPath.Normalize(RedirectTarget.Resolve(head, site))))
            .Where(redirect => !ends.Contains(redirect.Value))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        var byUrl = pages.ToDictionary(head => head.Url, StringComparer.OrdinalIgnoreCase);
        foreach (var loop in LoopsIn(byUrl, next))
        {
            // Each loop is reported once: at the first of its URLs.
            var first = loop.Select(url => byUrl[url]).MinBy(head => head.Url, StringComparer.Ordinal);
            if (first is not null)
            {
                yield return At(first, [.. PathFrom(first.Url, next)]);
            }
        }
    }

    // The URLs of each loop. What was followed once is not followed again.
    private static IEnumerable<List<string>> LoopsIn(Dictionary<string, PostHead> pages, Dictionary<string, string> next)
    {
        // The walk in which a URL was met first.
        var met = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var walk = 0;
        foreach (var start in pages.Keys)
        {
            walk++;
            var (at, path) = (start, new List<string>());
            while (pages.ContainsKey(at) && next.TryGetValue(at, out var following) && met.TryAdd(at, walk))
            {
                path.Add(at);
                at = following;
            }

            if (path.Count > 0 && met.GetValueOrDefault(at) == walk)
            {
                yield return path[path.FindIndex(url => url.Equals(at, StringComparison.OrdinalIgnoreCase))..];
            }
        }
    }

    // Once around a loop.
    private static IEnumerable<string> PathFrom(string start, Dictionary<string, string> next)
    {
        var at = start;
        do
        {
            yield return at;
            at = next[at];
        }
        while (!at.Equals(start, StringComparison.OrdinalIgnoreCase));
    }

    private static Diagnostic At(PostHead head, List<string> path) =>
        Diagnostic.InFile(RoutingMessages.RedirectLoop(path.Append(head.Url)), head.Path).At(head.Front.PositionOf("redirectTo"));
}
