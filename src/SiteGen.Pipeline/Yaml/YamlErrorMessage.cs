namespace SiteGen.Pipeline.Yaml;

/// <summary>An error of the YAML parser, reworded for authors, with a hint.</summary>
/// <param name="Message">What is wrong; in lower case, because it follows "cannot be read:".</param>
/// <param name="Hint">What to do about it; null when only the author can know.</param>
internal sealed record YamlErrorMessage(string Message, string? Hint)
{
    private const string QuoteIt = "put the whole value in quotes, as in title: \"One: two\"";
    private const string QuoteItOrList = "put the value in quotes when it is a text; put ',' between the items when it is a list";
    private const string Indent = "indent with the same number of spaces as the line above";

    // Parts of the parser's messages, ignoring case; a longer one precedes any part of it.
    private static readonly (string Theirs, YamlErrorMessage Ours)[] s_table =
    [
        (
            "found invalid tab as indentation",
            new("a line is indented with a tab", "indent with spaces: YAML allows no tabs there")),
        (
            "tab character that violate",
            new("a line is indented with a tab", "indent with spaces: YAML allows no tabs there")),
        (
            "plain scalar value, found invalid mapping",
            new("a ': ' stands inside a value that is not in quotes as a whole", QuoteIt)),
        (
            "multiline plain scalar, found invalid mapping",
            new("a line without 'key:' stands above this key", "delete that line, give it a key, or put a long value in quotes")),
        (
            "mapping values are not allowed",
            new(
                "a ':' stands where no key can be",
                "put a value that has ': ' in it in quotes, or correct the indentation of this line")),
        (
            "while scanning a simple key, could not find expected ':'",
            new("a line is no 'key: value'", "write ': ' behind the key; a text that goes on in the next line is indented")),
        (
            "quoted scalar, found unexpected end of stream",
            new(
                "a quote that is opened is never closed",
                "close the text with the same quote; inside it, write \\\" for \" in double quotes and '' for ' in single quotes")),
        (
            "quoted scalar, found unexpected document indicator",
            new("a quote that is opened is not closed before a line of '---'", "close the text with the same quote")),
        (
            "multi-line double-quoted scalar, found wrong indentation",
            new("a text in quotes goes on in a line that is not indented", "indent the line, or close the quote above it")),
        (
            "found unknown escape character",
            new(
                "'\\' in double quotes stands before a letter that means nothing there",
                "write '\\\\' for a backslash, or use single quotes")),
        (
            "expected hexadecimal number",
            new(
                "'\\x', '\\u' or '\\U' in double quotes needs 2, 4 or 8 hexadecimal digits behind it",
                "write '\\\\' for a backslash, or use single quotes")),
        (
            "found invalid unicode",
            new("a number behind '\\u' or '\\U' is that of no character", "write the character itself")),
        (
            "while parsing a flow sequence",
            new(
                "a list in [ ] is not closed, or a ',' is missing in it",
                "close it with ']'; put items that hold [ ] { } , or : in quotes")),
        (
            "while parsing a flow mapping",
            new(
                "a map in { } is not closed, or a ',' is missing in it",
                "close it with '}'; put a text that begins with '{' in quotes")),
        (
            "while parsing a node, did not find expected node content",
            new(
                "a value is missing, or a bracket is not closed",
                "close every '[' with ']' and every '{' with '}'; put a text that begins with one in quotes")),
        (
            "while parsing a block mapping, did not find expected key",
            new("this line does not belong to the lines above it", $"{Indent}, and write nothing behind a closing quote")),
        (
            "while parsing a block collection, did not find expected '-'",
            new("this line is no item of the list above it", $"begin it with '- ', and {Indent}")),
        (
            "character that cannot start any token",
            new("a value begins with a character that YAML keeps for itself, such as @, ` or %", "put the value in quotes")),
        (
            "scanning an anchor or alias",
            new("a value begins with '*' or '&', which YAML keeps for itself", "put the value in quotes")),
        (
            "while scanning a tag",
            new("a value begins with '!', which YAML keeps for itself", "put the value in quotes")),
        (
            "found undefined tag handle",
            new("a value begins with '!', which YAML keeps for itself", "put the value in quotes")),
        (
            "while scanning a block scalar",
            new(
                "something stands behind '|' or '>'",
                "begin the text in the next line, indented; put a value that begins with '|' or '>' in quotes")),
        (
            "while scanning a literal block scalar",
            new(
                "the first lines of a text behind '|' or '>' are indented deeper than the rest",
                "give every line of it the same indentation")),
        (
            "comment after double-quoted scalar",
            new("a '#' stands right behind a closing quote", "put a blank before the '#'")),
        (
            "found invalid comment after",
            new("a '#' stands right behind a ',' or a ']'", "put a blank before the '#', or the value in quotes")),
        (
            "comment between adjacent scalars",
            new("a '#' stands inside a text of several lines", "put the whole value in quotes")),
        (
            "did not find expected <document end>",
            new("this line does not belong to what stands above it", Indent)),
        (
            "did not find expected <document start>",
            new("this line does not belong to what stands above it", QuoteItOrList)),
        (
            "while scanning a directive",
            new("a line begins with '%', which YAML keeps for itself", "put the value in quotes")),
        (
            "could not find expected directive name",
            new("a line begins with '%', which YAML keeps for itself", "put the value in quotes")),
        ("yaml directive", new("a line begins with '%', which YAML keeps for itself", "delete the line")),
    ];

    /// <summary>Rewords a message of the parser; one that is not known says only that there is a mistake.</summary>
    public static YamlErrorMessage From(string message)
    {
        foreach (var (theirs, ours) in s_table)
        {
            if (message.Contains(theirs, StringComparison.OrdinalIgnoreCase))
            {
                return ours;
            }
        }

        return new YamlErrorMessage("this is not YAML", null);
    }
}
