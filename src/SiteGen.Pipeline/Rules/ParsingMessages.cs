using SiteGen.Templating.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about the text of posts.</summary>
internal static class ParsingMessages
{
    /// <summary>A text file in another encoding.</summary>
    public static DiagnosticMessage NotUtf8(string encoding) =>
        new(SiteRules.NotUtf8, $"this file is not UTF-8; it was read as {encoding}", "save it as UTF-8 in your editor");

    /// <summary>The marks of a merge conflict, which readers would see.</summary>
    public static DiagnosticMessage MergeConflict() =>
        new(SiteRules.MergeConflict, "a merge conflict begins here", Text.MergeConflict.Hint);

    /// <summary>The same in a template that cannot be read because of it.</summary>
    public static DiagnosticMessage UnreadableForConflict() => MergeConflict() with { Rule = TemplateRules.UnexpectedToken };

    /// <summary>Markdown beyond the converter's depth limit.</summary>
    public static DiagnosticMessage MarkdownTooDeep() => new(
        SiteRules.MarkdownTooDeep,
        "this text is nested too deep to be converted",
        "look for hundreds of '>' or '[' in a row");

    /// <summary>A text that would become far larger than it is.</summary>
    /// <param name="columns">The columns, when a table is the reason; else 0.</param>
    /// <param name="rows">The rows, when a table is the reason; else 0.</param>
    public static DiagnosticMessage TooLarge(int columns, int rows) => columns > 0
        ? new(
            SiteRules.MarkdownTooLarge,
            FormattableString.Invariant($"this table has {columns} columns and {rows} rows, and nearly all of its cells are empty"),
            "write only the columns that have something in them, or split it")
        : new(
            SiteRules.MarkdownTooLarge,
            "from here on this text becomes more than a hundred times as large as it is",
            "a long definition, as in '[name]: address', is repeated wherever it is used: shorten it, or use it less often");

    /// <summary>A shortcode that is not supported.</summary>
    /// <param name="name">The first one of the file.</param>
    /// <param name="count">How many the file has.</param>
    public static DiagnosticMessage UnknownShortcode(string name, int count) => NotUnderstood(
        $"the shortcode '{name}' of another program is not understood",
        count,
        "write what it stood for in Markdown or HTML; put it in backticks when you write about it");

    /// <summary>A value that another program would fill in.</summary>
    public static DiagnosticMessage UnknownValue(string written, int count) => NotUnderstood(
        $"'{Shortened(written)}' of another program is not filled in",
        count,
        "write what it stood for; put it in backticks, or '\\' before it, when readers are meant to see it");

    /// <summary>A link as wikis and Obsidian have them.</summary>
    public static DiagnosticMessage WikiLink(string written, int count) => NotUnderstood(
        $"the link '{Shortened(written)}' of another program is not understood",
        count,
        "write '[text](file.md)' with the name of the other post's file");

    /// <summary>A file that Obsidian would show.</summary>
    public static DiagnosticMessage WikiEmbed(string written, int count) => NotUnderstood(
        $"the embed '{Shortened(written)}' of another program is not understood",
        count,
        "write '![what it shows](picture.png)' with the way from this file to the picture");

    /// <summary>A relative link without a target.</summary>
    public static DiagnosticMessage BrokenLink(string target) => new(
        SiteRules.BrokenLink,
        $"link target '{target}' does not exist",
        "check the name; a link to a post is the way from this file to its file, as in '../posts/rain.md'");

    /// <summary>A <c>url</c> that cannot be used.</summary>
    public static DiagnosticMessage InvalidUrl(string url, string problem) => new(
        SiteRules.InvalidUrl, $"'{url}' cannot be an address: {problem}", "write a path from the site's root, like '/about/'");

    /// <summary>A slug without a letter or digit.</summary>
    /// <param name="slug">The slug.</param>
    /// <param name="used">The one that is used instead.</param>
    public static DiagnosticMessage SlugWithoutName(string slug, string used) =>
        new(SiteRules.InvalidValue, $"the slug '{slug}' has no letter or digit; '{used}' is used", "write one like 'first-frost'");

    /// <summary>A post of which nothing can be a name in an address.</summary>
    /// <param name="used">The slug that was made for it.</param>
    public static DiagnosticMessage NoName(string used) => new(
        SiteRules.NoName,
        $"neither the name of this file nor its title has a letter or a digit; its address is made with '{used}'",
        "write a 'slug' in its front matter, as in 'slug: first-frost'");

    /// <summary>A URL removed from untrusted text.</summary>
    public static DiagnosticMessage UrlRemoved(string url) => new(
        SiteRules.AddressRemoved, $"the address '{Shortened(url)}' is left out", "write an address that starts with https://");

    /// <summary>HTML removed from untrusted text.</summary>
    public static DiagnosticMessage HtmlRemoved(string tag) =>
        new(SiteRules.HtmlRemoved, $"the HTML of '<{Shortened(tag)}>' is left out", "delete it, or write it in Markdown");

    /// <summary>The same for the summary, which has no location of its own.</summary>
    public static DiagnosticMessage InSummary(DiagnosticMessage message) => message with { Text = $"{message.Text} in the summary" };

    private static DiagnosticMessage NotUnderstood(string what, int count, string hint)
    {
        var more = count == 1 ? "" : FormattableString.Invariant($" (and {count - 1} more in this file)");
        return new(SiteRules.Shortcode, $"{what}; readers see it as it stands here{more}", hint);
    }

    // One line, even if the markup has several.
    private static string Shortened(string text) =>
        string.Concat((text.Length > 60 ? text[..60] + "…" : text).Select(c => char.IsControl(c) ? ' ' : c));
}
