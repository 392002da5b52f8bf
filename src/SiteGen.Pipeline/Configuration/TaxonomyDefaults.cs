using System.Collections.Immutable;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Configuration;

/// <summary>The taxonomies that every site has, and what is filled in where one of its own says little.</summary>
internal static class TaxonomyDefaults
{
    /// <summary>Those that front matter has keys for, whether or not they have pages.</summary>
    public static ImmutableArray<TaxonomyOptions> Known { get; } =
    [
        new("tags", "tag", "Tags", true),
        new("categories", "category", "Categories", true),
        new("authors", "author", "Authors", false),
        new("series", "series", "Series", false),
    ];

    /// <summary>Taxonomies with everything said; null for the usual ones.</summary>
    public static ImmutableArray<TaxonomyOptions> Complete(ImmutableArray<GivenTaxonomy>? given, Action<string, string> refuse)
    {
        if (given is not { } some)
        {
            return Known;
        }

        foreach (var taxonomy in some.Where(taxonomy => !IsKnown(taxonomy.Name)))
        {
            if (Slug.Create(taxonomy.Name) != taxonomy.Name)
            {
                refuse($"the taxonomy '{taxonomy.Name}' cannot be a folder of the site", "write small letters, digits and '-' only, and the name for readers as its 'title'");
            }
            else if (FrontMatterKeys.TakenBy(taxonomy.Name) is { } owner)
            {
                refuse($"'{taxonomy.Name}' cannot be a taxonomy: it is {owner}", "choose another name");
            }
        }

        return [.. some.DistinctBy(taxonomy => taxonomy.Name).Select(Complete)];
    }

    /// <summary>Whether front matter has a key for a taxonomy, whatever a site declares.</summary>
    public static bool IsKnown(string name) => Known.Any(known => known.Name == name);

    private static TaxonomyOptions Complete(GivenTaxonomy given)
    {
        var start = Known.FirstOrDefault(known => known.Name == given.Name)
            ?? new TaxonomyOptions(given.Name, SingularOf(given.Name), char.ToUpperInvariant(given.Name[0]) + given.Name[1..].Replace('-', ' '), true);
        return new TaxonomyOptions(start.Name, given.Singular ?? start.Singular, given.Title ?? start.Title, given.IsNested ?? start.IsNested);
    }

    private static string SingularOf(string name) =>
        name.EndsWith("ies", StringComparison.Ordinal) ? name[..^3] + "y" : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1] : name;
}
