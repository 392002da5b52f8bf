using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration.Readers;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>The default taxonomies, and the defaults of declared ones.</summary>
internal static class TaxonomyDefaults
{
    /// <summary>The taxonomies with front matter keys, whether or not they have pages.</summary>
    public static ImmutableArray<TaxonomyOptions> Known { get; } =
    [
        new("tags", "tag", "Tags", true),
        new("categories", "category", "Categories", true),
        new("authors", "author", "Authors", false),
        new("series", "series", "Series", false),
    ];

    /// <summary>The default taxonomies as they would be written.</summary>
    public static string Written { get; } = $"[{string.Join(", ", Known.Select(known => known.Name))}]";

    /// <summary>The declared taxonomies with defaults filled in; the default ones when none are declared.</summary>
    public static ImmutableArray<TaxonomyOptions> Complete(ImmutableArray<RawTaxonomy>? declared, Action<DiagnosticMessage> report)
    {
        if (declared is not { } some)
        {
            return Known;
        }

        foreach (var taxonomy in some.Where(taxonomy => !IsKnown(taxonomy.Name)))
        {
            if (Slug.Create(taxonomy.Name) != taxonomy.Name)
            {
                report(OptionMessages.TaxonomyNotAFolder(taxonomy.Name));
            }
            else if (FrontMatterKeys.TakenBy(taxonomy.Name) is { } owner)
            {
                report(OptionMessages.TaxonomyNameTaken(taxonomy.Name, owner));
            }
        }

        foreach (var twice in some.CountBy(taxonomy => taxonomy.Name).Where(taxonomy => taxonomy.Value > 1))
        {
            report(OptionMessages.TaxonomyTwice(twice.Key));
        }

        return [.. some.DistinctBy(taxonomy => taxonomy.Name).Select(Complete)];
    }

    /// <summary>Whether front matter always has a key for a taxonomy, declared or not.</summary>
    public static bool IsKnown(string name) => Known.Any(known => known.Name == name);

    private static TaxonomyOptions Complete(RawTaxonomy raw)
    {
        var start = Known.FirstOrDefault(known => known.Name == raw.Name)
            ?? new TaxonomyOptions(raw.Name, SingularOf(raw.Name), TitleOf(raw.Name), true);
        return new TaxonomyOptions(start.Name, raw.Singular ?? start.Singular, raw.Title ?? start.Title, raw.IsNested ?? start.IsNested);
    }

    private static string TitleOf(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');

    private static string SingularOf(string name) =>
        name.EndsWith("ies", StringComparison.Ordinal) ? name[..^3] + "y"
        : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1]
        : name;
}
