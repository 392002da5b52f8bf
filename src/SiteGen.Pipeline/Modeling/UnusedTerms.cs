using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Finds what the data folder says of terms that no post has: a slip in a name would silently go unread.</summary>
internal static class UnusedTerms
{
    /// <summary>What is to be said: a warning where a used name is one slip away, else a note.</summary>
    public static IEnumerable<Diagnostic> In(ValueTree values, IEnumerable<Taxonomy> taxonomies)
    {
        foreach (var taxonomy in taxonomies.Where(taxonomy => taxonomy.Options.IsDescribedInData))
        {
            if (values.FileOf(taxonomy.Name) is not { } file || !file.Value.TryGetMembers(out var members))
            {
                continue;
            }

            // As a template finds them: by the name that is shown, or by the slug.
            var used = taxonomy.Terms.SelectMany(term => (string[])[term.Name, term.Slug]).ToHashSet(StringComparer.Ordinal);
            foreach (var name in members.Names.Where(name => !used.Contains(name)))
            {
                yield return Problem(taxonomy, file, name);
            }
        }
    }

    private static Diagnostic Problem(Taxonomy taxonomy, ValueFile file, string name)
    {
        var near = taxonomy.Find(name)?.Name ?? taxonomy.Terms.FirstOrDefault(term => IsSlip(name, term.Name) || IsSlip(name, term.Slug))?.Name;
        var place = file.Places.FirstOrDefault(place => place.Key == name).Value;
        var hint = near is null ? "delete it, or keep it for later" : $"did you mean '{near}'?";
        return Diagnostic.InFile(SiteRules.UnusedTerm, file.File.Path, $"no post has '{name}' in {taxonomy.Name}", hint).At(place) with
        {
            Severity = near is null ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
        };
    }

    // Names of one or two letters are near to everything.
    private static bool IsSlip(string written, string used) => written.Length > 2 && used.Length > 2 && Suggestion.IsOneSlip(written, used);
}
