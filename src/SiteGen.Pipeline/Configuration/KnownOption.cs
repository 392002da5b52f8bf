using System.Collections.Immutable;
using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Configuration;

/// <summary>An option that exists because it was read.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Shape">What its value may be.</param>
/// <param name="Default">What it is when it is not set, as it would be written; empty for nothing.</param>
/// <param name="Set">What was written; null when it is not set.</param>
internal sealed record KnownOption(string Key, ValueShape Shape, string Default, Option? Set)
{
    /// <summary>The options inside, when they are read by their own keys.</summary>
    public ImmutableArray<KnownOption> Members { get; init; } = [];
}
