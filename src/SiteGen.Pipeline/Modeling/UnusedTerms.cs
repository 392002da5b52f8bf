using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Rules;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Checks what the data folder says of terms: a misspelled name or a file of another shape would silently be ignored.</summary>
internal static class UnusedTerms
{
    /// <summary>What has a shape that is not read, and each unused term: a warning when a used name is a typo away, else a note.</summary>
    public static IEnumerable<Diagnostic> In(ValueTree values, IEnumerable<Taxonomy> taxonomies)
    {
        foreach (var taxonomy in taxonomies.Where(taxonomy => taxonomy.Options.IsDescribedInData))
        {
            if (values.FileOf(taxonomy.Name) is not { Value.IsNil: false } file)
            {
                if (InSingular(values, taxonomy) is { } misnamed)
                {
                    yield return misnamed;
                }

                continue;
            }

            if (!file.Value.TryGetMembers(out var members))
            {
                var message = DataMessages.NotByTerm(taxonomy.Name, file.Value.TryGetItems(out _));
                yield return Diagnostic.InFile(message, file.File.Path).At(new LinePosition(1, 1));
                continue;
            }

            var used = taxonomy.Terms.SelectMany(term => taxonomy.KeysOf(term)).ToHashSet(StringComparer.Ordinal);
            foreach (var name in members.Names)
            {
                if (ShapeOf(name, members.TryGet(name, out var said) ? said : Value.Nil) is { } wrong)
                {
                    yield return Diagnostic.InFile(wrong, file.File.Path).At(PlaceOf(file, name));
                }

                if (!used.Contains(name))
                {
                    yield return Unused(taxonomy, file, name);
                }
            }
        }
    }

    // 'data/tag.yml', if it names terms that posts have.
    private static Diagnostic? InSingular(ValueTree values, Taxonomy taxonomy) =>
        values.FileOf(taxonomy.Options.Singular) is { File: var file, Value: var said } && said.TryGetMembers(out var members)
        && members.Names.Any(name => taxonomy.Find(name) is not null)
            ? Diagnostic.InFile(DataMessages.NamedInSingular(taxonomy.Name), file.Path)
            : null;

    // A text, or keys and values of which one is the text.
    private static DiagnosticMessage? ShapeOf(string name, Value said)
    {
        if (said.TryGetItems(out _))
        {
            return DataMessages.NotADescription(name);
        }

        return said.TryGetMembers(out var members) && !members.TryGet("description", out _)
            && members.Names.FirstOrDefault(key => Suggestion.IsOneSlip(key, "description")) is { } slip
            ? DataMessages.NearlyDescription(name, slip)
            : null;
    }

    private static LinePosition PlaceOf(ValueFile file, string name) => file.Places.FirstOrDefault(place => place.Key == name).Value;

    private static Diagnostic Unused(Taxonomy taxonomy, ValueFile file, string name)
    {
        var near = taxonomy.Find(name)?.Name
            ?? taxonomy.Terms.FirstOrDefault(term => IsTypo(name, term.Name) || IsTypo(name, term.Slug))?.Name;
        return Diagnostic.InFile(ModelingMessages.UnusedTerm(name, taxonomy.Name, near), file.File.Path).At(PlaceOf(file, name)) with
        {
            Severity = near is null ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
        };
    }

    // Names of one or two letters are close to everything.
    private static bool IsTypo(string written, string used) =>
        written.Length > 2 && used.Length > 2 && Suggestion.IsOneSlip(written, used);
}
