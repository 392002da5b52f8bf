using System.Collections.Immutable;
using SiteGen.Pipeline.Rendering.Views;
using SiteGen.Pipeline.Routing;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Standalone;

/// <summary>A page of a site for which a template is tried.</summary>
internal sealed class SitePage
{
    /// <summary>The page of a route.</summary>
    public SitePage(RenderInput input, Route route)
    {
        Scope = new PageScope(input.Site, input.Routes, input.Fingerprints, input.Images);
        Scope.Begin(RoutePage.LanguageOf(route, input.Options), RoutePage.TranslatedInto(route));
        Model = new PageModel(Scope, route, RoutePage.KindOf(route));
        Templates = [.. input.Templates.Set.Names.Select(name => input.Templates.Set.Find(name)).OfType<Template>()];
    }

    /// <summary>The limits, the zone and the clock of the site's templates.</summary>
    public RenderOptions Options => RouteRenderer.OptionsOf(Scope.Options, Scope.Dependencies);

    /// <summary>What functions of the site work on.</summary>
    public PageScope Scope { get; }

    /// <summary>What templates read.</summary>
    public IMembers Model { get; }

    /// <summary>The language, by which dates are written.</summary>
    public string Culture => Scope.Language.Tag;

    /// <summary>The templates of the site, which can be included.</summary>
    public ImmutableArray<Template> Templates { get; }
}

/// <summary>Names of one object, and below them those of another.</summary>
internal sealed class OverlaidMembers(IMembers above, IMembers below) : IMembers
{
    /// <inheritdoc/>
    public ImmutableArray<string> Names { get; } = [.. above.Names.Union(below.Names)];

    /// <inheritdoc/>
    public bool TryGet(string name, out Value value) => above.TryGet(name, out value) || below.TryGet(name, out value);
}
