using SiteGen.Text;

namespace SiteGen.Pipeline.Rules.Silencing;

/// <summary>The messages about comments that silence a rule.</summary>
internal static class SuppressionMessages
{
    /// <summary>No rule is named.</summary>
    public static DiagnosticMessage NamesNoRule() => new(
        SiteRules.UselessSuppression,
        "this comment names no rule",
        "write the name behind it, as in 'sitegen-disable-next-line broken-link'");

    /// <summary>The name is not that of a rule.</summary>
    public static DiagnosticMessage UnknownRule(string name, string? nearest) => new(
        SiteRules.UselessSuppression,
        $"there is no rule '{name}'",
        nearest is null ? "write the code that stands in the message, as in 'SG4001'" : $"did you mean '{nearest}'?");

    /// <summary>The rule is an error.</summary>
    public static DiagnosticMessage IsAnError(string name) => new(
        SiteRules.UselessSuppression,
        $"'{name}' is an error, and errors cannot be silenced",
        "mend what it reports, and delete this comment");

    /// <summary>The rule reports nothing there.</summary>
    public static DiagnosticMessage SilencesNothing(string name, int line) => new(
        SiteRules.UselessSuppression,
        line == 0
            ? $"'{name}' reports nothing in this file"
            : FormattableString.Invariant($"'{name}' reports nothing on line {line}"),
        "delete this comment, or move it to the line above the problem");
}
