using System.Collections.Immutable;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>What the reader of front matter has to know about the site.</summary>
/// <param name="Dates">Reads dates in the time zone of the site.</param>
/// <param name="Taxonomies">The taxonomies that the site declares.</param>
/// <param name="KeepsHashtags">Whether <c>#word</c> is kept in texts, where YAML reads a comment.</param>
internal sealed record FrontMatterSettings(DateReader Dates, ImmutableArray<TaxonomyKey> Taxonomies, bool KeepsHashtags);
