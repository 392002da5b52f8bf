using System.Collections.Immutable;
using SiteGen.Pipeline.Routing;
using SiteGen.Templating.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>The templates that ran into a limit, so that they are not tried on every other page.</summary>
/// <remarks>
/// Each page that runs into a limit takes seconds, and a site has thousands. After the third page of a template, in the order of the
/// plan, the later ones are given up. Some of them may have been rendered meanwhile by other threads; <see cref="IsGivenUp"/>
/// is asked again when all is done, so that what is made does not depend on the threads.
/// </remarks>
internal sealed class RunawayTemplates
{
    private const int Tries = 3;

    private ImmutableDictionary<string, ImmutableSortedSet<int>> _pages =
        ImmutableDictionary.Create<string, ImmutableSortedSet<int>>(StringComparer.Ordinal);

    /// <summary>Whether the page at an index of the plan is given up, as far as is known now.</summary>
    public bool IsGivenUp(Route route, int index) =>
        Volatile.Read(ref _pages) is { IsEmpty: false } all
        && all.TryGetValue(TemplateOf(route), out var pages)
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

    // The name by which a route asks for its template, which it need not get.
    private static string TemplateOf(Route route) =>
        route is PostRoute { Post.Head.Front.Layout: { Length: > 0 } layout } ? layout : RoutePage.KindOf(route);
}
