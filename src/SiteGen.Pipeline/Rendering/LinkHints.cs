using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Says of a link that leads to nothing what it was probably meant to lead to.</summary>
internal sealed class LinkHints(PageScope scope)
{
    // Read for every broken link, of which a site may have thousands.
    private ILookup<string, string>? _namesByFolder;

    /// <summary>The problem of a link, with why its target is not there or what is like it.</summary>
    public Diagnostic Complete(Diagnostic problem, string target)
    {
        var id = Fingerprint.Compute(target).Low;
        scope.Dependencies.Note(new DependencyKey(DependencyKind.LeftOut, id, 0));
        if (scope.Site.ReasonsLeftOut.TryGetValue(id, out var reason))
        {
            return problem with { Message = RenderingMessages.NotPublished(target, reason), Hint = RenderingMessages.PublishTarget() };
        }

        // The nearest name depends on all files.
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Plan, 0, 0));
        problem = problem with { Missing = target };
        return Nearest(target) is { } near ? problem with { Hint = RenderingMessages.DidYouMean(near) } : problem;
    }

    // A file of this name elsewhere, or one in this folder with nearly this name.
    private string? Nearest(string target)
    {
        var names = _namesByFolder ??= scope.Site.Published
            .Select(post => post.Path)
            .ToLookup(SitePath.FolderOf, path => path[(path.LastIndexOf('/') + 1)..], StringComparer.Ordinal);
        var (folder, name) = (SitePath.FolderOf(target), target[(target.LastIndexOf('/') + 1)..]);
        if (names.FirstOrDefault(group => group.Contains(name))?.Key is { } elsewhere)
        {
            return $"/{elsewhere}/{name}";
        }

        return Suggestion.For(name, names[folder]);
    }
}
