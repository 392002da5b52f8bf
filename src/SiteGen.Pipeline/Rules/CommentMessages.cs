using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about files of archived comments.</summary>
internal static class CommentMessages
{
    /// <summary>A file that is not YAML or JSON.</summary>
    public static DiagnosticMessage Unreadable(string reason, string? hint) => new(
        SiteRules.DataUnreadable,
        $"the comments cannot be read: {reason}",
        hint ?? "put texts in quotes, or below their key behind a '|'");

    /// <summary>A file of another shape.</summary>
    public static DiagnosticMessage NoComments() =>
        Invalid("this file holds no comments", "write a list: '- author: …' and below it 'body: …' for each");

    /// <summary>An item of the list that is not a map.</summary>
    public static DiagnosticMessage NotAComment() => Invalid("this is not a comment", "write '- author: …' and below it 'body: …'");

    /// <summary>A comment without a body.</summary>
    public static DiagnosticMessage NoBody() => Invalid("a comment without a text was left out", "write 'body: …' below its author");

    /// <summary>A comment among its own ancestors.</summary>
    public static DiagnosticMessage ReplyCycle(string? id) =>
        Invalid($"the comment '{id}' answers itself, by way of others or not", "correct its 'parent'");

    private static DiagnosticMessage Invalid(string text, string hint) => new(SiteRules.InvalidValue, text, hint);
}
