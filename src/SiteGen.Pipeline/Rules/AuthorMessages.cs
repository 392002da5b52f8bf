using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about <c>authors.yml</c>.</summary>
internal static class AuthorMessages
{
    /// <summary>A file that is not a map.</summary>
    public static DiagnosticMessage Unreadable(string? reason, string? hint) => new(
        SiteRules.DataUnreadable,
        $"the authors cannot be read: {reason ?? "each must stand below a key of its own"}",
        hint ?? "write 'ada:' and below it, indented, 'name: Ada Lovelace'");

    /// <summary>An author who is neither a map nor a name.</summary>
    public static DiagnosticMessage NotAProfile(string key) =>
        new(SiteRules.InvalidValue, $"'{key}' is not a profile", "write 'name: …' below it, indented");

    /// <summary>A list or a map where one value is expected.</summary>
    public static DiagnosticMessage NotSingle(string key) => FrontMatterMessages.NotSingle(key);

    /// <summary>A key that is close to a known one.</summary>
    public static DiagnosticMessage UnknownKey(string key, string suggestion) =>
        new(SiteRules.UnknownKey, $"'{key}' is not a key of a profile", $"did you mean '{suggestion}'?");

    /// <summary>A link without its parts.</summary>
    public static DiagnosticMessage IncompleteLink() => new(
        SiteRules.InvalidValue,
        "a link of an author needs a title and a 'url'",
        "write '- {title: My site, url: https://example.org/}'");
}
