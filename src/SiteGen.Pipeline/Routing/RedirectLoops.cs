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
            .Select(post => post.Head)
            .Where(head => head.Front.RedirectTo is not null)
            .DistinctBy(head => head.Url, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        if (pages.Length == 0)
        {
            yield break;
        }

        // On a host that ignores case, a redirect to its own URL in small letters ends at the page there, if there is one.
        var ends = site.Published
            .Where(post => post.Head.Front.RedirectTo is null).Select(post => post.Head.Url).ToHashSet(StringComparer.Ordinal);
        var next = pages
            .Select(head => KeyValuePair.Create(head.Url, UrlPath.Normalize(RedirectTarget.Resolve(head, site))))
            .Where(redirect => !ends.Contains(redirect.Value))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var head in pages)
        {
            var path = LoopFrom(head.Url, next);

            // Each loop is reported once: at the first of its URLs.
            if (path.Count > 0 && path.All(step => string.CompareOrdinal(head.Url, step) <= 0))
            {
                yield return At(head, path);
            }
        }
    }

    // The URLs from one back to itself; empty when its redirects end, or lead into a loop that it is not part of.
    private static List<string> LoopFrom(string start, Dictionary<string, string> next)
    {
        var (at, path) = (start, new List<string>());
        while (next.TryGetValue(at, out var following) && !path.Contains(at, StringComparer.OrdinalIgnoreCase))
        {
            path.Add(at);
            at = following;
        }

        return string.Equals(at, start, StringComparison.OrdinalIgnoreCase) ? path : [];
    }

    private static Diagnostic At(PostHead head, List<string> path) =>
        Diagnostic.InFile(RoutingMessages.RedirectLoop(path.Append(head.Url)), head.Path).At(head.Front.PositionOf("redirectTo"));
}
