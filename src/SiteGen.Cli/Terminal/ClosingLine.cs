using SiteGen.Pipeline;
using SiteGen.Pipeline.Configuration;

namespace SiteGen.Cli.Terminal;

/// <summary>The last line of a build: where the site is, and what to do next.</summary>
internal static class ClosingLine
{
    /// <summary>The line for a result.</summary>
    public static string For(BuildResult result, SiteOptions options)
    {
        var output = ShortPath(options.OutputFolder);
        var serve = ShortPath(options.SourceFolder) is var source && source == "." ? "sitegen serve" : $"sitegen serve -s {Quoted(source)}";
        return result.Changes is null ? $"correct what is named above and build again; what is in {output} is as it was"
            : options.Writing.IsDryRun ? $"nothing was written, as -n asks; without it the site goes to {output}"
            : result.Errors > 0 ? $"the site is in {output}, without what the errors above name: correct them and build again"
            : $"the site is in {output}; '{serve}' shows it, and any web host can serve that folder";
    }

    /// <summary>A path as it is shortest to write: from the current folder when it is inside of it.</summary>
    internal static string ShortPath(string path)
    {
        try
        {
            var relative = Path.GetRelativePath(Path.GetFullPath("."), path);
            var isOutside = relative == ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
            return isOutside ? path : relative;
        }
        catch (IOException)
        {
            // The current folder is gone.
            return path;
        }
    }

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
