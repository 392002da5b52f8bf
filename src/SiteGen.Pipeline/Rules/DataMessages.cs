using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about data files.</summary>
internal static class DataMessages
{
    /// <summary>A file that is not valid YAML, JSON or CSV.</summary>
    public static DiagnosticMessage Unreadable(string reason, string? hint) => new(
        SiteRules.DataUnreadable,
        $"this file cannot be read: {reason}",
        hint ?? "look at this line and the one above it: a bracket, a quote or the indentation is not right");

    /// <summary>A file in which git left two versions.</summary>
    public static DiagnosticMessage Conflict() => Unreadable("a merge conflict begins here", MergeConflict.Hint);

    /// <summary>A file about terms that names none.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="isList">Whether it holds a list.</param>
    public static DiagnosticMessage NotByTerm(string taxonomy, bool isList) => new(
        SiteRules.InvalidValue,
        $"this file is to describe {taxonomy}, and it holds {(isList ? "a list" : "a single value")}",
        "write a line 'name: text' for each, or 'name:' and below it, indented, 'description: text'");

    /// <summary>A file about terms with the name of one of them.</summary>
    public static DiagnosticMessage NamedInSingular(string taxonomy) => new(
        SiteRules.UnknownKey, $"this file is read by templates only, and not as what is said of {taxonomy}", $"name it {taxonomy}.yml");

    /// <summary>A term that is described with a list.</summary>
    public static DiagnosticMessage NotADescription(string name) => new(
        SiteRules.InvalidValue,
        $"'{name}' is described with a list",
        $"write '{name}: text', or '{name}:' and below it, indented, 'description: text'");

    /// <summary>A key that is one slip away from that of the text.</summary>
    public static DiagnosticMessage NearlyDescription(string name, string key) => new(
        SiteRules.UnknownKey, $"'{name}' has the key '{key}'", "did you mean 'description'?");

    /// <summary>Two files whose paths differ only in their extension.</summary>
    public static DiagnosticMessage RepeatedName(string used) =>
        new(SiteRules.RepeatedData, $"'{used}' has the same name and is the one that is read", "rename one of the two");
}
