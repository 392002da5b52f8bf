using System.Diagnostics.CodeAnalysis;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading.Files;

/// <summary>Finds a library that lies beside the program.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which files are read")]
internal static class LibraryFile
{
    /// <summary>The folder beside the program that libraries are in.</summary>
    public const string Folder = "libvips";

    /// <summary>The path of a library; null when it is not there.</summary>
    /// <param name="path">Where it is said to be; null for beside the program.</param>
    /// <param name="name">Its name there.</param>
    public static string? Find(string? path, string name)
    {
        string[] candidates = path is not null
            ? [Path.GetFullPath(path)]
            : [Path.Combine(AppContext.BaseDirectory, Folder, name), Path.Combine(AppContext.BaseDirectory, name)];
        return Array.Find(candidates, File.Exists);
    }

    /// <summary>Path, time and size of a file; the default when there is none.</summary>
    public static Fingerprint StampOf(string? path) => path is not null && new FileInfo(path) is { Exists: true } file
        ? Fingerprint.Compute(path).And(file.LastWriteTimeUtc.Ticks).And(file.Length)
        : default;
}
