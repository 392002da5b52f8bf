namespace SiteGen.Cli.Commands;

/// <summary>Paths on a command line, which shells complete from the current folder.</summary>
internal static class SitePaths
{
    /// <summary>A path from the current folder as one from the site's, with <c>/</c>; an address as it is.</summary>
    public static string FromFolder(string path, string siteFolder) =>
        path.Length == 0 || path.Contains("://", StringComparison.Ordinal)
            ? path
            : Path.GetRelativePath(siteFolder, Path.GetFullPath(path)).Replace('\\', '/');
}
