using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rendering.Pictures;
using SiteGen.Pipeline.Rendering.Search;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Everything that rendering works from; shared by all renderers of a plan.</summary>
internal sealed record RenderInput
{
    public RenderInput(
        Site site,
        RouteTable routes,
        ParsedTemplates templates,
        DependencyFingerprints fingerprints,
        ImageStore images,
        IEnumerable<Diagnostic> found)
    {
        (Site, Routes, Templates, Fingerprints, Images) = (site, routes, templates, fingerprints, images);
        Searches = new SearchIndexes(site);
        Failed = found.Where(problem => problem.IsError).Select(problem => problem.Path).ToImmutableHashSet(StringComparer.Ordinal);
    }

    /// <summary>The same for a build that renders some files of the search only.</summary>
    public RenderInput WithSearchFiles(IEnumerable<SearchIndexRoute> files) => this with { Searches = new SearchIndexes(Site, files) };

    /// <summary>Whether the site is so large that less should be kept in memory.</summary>
    public bool IsLarge { get; init; }

    /// <summary>The options that the site is built with.</summary>
    public SiteOptions Options => Site.Options;

    /// <summary>The posts and how they relate.</summary>
    public Site Site { get; }

    /// <summary>Every output.</summary>
    public RouteTable Routes { get; }

    /// <summary>Every template.</summary>
    public ParsedTemplates Templates { get; }

    /// <summary>The current fingerprint of everything that a rendering can read.</summary>
    public DependencyFingerprints Fingerprints { get; }

    /// <summary>What is made of pictures.</summary>
    public ImageStore Images { get; }

    /// <summary>The indexes of the searches of the site.</summary>
    public SearchIndexes Searches { get; private init; }

    /// <summary>The paths of the sources with errors.</summary>
    public ImmutableHashSet<string> Failed { get; }
}
