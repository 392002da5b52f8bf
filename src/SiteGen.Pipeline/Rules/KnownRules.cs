using System.Collections.Immutable;
using SiteGen.Templating.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>All rules of the program, found by what authors write.</summary>
internal static class KnownRules
{
    /// <summary>Every rule.</summary>
    public static ImmutableArray<DiagnosticRule> All { get; } = [.. SiteRules.All, .. TemplateRules.All];

    private static readonly Dictionary<string, DiagnosticRule> s_byCode = All.ToDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The rule with a code that this program has written.</summary>
    public static DiagnosticRule Of(string code) => s_byCode[code];

    /// <summary>The rule with a name or a code; null when there is none.</summary>
    public static DiagnosticRule? Find(string nameOrCode) => All.FirstOrDefault(rule => rule.IsNamed(nameOrCode));

    /// <summary>The nearest name of a rule that can be silenced; null if none is near enough.</summary>
    public static string? NearestTo(string written) =>
        Suggestion.For(written, All.Where(rule => rule.CanBeSilenced).Select(rule => rule.Name));
}
