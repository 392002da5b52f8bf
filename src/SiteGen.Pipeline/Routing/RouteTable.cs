using System.Collections.Immutable;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rendering;
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
        _plan = new Lazy<Fingerprint>(() => routes.Aggregate(Fingerprint.Of("plan"), (print, route) => print.And(route.Maker)));
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
    public string? AddressOf(string target) => _addresses.GetValueOrDefault(IdOf(target.AsSpan().TrimEnd('/')));

    /// <summary>The copied file that an address leads to: by its source, or from the root; null when there is none.</summary>
    public SourceFile? FileOf(string target) => _byTarget.GetValueOrDefault(IdOf(target))?.File;

    /// <summary>The key under which reading the size of a picture is noted.</summary>
    public static InputKey PictureKey(SourceFile picture) => new(InputKind.Picture, picture.Id, 0);

    /// <summary>The address of a theme's file by its name under <c>assets/</c>.</summary>
    public string? AssetOf(string name) => _assets.GetValueOrDefault(IdOf(name))?.Url;

    /// <summary>The key under which reading the address of a link's target is noted.</summary>
    public static InputKey AddressKey(string target) => new(InputKind.Address, IdOf(target.AsSpan().TrimEnd('/')), 0);

    /// <summary>The key under which reading the address of a theme's file is noted.</summary>
    public static InputKey AssetKey(string name) => new(InputKind.Asset, IdOf(name), 0);

    /// <summary>What stands for an address or a file now; nothing when it is not there.</summary>
    public Fingerprint FingerprintOf(InputKey key) => key.Kind switch
    {
        InputKind.Address => _addresses.TryGetValue(key.Id, out var url) ? Fingerprint.Of(url) : default,
        InputKind.Asset => _assets.TryGetValue(key.Id, out var asset) ? Fingerprint.Of(asset.Url) : default,
        InputKind.File => _files.GetValueOrDefault(key.Id)?.File.Stamp ?? default,
        // One that cannot be measured is something else than none: another file may then be in its place.
        InputKind.Picture => _files.GetValueOrDefault(key.Id) is { } copy ? Fingerprint.Of("picture").And(copy.File.Picture?.Width ?? 0).And(copy.File.Picture?.Height ?? 0) : default,
        InputKind.Length => _files.GetValueOrDefault(key.Id) is { } file ? Fingerprint.Of("length").And(file.File.Length) : default,
        InputKind.Plan => _plan.Value,
        _ => default,
    };

    // Names of files may come decomposed from some systems, and addresses from others.
    private static ulong IdOf(ReadOnlySpan<char> name) => (Composition.IsComposed(name) ? Fingerprint.Of(name) : Fingerprint.Of(Composition.Of(name.ToString()))).Low;

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
            var isPage = route is PostRoute or TermRoute { Introduction: not null } or TermsRoute { Introduction: not null } or AliasRoute { To: not null };
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
