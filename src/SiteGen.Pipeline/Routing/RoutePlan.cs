using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>The routes planned so far, at most one for each output path; every route without a path of its own is reported.</summary>
/// <remarks>
/// Paths are compared as the most limited file systems do: ignoring case, in NFC. Only a redirect may differ from another route in
/// case alone; it is marked, so that it is written only where both files can be.
/// </remarks>
[DebuggerDisplay("{_byPath.Count} routes, {_diagnostics.Count} diagnostics")]
internal sealed class RoutePlan(int capacity)
{
    // What the writer keeps in the output folder for itself begins so.
    private const string ReservedPrefix = ".sitegen-";

    private readonly Dictionary<string, Route> _byPath = new(capacity, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, AliasRoute> _caseVariants = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>The routes by their output paths.</summary>
    public IReadOnlyDictionary<string, Route> ByPath => _byPath;

    /// <summary>The route with exactly this output path; null when there is none.</summary>
    public Route? Find(string outputPath) =>
        _byPath.TryGetValue(outputPath, out var route) && route.OutputPath == outputPath ? route
        : _caseVariants.GetValueOrDefault(outputPath);

    /// <summary>Adds a route; one that clashes with an earlier route is reported instead.</summary>
    public void Add(Route route)
    {
        if (ReasonToRefuse(route) is { } reason)
        {
            Report(Diagnostic.InFile(reason, route.Origin));
            return;
        }

        if (_caseVariants.TryGetValue(route.OutputPath, out var variant))
        {
            ReportClash(variant, route);
            return;
        }

        if (AddBeside(route as AliasRoute) || _byPath.TryAdd(route.OutputPath, route))
        {
            return;
        }

        var first = _byPath[route.OutputPath];
        if (first is AliasRoute redirect && redirect.OutputPath != route.OutputPath)
        {
            // A page takes the place of a redirect that was planned before it.
            _byPath.Remove(redirect.OutputPath);
            _byPath.Add(route.OutputPath, route);
            AddBeside(redirect);
            return;
        }

        if (route is ListRoute && first is PostRoute { Post: { IsPage: true, Front.Layout: not null } })
        {
            // A page that asks for a layout of its own replaces the list: the author's choice, not a mistake.
            Report(Diagnostic.InFile(RoutingMessages.Replaced(route.Origin), first.Origin));
            return;
        }

        ReportClash(first, route);
    }

    private static DiagnosticMessage? ReasonToRefuse(Route route) =>
        route.OutputPath.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase) ? RoutingMessages.Reserved(route.Url)
        : !UrlPath.IsInside(route.OutputPath) ? RoutingMessages.OutsideOutputFolder(route.Url)
        : null;

    /// <summary>Adds a generated file, unless the site has its own, as a page or in <c>static/</c>.</summary>
    public void AddUnlessTaken(Route route)
    {
        if (_byPath.TryGetValue(route.OutputPath, out var own))
        {
            Report(Diagnostic.InFile(RoutingMessages.Replaced(route.Origin), own.Origin));
            return;
        }

        Add(route);
    }

    /// <summary>Reports a problem.</summary>
    public void Report(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    /// <summary>Reports two routes with the same output path, at the later one where an author can change it.</summary>
    public void ReportClash(Route first, Route route) => Report(RouteClash.SamePath(first, route));

    // Adds a redirect that differs from another route in case only, and does not add others.
    private bool AddBeside(AliasRoute? redirect)
    {
        var isVariant = redirect is not null && DiffersInCaseOnly(redirect.OutputPath);
        if (isVariant && redirect is not null)
        {
            _caseVariants.Add(redirect.OutputPath, redirect with { IsCaseVariant = true });
        }

        return isVariant;
    }

    // A path in the place of another, or a folder in the place of a file: 'ABOUT.HTML/index.html' beside 'about.html'.
    private bool DiffersInCaseOnly(string path)
    {
        const string Index = "/index.html";
        var folder = path.EndsWith(Index, StringComparison.Ordinal) ? path[..^Index.Length] : path;
        return Find(path) is null && (Differs(path) || Differs(folder) || Differs(path + Index));

        bool Differs(string wanted) => _byPath.TryGetValue(wanted, out var other) && other.OutputPath != wanted;
    }

    /// <summary>The finished table.</summary>
    public RouteTable ToTable()
    {
        var all = _byPath.Values.Concat(_caseVariants.Values).OrderBy(route => route.OutputPath, StringComparer.Ordinal);
        var routes = WithoutBlocked([.. all]);
        return new RouteTable(routes, _diagnostics.ToImmutable());
    }

    // A file cannot have the name of a folder: 'about' from static/ and 'about/index.html' from pages/.
    private ImmutableArray<Route> WithoutBlocked(ImmutableArray<Route> routes)
    {
        var paths = routes.Select(route => route.OutputPath).ToArray();
        var kept = ImmutableArray.CreateBuilder<Route>(routes.Length);
        for (var i = 0; i < routes.Length; i++)
        {
            // In this order, a path in the folder may have others before it, but those begin like it too.
            var mayBeFolder = i + 1 < paths.Length && paths[i + 1].StartsWith(paths[i], StringComparison.Ordinal);
            if (mayBeFolder && FirstIn(paths[i] + "/", paths) is { } inside)
            {
                Report(RouteClash.FileAndFolder(routes[i], routes[inside]));
                continue;
            }

            kept.Add(routes[i]);
        }

        return kept.DrainToImmutable();
    }

    private static int? FirstIn(string folder, string[] sortedPaths)
    {
        var index = ~Array.BinarySearch(sortedPaths, folder, StringComparer.Ordinal);
        return index < sortedPaths.Length && sortedPaths[index].StartsWith(folder, StringComparison.Ordinal) ? index : null;
    }
}
