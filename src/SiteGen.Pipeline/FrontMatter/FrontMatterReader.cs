using System.Collections.Immutable;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>Turns the front matter of a post into <see cref="FrontMatterFields"/>, by the table of keys.</summary>
/// <remarks>Keys are compared without case, <c>-</c> and <c>_</c>. Unknown keys are kept as params.</remarks>
internal sealed class FrontMatterReader
{
    private const int FewKeys = 40;

    private readonly ImmutableArray<TaxonomyKey> _taxonomies;
    private readonly FieldValues _values;

    private FrontMatterReader(SourceText source, FrontMatterSettings settings)
    {
        _taxonomies = settings.Taxonomies;
        _values = new FieldValues(source, settings.Dates, ReadEntry);
    }

    /// <summary>Reads the YAML of a front matter block that starts after line <paramref name="lineOffset"/>.</summary>
    public static ParseResult<FrontMatterFields> Read(SourceText source, string yaml, int lineOffset, FrontMatterSettings settings)
    {
        var reader = new FrontMatterReader(source, settings);
        var entries = LenientYamlReader.Read(
            source, yaml, lineOffset, settings.KeepsHashtags ? name => reader.TextFormOf(name) != TextForm.None : null);
        reader._values.Problems.AddRange(entries.Diagnostics);
        var fields = FrontMatterFields.Empty;
        var locations = ImmutableArray.CreateBuilder<FieldLocation>(0);
        foreach (var entry in reader.WithoutRepeats(entries.Value))
        {
            fields = reader.ReadEntry(fields, entry, reader._values);
            if (reader.LocatedNameOf(entry.Name) is { } key)
            {
                locations.Add(new FieldLocation(key, entry.Key.Start, entry.Value.Start));
            }
        }

        if (locations.Count > 0 || !reader._values.Params.IsEmpty)
        {
            fields = fields with
            {
                Page = fields.Page with { Params = reader._values.Params, Locations = locations.ToImmutable() },
            };
        }

        return new(fields, reader._values.Problems.ToImmutable());
    }

    private ImmutableArray<YamlEntry> WithoutRepeats(ImmutableArray<YamlEntry> entries)
    {
        // Few keys are found faster without a table.
        var last = entries.Length > FewKeys ? new Dictionary<string, int>(StringComparer.Ordinal) : null;
        HashSet<int>? repeated = null;
        for (var at = 0; at < entries.Length; at++)
        {
            var entry = entries[at];
            var before = last is null ? LastIndexOf(entry.Name, entries.AsSpan(0, at)) : last.GetValueOrDefault(entry.Name, -1);
            if (before >= 0)
            {
                var first = entries[before].Key;
                _values.Add(FrontMatterMessages.DuplicateKey(entry.Key.Value, first.Start.Line, entry.Key.Start.Line), entry.Key);
                (repeated ??= []).Add(before);
            }

            last?[entry.Name] = at;
            foreach (var (first, key) in entry.Value is YamlScalar ? [] : RepeatedKeys.In(entry.Value))
            {
                _values.Add(FrontMatterMessages.DuplicateKey(key.Value, first.Start.Line, key.Start.Line), key);
            }
        }

        return repeated is null ? entries : [.. entries.Where((_, index) => !repeated.Contains(index))];
    }

    private static int LastIndexOf(string name, ReadOnlySpan<YamlEntry> entries)
    {
        var at = entries.Length - 1;
        while (at >= 0 && entries[at].Name != name)
        {
            at--;
        }

        return at;
    }

    private FrontMatterFields ReadEntry(FrontMatterFields fields, YamlEntry entry, FieldValues values)
    {
        if (TextFormOf(entry.Name) == TextForm.Plain)
        {
            entry = EntityText.Decode(entry);
        }

        if (FrontMatterKeys.Find(entry.Name) is { } key)
        {
            return key.Read(fields, entry, values);
        }

        return TaxonomyOf(entry.Name) is { } taxonomy
            ? fields with { Terms = WithTerms(fields, taxonomy, [.. values.Terms(entry)]) }
            : values.Keep(fields, entry);
    }

    private TextForm TextFormOf(string name) =>
        FrontMatterKeys.Find(name)?.Text ?? (TaxonomyOf(name) is null ? TextForm.None : TextForm.Plain);

    private string? LocatedNameOf(string name) =>
        FrontMatterKeys.Find(name) is { } key ? (key.IsLocated ? key.Name : null) : TaxonomyOf(name);

    private string? TaxonomyOf(string name)
    {
        foreach (var taxonomy in _taxonomies)
        {
            if (name == taxonomy.Plural || name.Equals(taxonomy.Singular, StringComparison.OrdinalIgnoreCase))
            {
                return taxonomy.Taxonomy;
            }
        }

        return null;
    }

    private static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> WithTerms(
        FrontMatterFields fields, string taxonomy, ImmutableArray<string> terms)
    {
        var before = fields.Terms.FirstOrDefault(known => known.Key == taxonomy);
        return before.Key is null
            ? fields.Terms.Add(new(taxonomy, terms))
            : fields.Terms.Replace(before, new(taxonomy, before.Value.AddRange(terms)));
    }
}
