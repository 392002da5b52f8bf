using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Reports a missing folder once instead of once per missing file.</summary>
internal static class AbsentFolders
{
    // Fewer may each have a cause of their own, unless the folder is there and only not copied.
    private const int FewestMissed = 5;

    /// <summary>
    /// Replaces the problems of one absent folder with a single problem, and turns them into notes. A pure function of the problems of
    /// a build.
    /// </summary>
    /// <param name="problems">All problems, in order and with the severities that the site gives them.</param>
    /// <param name="routes">What the site consists of.</param>
    /// <param name="options">The options of the build.</param>
    public static ImmutableArray<Diagnostic> Gather(ImmutableArray<Diagnostic> problems, RouteTable routes, SiteOptions options)
    {
        var missed = problems.Where(problem => problem.Missing is not null && problem.Severity != DiagnosticSeverity.Note)
            .GroupBy(problem => FolderOf(problem, options.BasePath), StringComparer.Ordinal)
            .Where(folder => folder.Key.Length > 0 && (folder.Count() >= FewestMissed || SiteFolder.Has(options, folder.Key)))
            .ToArray();
        if (missed.Length == 0 || options.Rules.GetValueOrDefault(SiteRules.AbsentFolder.Name, DiagnosticSeverity.Warning) is null)
        {
            return problems;
        }

        var present = FoldersOf(routes);
        var absent = missed.Where(folder => !present.Contains(folder.Key)).ToDictionary(folder => folder.Key, StringComparer.Ordinal);
        if (absent.Count == 0)
        {
            return problems;
        }

        var kept = problems.Select(problem => problem.Missing is not null && absent.ContainsKey(FolderOf(problem, options.BasePath))
            ? problem with { Severity = DiagnosticSeverity.Note }
            : problem);
        var told = absent.Select(folder => Tell(folder.Key, [.. folder.Value], options));
        return [.. told.Concat(kept).Order(Comparer<Diagnostic>.Create(Diagnostic.Compare))];
    }

    private static Diagnostic Tell(string folder, ImmutableArray<Diagnostic> missed, SiteOptions options)
    {
        var pictures = missed.Count(problem => problem.Rule == SiteRules.MissingImage);
        var copied = options.Folders.Static.Select(known => (known.Folder, known.Target));
        var message = RoutingMessages.AbsentFolder(folder, pictures, missed.Length, SiteFolder.Has(options, folder), copied);
        var severity = missed.Max(problem => problem.Severity);
        var chosen = options.Rules.GetValueOrDefault(SiteRules.AbsentFolder.Name, severity) ?? severity;
        return Diagnostic.InFile(message, "") with
        {
            Severity = chosen > severity ? chosen : severity,
            Notes =
            [
                new DiagnosticNote(missed[0].Path, missed[0].Start, RoutingMessages.FirstMissed(missed[0].Missing ?? "", missed.Length)),
            ],
        };
    }

    private static string FolderOf(Diagnostic problem, string basePath)
    {
        var path = problem.Missing.AsSpan();
        path = basePath.Length > 1 && path.StartsWith(basePath) ? path[basePath.Length..] : path.TrimStart('/');
        var slash = path.IndexOf('/');
        return slash <= 0 || path[..slash] is "." or ".." ? "" : path[..slash].ToString();
    }

    // The theme's own files are in a folder that authors have too.
    private static HashSet<string> FoldersOf(RouteTable routes)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        var known = folders.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var route in routes.Routes)
        {
            if (route is not CopyRoute { File.Kind: SourceKind.Asset })
            {
                known.Add(FirstOf(route.OutputPath));
                known.Add(FirstOf(route.Origin));
            }
        }

        return folders;
    }

    private static ReadOnlySpan<char> FirstOf(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? default : path.AsSpan(0, slash);
    }
}
