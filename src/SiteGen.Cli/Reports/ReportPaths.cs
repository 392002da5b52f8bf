using SiteGen.Pipeline.Configuration;
using SiteGen.Text;

namespace SiteGen.Cli.Reports;

/// <summary>Where the files of problems are, seen from the folder that a build server has checked out.</summary>
/// <param name="root">That folder, as an absolute path.</param>
/// <param name="sources">The folder of the site, and the configuration files that the command line names.</param>
internal sealed class ReportPaths(string root, OptionSources sources)
{
    // The folder of the checkout: https://docs.github.com/actions/reference/variables-reference, https://docs.gitlab.com/ci/variables/.
    private static readonly string[] s_checkouts = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"];

    /// <summary>The paths of a site, from the checkout that it is in, else from the current folder.</summary>
    public static ReportPaths For(OptionSources sources)
    {
        var root = s_checkouts.Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(folder => !string.IsNullOrEmpty(folder) && IsInside(folder, sources.SourceFolder));
        return new ReportPaths(Path.GetFullPath(root ?? "."), sources);
    }

    /// <summary>The path of a problem's file from the root, with <c>/</c>; null when the problem is in no file.</summary>
    public string? Of(string path)
    {
        if (path.Length == 0)
        {
            return null;
        }

        var full = sources.Files.Contains(path) ? Path.GetFullPath(path) : Path.Combine(sources.SourceFolder, path);
        return (IsInside(root, full) ? Path.GetRelativePath(root, full) : path).Replace('\\', '/');
    }

    /// <summary>The path of a problem's file as a relative URI (RFC 3986); null when the problem is in no file.</summary>
    public string? UriOf(string path) =>
        Of(path) is { } relative ? string.Join('/', relative.Split('/').Select(Uri.EscapeDataString)) : null;

    /// <summary>A name for a problem that stays the same when lines are added above it.</summary>
    public string FingerprintOf(Diagnostic problem, int number) =>
        Fingerprint.Compute($"{problem.Rule.Code}\n{Of(problem.Path)}\n{problem.Message}\n{problem.LineText.Trim()}\n{number}").ToString();

    private static bool IsInside(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        return relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !Path.IsPathRooted(relative);
    }
}
