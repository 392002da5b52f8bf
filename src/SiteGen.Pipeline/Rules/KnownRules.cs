using System.Collections.Immutable;
using SiteGen.Templating.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>All rules of the program, found by what authors write.</summary>
internal static class KnownRules
{
    private static readonly ImmutableArray<DiagnosticRule> s_all = [.. SiteRules.All, .. TemplateRules.All];

    /// <summary>The rule with a name or a code; null when there is none.</summary>
    public static DiagnosticRule? Find(string nameOrCode) => s_all.FirstOrDefault(rule => rule.IsNamed(nameOrCode));

    /// <summary>The nearest name of a rule that can be silenced; null if none is near enough.</summary>
    public static string? NearestTo(string written) =>
        Suggestion.For(written, s_all.Where(rule => rule.CanBeSilenced).Select(rule => rule.Name));
}
