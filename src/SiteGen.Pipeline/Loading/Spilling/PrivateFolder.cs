using System.Diagnostics.CodeAnalysis;

namespace SiteGen.Pipeline.Loading.Spilling;

/// <summary>The program's own folder in the folder of a site, <see cref="SourceTree.PrivateFolder"/>, and those in it.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Looks at the private folder, and removes it when it is empty")]
internal static class PrivateFolder
{
    /// <summary>Its path.</summary>
    public static string In(string sourceFolder) => Path.Combine(sourceFolder, SourceTree.PrivateFolder);

    /// <summary>Whether it is a folder and no link out of it, which is never followed.</summary>
    public static bool IsOwn(string folder) => new DirectoryInfo(folder) is { Exists: true, LinkTarget: null };

    /// <summary>Keeps it out of Git, so that authors need not add it to their own <c>.gitignore</c>.</summary>
    public static void IgnoreInGit(string folder)
    {
        var path = Path.Combine(folder, ".gitignore");
        if (!Path.Exists(path))
        {
            File.WriteAllText(path, "*\n");
        }
    }

    /// <summary>Removes it when nothing is in it.</summary>
    public static void RemoveIfEmpty(string folder)
    {
        if (IsOwn(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
