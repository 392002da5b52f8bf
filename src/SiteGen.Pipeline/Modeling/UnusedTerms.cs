using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Finds terms described in the data folder that no post has: a misspelled name would silently be ignored.</summary>
internal static class UnusedTerms
{
    /// <summary>A diagnostic for each term: a warning when a used name is one typo away, else a note.</summary>
    public static IEnumerable<Diagnostic> In(ValueTree values, IEnumerable<Taxonomy> taxonomies)
    {
        foreach (var taxonomy in taxonomies.Where(taxonomy => taxonomy.Options.IsDescribedInData))
        {
            if (values.FileOf(taxonomy.Name) is not { } file || !file.Value.TryGetMembers(out var members))
            {
                continue;
            }

            var used = taxonomy.Terms.SelectMany(term => taxonomy.KeysOf(term)).ToHashSet(StringComparer.Ordinal);
            foreach (var name in members.Names.Where(name => !used.Contains(name)))
            {
                yield return Unused(taxonomy, file, name);
            }
        }
    }

    private static Diagnostic Unused(Taxonomy taxonomy, ValueFile file, string name)
    {
        var near = taxonomy.Find(name)?.Name
            ?? taxonomy.Terms.FirstOrDefault(term => IsTypo(name, term.Name) || IsTypo(name, term.Slug))?.Name;
        var location = file.Places.FirstOrDefault(place => place.Key == name).Value;
        return Diagnostic.InFile(ModelingMessages.UnusedTerm(name, taxonomy.Name, near), file.File.Path).At(location) with
        {
            Severity = near is null ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
        };
    }

    // Names of one or two letters are close to everything.
    private static bool IsTypo(string written, string used) =>
        written.Length > 2 && used.Length > 2 && Suggestion.IsOneSlip(written, used);
}
