using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>The name of a taxonomy, the source of a post's terms, and the order of a term's posts.</summary>
/// <param name="Options">Its name and titles.</param>
/// <param name="TermsOf">The terms of a post.</param>
/// <param name="Order">Orders a term's posts; null for newest first.</param>
internal sealed record TaxonomyKind(
    TaxonomyOptions Options,
    Func<PostHead, ImmutableArray<string>> TermsOf,
    Func<ImmutableArray<PostHead>, ImmutableArray<Diagnostic>.Builder, ImmutableArray<PostHead>>? Order)
{
    /// <summary>The taxonomies of a site: those with front matter keys of their own, and those it declares.</summary>
    public static ImmutableArray<TaxonomyKind> Create(SiteOptions options, Func<PostHead, ImmutableArray<string>> authorsOf)
    {
        var declared = options.Taxonomies;
        var known = TaxonomyDefaults.Known.Select(start => declared.FirstOrDefault(taxonomy => taxonomy.Name == start.Name) ?? start);
        var own = declared.Where(taxonomy => !TaxonomyDefaults.IsKnown(taxonomy.Name));
        return [.. known.Concat(own).Select(taxonomy => Create(taxonomy, authorsOf))];
    }

    private static TaxonomyKind Create(TaxonomyOptions taxonomy, Func<PostHead, ImmutableArray<string>> authorsOf) => taxonomy.Name switch
    {
        "tags" => new(taxonomy, post => post.Front.Tags, null),
        "categories" => new(taxonomy, post => post.Front.Categories, null),
        "authors" => new(taxonomy, authorsOf, null),
        "series" => new(taxonomy, post => post.Front.Series is { Length: > 0 } series ? [series] : [], Series.InOrder),
        _ => new(taxonomy, post => OwnTermsOf(post, taxonomy.Name), null),
    };

    private static ImmutableArray<string> OwnTermsOf(PostHead post, string taxonomy)
    {
        foreach (var (name, terms) in post.Front.Terms)
        {
            if (name == taxonomy)
            {
                return terms;
            }
        }

        return [];
    }
}
