using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Inspection;

/// <summary>Explains kinds of problems.</summary>
internal static class RuleExplainer
{
    /// <summary>The meaning and the cure of a rule; null when there is none of this name or code.</summary>
    public static Explanation? Explain(string nameOrCode)
    {
        if (KnownRules.All.FirstOrDefault(rule => rule.IsNamed(nameOrCode) || rule.IsNamed(nameOrCode.ToUpperInvariant())) is not { } rule)
        {
            return null;
        }

        var weight = rule.CanBeSilenced
            ? $"write 'rules: {{{rule.Name}: off}}' in sitegen.yml to silence it, or 'error' to make it one"
            : "an error cannot be silenced";
        return new Explanation($"{rule.Code} {rule.Name}", rule.Summary,
        [
            new("rule", Listing.From(["what", "is"],
            [
                ["severity", Diagnostic.NameOf(rule.Severity)],
                ["what to do", rule.Cure],
                ["weight", weight],
            ])),
        ]);
    }
}
