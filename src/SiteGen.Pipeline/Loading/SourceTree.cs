using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>A snapshot of all input files, ordered by path.</summary>
/// <param name="Files">The files, including those of the built-in theme that the site does not override.</param>
/// <param name="Diagnostics">The problems found while scanning.</param>
[DebuggerDisplay("{Files.Length} files, {Diagnostics.Length} diagnostics")]
public sealed record SourceTree(ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The folder in the site's folder where the program keeps what is its own; it holds no source.</summary>
    public const string PrivateFolder = ".sitegen";

    /// <summary>The parts of the tree; null for a tree that was not scanned.</summary>
    internal SourceListing? Listing { get; init; }

    /// <summary>The files of one kind, in order.</summary>
    public ImmutableArray<SourceFile> OfKind(SourceKind kind) => [.. Files.Where(file => file.Kind == kind)];

    /// <summary>Whether this tree has the same files as another one, unchanged as far as sizes and times tell.</summary>
    public bool IsAs(SourceTree other)
    {
        if (Files.Length != other.Files.Length || Diagnostics.Length != other.Diagnostics.Length)
        {
            return false;
        }

        for (var i = 0; i < Files.Length; i++)
        {
            var (file, same) = (Files[i], other.Files[i]);
            if (file.Stamp != same.Stamp || file.Path != same.Path || file.FullPath != same.FullPath || file.Kind != same.Kind)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The index of a file by its absolute path; negative when it is not in the tree.</summary>
    internal int IndexOf(string fullPath)
    {
        for (var i = 0; i < Files.Length; i++)
        {
            if (Files[i].FullPath == fullPath)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a file of the tree is in a folder.</summary>
    internal bool HasFolder(string fullPath) =>
        Files.Any(file => file.FullPath is { } full && full.StartsWith(fullPath + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    /// <summary>Whether any of these absolute paths is a file of the tree.</summary>
    public bool HasAny(IReadOnlySet<string> fullPaths) => Files.Any(file => file.FullPath is { } full && fullPaths.Contains(full));
}
