namespace SiteGen.Pipeline.FrontMatter;

/// <summary>The front matter keys of a taxonomy that a site declares.</summary>
/// <param name="Taxonomy">The name of the taxonomy.</param>
/// <param name="Singular">The word for one of its terms, compared without case.</param>
internal readonly record struct TaxonomyKey(string Taxonomy, string Singular)
{
    /// <summary>The name as the keys of front matter are compared: without <c>-</c>.</summary>
    public string Plural { get; } = Taxonomy.Replace("-", "", StringComparison.Ordinal);
}
