using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Rendering;
using SiteGen.Text;

namespace SiteGen.Pipeline;

/// <summary>Puts the problems of all stages together as they are shown.</summary>
internal static class Problems
{
    /// <summary>What is to be said of a site without posts, unless they could not be read.</summary>
    public static ImmutableArray<Diagnostic> Empty(Site site, ParsedSources parsed, SiteOptions options) =>
        site.Published.Any(post => !post.Head.IsPage) || parsed.Diagnostics.Any(problem => problem.IsError)
        ? []
        : [Diagnostic.InFile(SiteRules.NoPosts, options.Folders.Posts, "there is no post here", "write one: a file such as posts/hello.md with '---', 'title: Hello', '---' and some text")];

    /// <summary>The problems that rendering and writing met.</summary>
    public static IEnumerable<Diagnostic> Of(ImmutableArray<Drawn> drawn)
    {
        foreach (var route in drawn)
        {
            foreach (var problem in route.Trace.Diagnostics)
            {
                yield return problem;
            }

            if (route.Written.Problem is { } refusal)
            {
                yield return refusal;
            }
        }
    }

    /// <summary>The problems as the author's rules weigh them, in order; a template's problem on many pages stands once.</summary>
    public static ImmutableArray<Diagnostic> InOrder(ImmutableArray<Diagnostic> problems, SiteOptions options)
    {
        var kept = new List<Diagnostic>(problems.Length);
        foreach (var problem in problems)
        {
            if (!options.Rules.TryGetValue(problem.Rule.Name, out var severity))
            {
                kept.Add(problem);
            }
            else if (severity is { } raised)
            {
                kept.Add(problem with { Severity = raised });
            }
        }

        kept.Sort(Diagnostic.Compare);
        return [.. kept.Where((problem, index) => index == 0 || Diagnostic.Compare(kept[index - 1], problem) != 0)];
    }
}
