using System.Collections.Immutable;

namespace SiteGen.Text;

/// <summary>What came of reading something, and the problems found on the way: a kept result repeats them.</summary>
public sealed record ParseResult<T>(T Value, ImmutableArray<Diagnostic> Diagnostics);
