using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Theme;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Routing;

/// <summary>One file of the planned output.</summary>
public readonly record struct PlannedOutput
{
    internal PlannedOutput(Route route) => Route = route;

    internal Route Route { get; }

    /// <summary>Its path in the output folder.</summary>
    public string Path => Route.OutputPath;

    /// <summary>Its URL from the site's root, without the base path, percent-encoded.</summary>
    public string Url => UrlPath.Encode(Route.Url);

    /// <summary>The file that it is a copy of; null for what is rendered.</summary>
    public SourceFile? File => Route is CopyRoute { File: var file, IsReplaced: false } && !ThemeStyle.IsFor(file) ? file : null;
}
