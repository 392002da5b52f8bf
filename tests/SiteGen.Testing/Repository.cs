namespace SiteGen.Testing;

/// <summary>The repository that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its root: the nearest folder above the test program that holds the solution.</summary>
    /// <remarks>Not the path that the compiler knows: a deterministic build maps it to one that does not exist.</remarks>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The full path of a file in it.</summary>
    public static string PathOf(string relativePath) => Path.Combine(Root, relativePath);

    /// <summary>The text of a file in it.</summary>
    public static string Read(string relativePath) => File.ReadAllText(PathOf(relativePath));

    /// <summary>
    /// Every file below a folder, relative to the root, with <c>/</c>; the output of builds is skipped.
    /// </summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is ".git" or "bin" or "obj" or "_site" or ".sitegen" or "artifacts"
                or "TestResults" or ".vs" or ".idea" or ".vscode"))
            .Where(path => !path.EndsWith(Snapshot.ReceivedEnding, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SiteGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"there is no SiteGen.sln above {start}");
    }
}
