using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>Every input file as it stood at one moment, ordered by path.</summary>
/// <param name="Files">The files, the built-in theme's included where the site does not override them.</param>
/// <param name="Diagnostics">What was noticed while looking.</param>
public sealed record SourceTree(ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What the listing was put together from; null for a tree that was not scanned.</summary>
    internal SourceListing? Listing { get; init; }

    /// <summary>The files of one kind, in order.</summary>
    public ImmutableArray<SourceFile> OfKind(SourceKind kind) => [.. Files.Where(file => file.Kind == kind)];

    /// <summary>Whether the same files stand here as in another tree, unchanged as far as can be told without reading them.</summary>
    public bool IsAs(SourceTree other)
    {
        if (Files.Length != other.Files.Length || Diagnostics.Length != other.Diagnostics.Length)
        {
            return false;
        }

        for (var i = 0; i < Files.Length; i++)
        {
            if (Files[i].Stamp != other.Files[i].Stamp || Files[i].Path != other.Files[i].Path || Files[i].FullPath != other.Files[i].FullPath || Files[i].Kind != other.Files[i].Kind)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether any of these absolute paths is a file of the tree.</summary>
    public bool HasAny(IReadOnlySet<string> fullPaths) => Files.Any(file => file.FullPath is { } full && fullPaths.Contains(full));
}
