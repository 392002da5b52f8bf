using System.Collections.Immutable;
using SiteGen.Pipeline.Routing;
using SiteGen.Templating.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>The templates that ran into a limit, so that they are not tried on every other page.</summary>
/// <remarks>
/// Each page that runs into a limit takes seconds, and a site has thousands. After the third page of a template, in the order of the
/// plan, the later ones are given up. Other threads may have rendered some of them meanwhile; <see cref="IsGivenUp"/> is
/// checked again after all threads, so that the output does not depend on their timing.
/// </remarks>
internal sealed class RunawayTemplates
{
    private const int Tries = 3;

    private ImmutableDictionary<string, ImmutableSortedSet<int>> _pages =
        ImmutableDictionary.Create<string, ImmutableSortedSet<int>>(StringComparer.Ordinal);

    /// <summary>Whether a page has run into a limit.</summary>
    public bool HasAny => !Volatile.Read(ref _pages).IsEmpty;

    /// <summary>Whether the page at an index of the plan is given up, as far as is known now.</summary>
    public bool IsGivenUp(Route route, int index) =>
        HasAny
        && Volatile.Read(ref _pages).TryGetValue(TemplateOf(route), out var pages)
        && pages.Count >= Tries
        && index > pages[Tries - 1];

    /// <summary>Notes the problems of a page.</summary>
    public void Note(Route route, int index, ImmutableArray<Diagnostic> problems)
    {
        foreach (var problem in problems)
        {
            if (problem.Rule == TemplateRules.LimitReached)
            {
                ImmutableInterlocked.AddOrUpdate(ref _pages, TemplateOf(route), [index], (_, pages) => pages.Add(index));
                return;
            }
        }
    }

    // The name of the requested template; it may be missing, and another one used.
    private static string TemplateOf(Route route) =>
        route is PostRoute { Post.Front.Layout: { Length: > 0 } layout } ? layout : RoutePage.KindOf(route);
}
