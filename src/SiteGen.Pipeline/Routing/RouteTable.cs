using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Threading;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Every file that the site will consist of, known before anything is rendered.</summary>
[DebuggerDisplay("{Routes.Length} routes, {Diagnostics.Length} diagnostics")]
internal sealed class RouteTable
{
    private readonly Func<Dictionary<ulong, string>> _urls;
    private readonly Dictionary<ulong, CopyRoute> _assets;
    private readonly Dictionary<ulong, CopyRoute> _files;
    private readonly Dictionary<ulong, CopyRoute> _byTarget;

    // Lazy: few pages depend on it, and a preview plans often.
    private readonly Lazy<Fingerprint> _plan;

    public RouteTable(ImmutableArray<Route> routes, ImmutableArray<Diagnostic> diagnostics)
    {
        Routes = routes;
        Diagnostics = diagnostics;
        // Nobody asks before something is rendered or compared.
        _urls = ParallelStage.Begin(() => UrlsByTarget(routes));
        var copies = routes.OfType<CopyRoute>().ToImmutableArray();
        _assets = copies.Where(route => route.File.Kind == SourceKind.Asset).ToDictionary(route => IdOf(route.File.RelativePath));
        _plan = new Lazy<Fingerprint>(() => routes.Aggregate(Fingerprint.Compute("plan"), (plan, route) => plan.And(route.Maker)));
        _files = copies.ToDictionary(route => route.File.Id);
        _byTarget = ByTarget(copies);
        Icons = [.. routes.OfType<IconRoute>().OrderBy(icon => icon.Size)];
    }

    /// <summary>The routes, ordered by output path.</summary>
    public ImmutableArray<Route> Routes { get; }

    /// <summary>The site's icon as PNG files, the smallest first.</summary>
    public ImmutableArray<IconRoute> Icons { get; }

    /// <summary>Clashes, URLs that are not valid, and targets that do not exist.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>
    /// The URL of a link's target: the source of a post, page or attachment, with or without its extension,
    /// or a path from the root at which something is served; null when there is none.
    /// </summary>
    public string? UrlOf(string target) => _urls().GetValueOrDefault(IdOf(target.AsSpan().TrimEnd('/')));

    /// <summary>The output at a path; null when there is none.</summary>
    public Route? Find(string outputPath) =>
        SitePath.IndexOf(Routes, static route => route.OutputPath, outputPath) is >= 0 and var index ? Routes[index] : null;

    /// <summary>The copied file that a target names: by its source, or from the root; null when there is none.</summary>
    public CopyRoute? CopyOf(string target) => _byTarget.GetValueOrDefault(IdOf(target));

    /// <summary>The copied file by the identifier of its source; null when there is none.</summary>
    public CopyRoute? CopyOf(ulong fileId) => _files.GetValueOrDefault(fileId);

    /// <summary>The copied files whose output paths begin with a text.</summary>
    public IEnumerable<CopyRoute> CopiesBeginningWith(string start)
    {
        var at = SitePath.IndexOf(Routes, static route => route.OutputPath, start);
        for (at = at < 0 ? ~at : at; at < Routes.Length && Routes[at].OutputPath.StartsWith(start, StringComparison.Ordinal); at++)
        {
            if (Routes[at] is CopyRoute copy)
            {
                yield return copy;
            }
        }
    }

    /// <summary>The URL of a theme's file by its name under <c>assets/</c>; null when there is none.</summary>
    public string? AssetOf(string name) => _assets.GetValueOrDefault(IdOf(name))?.Url;

    /// <summary>Identifies a link's target from build to build, whether or not it exists.</summary>
    public static ulong TargetIdOf(string target) => IdOf(target.AsSpan().TrimEnd('/'));

    /// <summary>The fingerprint of the URL of a link's target; none when it does not exist.</summary>
    public Fingerprint UrlFingerprint(ulong targetId) =>
        _urls().TryGetValue(targetId, out var url) ? Fingerprint.Compute(url) : default;

    /// <summary>The fingerprint of the URL of a theme's file; none when it does not exist.</summary>
    public Fingerprint AssetFingerprint(ulong nameId) =>
        _assets.TryGetValue(nameId, out var asset) ? Fingerprint.Compute(asset.Url) : default;

    /// <summary>The fingerprint of the URLs of the site's icon.</summary>
    public Fingerprint IconsFingerprint => Icons.Aggregate(Fingerprint.Compute("icons"), (all, icon) => all.And(icon.Url));

    /// <summary>The fingerprint of a copied file's content; none when it does not exist.</summary>
    public Fingerprint FileFingerprint(ulong fileId) => _files.GetValueOrDefault(fileId)?.File.Stamp ?? default;

    /// <summary>The fingerprint of a copied file's length; none when it does not exist.</summary>
    public Fingerprint LengthFingerprint(ulong fileId) =>
        _files.GetValueOrDefault(fileId) is { } copy ? Fingerprint.Compute("length").And(copy.File.Length) : default;

    /// <summary>The fingerprint of an image's size; none when the image does not exist.</summary>
    /// <remarks>An image that cannot be measured differs from a missing one: another file may then take its place.</remarks>
    public Fingerprint ImageFingerprint(ulong fileId) => _files.GetValueOrDefault(fileId) is { File: var file }
        ? Fingerprint.Compute("picture").And(file.ImageSize?.Width ?? 0).And(file.ImageSize?.Height ?? 0)
        : default;

    /// <summary>The fingerprint of what versions of a picture are made of; none when it does not exist.</summary>
    public Fingerprint PictureFingerprint(ulong fileId) => _files.GetValueOrDefault(fileId)?.File.Raster?.Content ?? default;

    /// <summary>The fingerprint of all URLs of the site.</summary>
    public Fingerprint PlanFingerprint => _plan.Value;

    /// <summary>Identifies a URL, a path or a name of an asset from build to build.</summary>
    /// <remarks>File names arrive decomposed from some systems, and URLs from others: equal in NFC is equal.</remarks>
    public static ulong IdOf(ReadOnlySpan<char> name) => UnicodeNormalization.IsComposed(name)
        ? Fingerprint.Compute(name).Low
        : Fingerprint.Compute(UnicodeNormalization.Compose(name.ToString())).Low;

    private static Dictionary<ulong, CopyRoute> ByTarget(ImmutableArray<CopyRoute> copies)
    {
        var files = new Dictionary<ulong, CopyRoute>(copies.Length * 2);
        foreach (var copy in copies)
        {
            files[IdOf(copy.Url)] = copy;
            files.TryAdd(IdOf(copy.Origin), copy);
        }

        return files;
    }

    private static Dictionary<ulong, string> UrlsByTarget(ImmutableArray<Route> routes)
    {
        var urls = new Dictionary<ulong, string>(routes.Length * 4);
        char[] rooted = [];
        foreach (var route in routes)
        {
            urls.TryAdd(IdOf(route.Url.AsSpan().TrimEnd('/')), route.Url);
            var isPage = IsOfSource(route);
            if (!isPage && route is not CopyRoute { File.Kind: SourceKind.Attachment or SourceKind.Static })
            {
                continue;
            }

            urls[IdOf(route.Origin)] = route.Url;
            if (isPage)
            {
                // From the site's folder, as other generators accept it.
                rooted = rooted.Length > route.Origin.Length ? rooted : new char[(route.Origin.Length * 2) + 1];
                rooted[0] = '/';
                route.Origin.CopyTo(rooted.AsSpan(1));
                urls.TryAdd(IdOf(rooted.AsSpan(0, route.Origin.Length + 1)), route.Url);
                var withoutExtension = route.Origin.AsSpan(0, route.Origin.LastIndexOf('.'));
                urls.TryAdd(IdOf(withoutExtension), route.Url);
                if (withoutExtension.EndsWith("/index"))
                {
                    urls.TryAdd(IdOf(withoutExtension[..^"/index".Length]), route.Url);
                }
            }
        }

        return urls;
    }

    // Whether the route shows a post or a page, so that links name its source.
    private static bool IsOfSource(Route route) => route is PostRoute or AliasRoute { To: not null }
        or ListRoute { ListPageContent: not null };
}
