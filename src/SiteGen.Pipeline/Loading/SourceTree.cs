using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>Every input file as it stood at one moment, ordered by path.</summary>
/// <param name="Files">The files, the built-in theme's included where the site does not override them.</param>
/// <param name="Diagnostics">What was noticed while looking.</param>
public sealed record SourceTree(ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The files of one kind, in order.</summary>
    public ImmutableArray<SourceFile> Of(SourceKind kind) => [.. Files.Where(file => file.Kind == kind)];
}
