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

    /// <summary>Two files whose paths differ only in their extension.</summary>
    public static DiagnosticMessage RepeatedName(string used) =>
        new(SiteRules.RepeatedData, $"'{used}' has the same name and is the one that is read", "rename one of the two");
}
