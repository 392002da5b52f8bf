using System.Collections.Immutable;
using SiteGen.Pipeline.Loading;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Every file that the site will consist of, known before anything is rendered.</summary>
internal sealed class RouteTable
{
    private readonly Dictionary<ulong, string> _addresses;
    private readonly Dictionary<ulong, CopyRoute> _assets;
    private readonly Dictionary<ulong, CopyRoute> _files;
    private readonly Dictionary<ulong, CopyRoute> _byTarget;
    // Few ask for it, and a preview plans often.
    private readonly Lazy<Fingerprint> _plan;

    public RouteTable(ImmutableArray<Route> routes, ImmutableArray<Diagnostic> diagnostics)
    {
        Routes = routes;
        Diagnostics = diagnostics;
        _addresses = Addresses(routes);
        var copies = routes.OfType<CopyRoute>().ToImmutableArray();
        _assets = copies.Where(route => route.File.Kind == SourceKind.Asset).ToDictionary(route => IdOf(route.File.RelativePath));
        _plan = new Lazy<Fingerprint>(() => routes.Aggregate(Fingerprint.Compute("plan"), (print, route) => print.And(route.Maker)));
        _files = copies.ToDictionary(route => route.File.Id);
        _byTarget = ByTarget(copies);
    }

    /// <summary>The routes, ordered by output path.</summary>
    public ImmutableArray<Route> Routes { get; }

    /// <summary>Clashes and addresses that cannot be.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>
    /// The address of what a link names: a post, a page or a file beside them by its source, with or without its ending;
    /// or an address from the root that something is served at.
    /// </summary>
    public string? UrlOf(string target) => _addresses.GetValueOrDefault(IdOf(target.AsSpan().TrimEnd('/')));

    /// <summary>The copied file that an address leads to: by its source, or from the root; null when there is none.</summary>
    public SourceFile? FileOf(string target) => _byTarget.GetValueOrDefault(IdOf(target))?.File;

    /// <summary>The address of a theme's file by its name under <c>assets/</c>.</summary>
    public string? AssetOf(string name) => _assets.GetValueOrDefault(IdOf(name))?.Url;

    /// <summary>Identifies a link's target from build to build, whether or not it exists.</summary>
    public static ulong TargetIdOf(string target) => IdOf(target.AsSpan().TrimEnd('/'));

    /// <summary>The fingerprint of the URL that a link's target has; none when it does not exist.</summary>
    public Fingerprint UrlFingerprint(ulong targetId) => _addresses.TryGetValue(targetId, out var url) ? Fingerprint.Compute(url) : default;

    /// <summary>The fingerprint of the URL of a theme's file; none when it does not exist.</summary>
    public Fingerprint AssetFingerprint(ulong nameId) => _assets.TryGetValue(nameId, out var asset) ? Fingerprint.Compute(asset.Url) : default;

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

    /// <summary>The fingerprint of all URLs of the site.</summary>
    public Fingerprint PlanFingerprint => _plan.Value;

    /// <summary>Identifies a URL, a path or a name of an asset from build to build.</summary>
    /// <remarks>File names arrive decomposed from some systems, and URLs from others: equal in NFC is equal.</remarks>
    public static ulong IdOf(ReadOnlySpan<char> name) => (UnicodeNormalization.IsComposed(name) ? Fingerprint.Compute(name) : Fingerprint.Compute(UnicodeNormalization.Compose(name.ToString()))).Low;

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

    private static Dictionary<ulong, string> Addresses(ImmutableArray<Route> routes)
    {
        var addresses = new Dictionary<ulong, string>(routes.Length * 4);
        foreach (var route in routes)
        {
            addresses.TryAdd(IdOf(route.Url.AsSpan().TrimEnd('/')), route.Url);
            var isPage = route is PostRoute or TermRoute { ListPageContent: not null } or TermsRoute { ListPageContent: not null } or AliasRoute { To: not null };
            if (!isPage && route is not CopyRoute { File.Kind: SourceKind.Attachment or SourceKind.Static })
            {
                continue;
            }

            addresses[IdOf(route.Origin)] = route.Url;
            if (isPage)
            {
                // From the site's folder, as other programs write it.
                addresses.TryAdd(IdOf("/" + route.Origin), route.Url);
                var withoutEnding = route.Origin.AsSpan(0, route.Origin.LastIndexOf('.'));
                addresses.TryAdd(IdOf(withoutEnding), route.Url);
                if (withoutEnding.EndsWith("/index"))
                {
                    addresses.TryAdd(IdOf(withoutEnding[..^"/index".Length]), route.Url);
                }
            }
        }

        return addresses;
    }
}
