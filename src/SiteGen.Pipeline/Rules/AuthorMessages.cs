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

    /// <summary>A key that is none of a profile.</summary>
    public static DiagnosticMessage UnknownKey(string key, string? suggestion) => new(
        SiteRules.UnknownKey,
        $"'{key}' is not a key of a profile",
        suggestion is not null ? $"did you mean '{suggestion}'?"
            : "there are name, bio, picture, email, show_email and links; what templates are to read as term.params belongs into "
                + "data/authors.yml");

    /// <summary>A key that two profiles have.</summary>
    public static DiagnosticMessage RepeatedKey(string key) => new(
        SiteRules.RepeatedKey, $"duplicate key '{key}': the profile that stands first is used", "delete one of the two");

    /// <summary>A name that two profiles have.</summary>
    public static DiagnosticMessage RepeatedName(string key, string other, string name) => new(
        SiteRules.InvalidValue, $"'{key}' has the name of '{other}': both are '{name}'", "give each a name of its own");

    /// <summary>Profiles in the folder of data.</summary>
    public static DiagnosticMessage InDataFolder() => new(
        SiteRules.UnknownKey,
        "this file is read by templates only; profiles of authors stand in authors.yml",
        "move it to authors.yml, beside sitegen.yml");

    /// <summary>A link without its parts.</summary>
    public static DiagnosticMessage IncompleteLink() => new(
        SiteRules.InvalidValue,
        "a link of an author needs a title and a 'url'",
        "write '- {title: My site, url: https://example.org/}'");
}
