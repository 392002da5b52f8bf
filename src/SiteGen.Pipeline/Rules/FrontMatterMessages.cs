using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about front matter.</summary>
internal static class FrontMatterMessages
{
    private const string OnePairALine = "write one 'key: value' a line between the two '---' lines";

    /// <summary>TOML or JSON instead of YAML.</summary>
    public static DiagnosticMessage Language(string language) => new(
        SiteRules.FrontMatterLanguage,
        $"this front matter is {language}; only YAML is read",
        "write 'key: value' lines between two '---' lines; 'hugo convert toYAML' does it for a whole Hugo site");

    /// <summary>No closing line.</summary>
    public static DiagnosticMessage NotClosed() => new(
        SiteRules.FrontMatterNotClosed, "the front matter that starts here does not end", "add a line '---' behind its last key");

    /// <summary>Keys without an opening line.</summary>
    public static DiagnosticMessage NotRead() => new(
        SiteRules.FrontMatterNotRead,
        "this looks like front matter, but it is shown as text: the line '---' in front of it is missing",
        "add a line '---' before its first key");

    /// <summary>A block that is not YAML.</summary>
    public static DiagnosticMessage Unreadable(string reason, string? hint) =>
        new(SiteRules.FrontMatterUnreadable, $"the front matter cannot be read: {reason}", hint ?? OnePairALine);

    /// <summary>A block without any key.</summary>
    public static DiagnosticMessage NoKeys() =>
        Unreadable("front matter holds keys and values, like 'title: My first post'", null);

    /// <summary>A list or a map without its closing bracket.</summary>
    public static DiagnosticMessage BracketNotClosed(string kind, string key, char bracket) => new(
        SiteRules.FrontMatterUnreadable, $"the {kind} of '{key}' that opens here is not closed", $"add '{bracket}' at its end");

    /// <summary>A value that is neither YAML nor usable as text.</summary>
    public static DiagnosticMessage UnreadableValue(string key, string reason, string? hint) => new(
        SiteRules.FrontMatterUnreadable,
        $"the value of '{key}' cannot be read: {reason}",
        hint ?? "check its brackets, quotes and indentation");

    /// <summary>A value that was read as text.</summary>
    public static DiagnosticMessage ValueAsText(string key, string text) => new(
        SiteRules.FrontMatterAsText,
        $"the value of '{key}' needs quotes; it was read as the text '{Shortened(text)}'",
        text.Contains('"', StringComparison.Ordinal) ? "put single quotes around the whole value"
            : text.Contains('\'', StringComparison.Ordinal) ? "put double quotes around the whole value"
            : "put the whole value in quotes");

    /// <summary>A value in double quotes with a backslash that means nothing.</summary>
    public static DiagnosticMessage BackslashInQuotes(string key, string text) => new(
        SiteRules.FrontMatterAsText,
        $"the value of '{key}' has a '\\' between double quotes; it was read as the text '{Shortened(text)}'",
        "put single quotes around the whole value instead");

    /// <summary>A value whose quote does not end.</summary>
    public static DiagnosticMessage QuoteNotClosed(string key, char quote, string text) => new(
        SiteRules.FrontMatterAsText,
        $"the quote that opens the value of '{key}' is not closed; it was read as the text '{Shortened(text)}'",
        $"add {quote} at its end");

    /// <summary>A value with its own quotes inside.</summary>
    public static DiagnosticMessage QuoteInside(string key, char quote, string text) => new(
        SiteRules.FrontMatterAsText,
        $"the value of '{key}' has a {quote} between its quotes; it was read as the text '{Shortened(text)}'",
        quote == '"' ? "put single quotes around the whole value, or write \\\" inside"
            : "put double quotes around the whole value, or write '' inside");

    /// <summary>An item of a list that was read as text.</summary>
    public static DiagnosticMessage ItemAsText(string text) => new(
        SiteRules.FrontMatterAsText,
        $"this item needs quotes; it was read as the text '{Shortened(text)}'",
        "put the item in quotes");

    /// <summary>A key without a blank behind its colon.</summary>
    public static DiagnosticMessage NoBlank(string key) => new(
        SiteRules.FrontMatterAsText,
        $"a blank is missing behind the ':' of '{key}'; it was read as if there were one",
        $"write '{key}: …'");

    /// <summary>A key that is indented as if it were part of the one above.</summary>
    public static DiagnosticMessage IndentedKey(string key) => new(
        SiteRules.FrontMatterAsText,
        $"'{key}' is indented as if it were part of the line above, and was read as a key of its own",
        "delete the blanks in front of it");

    /// <summary>A <c>#</c> that YAML would read as the start of a comment.</summary>
    public static DiagnosticMessage HashtagKept() => new(
        SiteRules.HashtagKept,
        "this hashtag is part of the text",
        "for a comment, write a blank behind '#'; 'yaml: strict' in sitegen.yml makes every '#' behind a blank a comment");

    /// <summary>A key that a file has twice.</summary>
    public static DiagnosticMessage DuplicateKey(string key, int firstLine, int line) => new(
        SiteRules.RepeatedKey,
        $"duplicate key '{key}', in line {firstLine} and in line {line}",
        $"the value in line {line} is used; delete the other");

    /// <summary>A key that is close to a known one.</summary>
    public static DiagnosticMessage UnknownKey(string key, string suggestion) =>
        new(SiteRules.UnknownKey, $"'{key}' is not a front matter key", $"did you mean '{suggestion}'?");

    /// <summary>A list or a map where one value is expected.</summary>
    public static DiagnosticMessage NotSingle(string key) =>
        new(SiteRules.InvalidValue, $"'{key}' must be a single value", $"write '{key}: …' in one line");

    /// <summary>Neither true nor false.</summary>
    public static DiagnosticMessage NotBoolean(string key) => new(SiteRules.InvalidValue, $"'{key}' must be true or false", null);

    /// <summary>Not a whole number.</summary>
    public static DiagnosticMessage NotWholeNumber(string key) => new(SiteRules.InvalidValue, $"'{key}' must be a whole number", null);

    /// <summary>More series than one.</summary>
    public static DiagnosticMessage SeveralSeries(string first) => new(
        SiteRules.InvalidValue, $"a post is a part of one series; '{first}' is used", "name the others under 'tags'");

    /// <summary>Not a language tag.</summary>
    public static DiagnosticMessage NotLanguage(string text) =>
        new(SiteRules.InvalidValue, $"'{text}' is not a language", "write a code such as 'de', 'fr' or 'pt-BR'");

    /// <summary>A map instead of a list of texts.</summary>
    public static DiagnosticMessage MapAsList(string key) => new(
        SiteRules.InvalidValue, $"'{key}' must be a list, not keys with values; it was left out", $"write '{key}: [one, two]'");

    /// <summary>A map among the items of a list of texts.</summary>
    public static DiagnosticMessage MapAsItem(string key) => new(
        SiteRules.InvalidValue, $"an item of '{key}' is a key with a value and was left out", "put the item in quotes");

    /// <summary>A missing image.</summary>
    public static DiagnosticMessage MissingImage(string url) => new(SiteRules.MissingImage, $"there is no picture '{url}'", null);

    /// <summary>A missing audio file.</summary>
    public static DiagnosticMessage MissingAudio(string url) => new(
        SiteRules.MissingAudio,
        $"there is no sound file '{url}'",
        "check the name; it stands beside the post, or in static/, or is a whole address with https://");

    /// <summary>Audio settings without a file.</summary>
    public static DiagnosticMessage AudioWithoutFile(string key) => new(
        SiteRules.InvalidValue,
        $"'{key}' does not say which file to play",
        "write 'audio: name.mp3', or below it, indented, 'url: name.mp3'");

    /// <summary>An audio length that is not a number of bytes.</summary>
    public static DiagnosticMessage InvalidAudioLength(string text) => new(
        SiteRules.InvalidValue,
        $"'{text}' is not a number of bytes",
        "write a whole number, or leave it out: of a file of the site it is known");

    /// <summary>An audio duration that cannot be read.</summary>
    public static DiagnosticMessage InvalidAudioDuration(string text) =>
        new(SiteRules.InvalidValue, $"'{text}' is not a duration", "write it like 12:30 or 1:02:30, or in seconds");

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
