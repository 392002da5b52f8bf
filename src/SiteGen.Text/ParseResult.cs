using System.Collections.Immutable;

namespace SiteGen.Text;

/// <summary>A parsed value and the problems found while parsing; a cached result repeats them.</summary>
public sealed record ParseResult<T>(T Value, ImmutableArray<Diagnostic> Diagnostics);
