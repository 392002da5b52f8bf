using SiteGen.Text;

namespace SiteGen.Templating.Rules;

/// <summary>The messages about templates that cannot be parsed.</summary>
internal static class SyntaxMessages
{
    public static DiagnosticMessage NulCharacter() => new(
        TemplateRules.UnexpectedToken,
        "a template is text, and here is a NUL character",
        "save the file as UTF-8, and not as UTF-16");

    public static DiagnosticMessage TooDeep(int limit) => new(
        TemplateRules.TooDeep,
        FormattableString.Invariant($"expressions and blocks are nested deeper than the limit of {limit}"),
        "store a part of it in a variable first; a long chain of operators counts as nested");

    public static DiagnosticMessage ValueExpected(string found) => Expected("a value", found);

    public static DiagnosticMessage Expected(string wanted, string found) =>
        new(TemplateRules.UnexpectedToken, $"{wanted} is expected, not {Quote(found)}", null);

    public static DiagnosticMessage StatementEndExpected(string found) => Expected("the end of the statement", found) with
    {
        Hint = found == ":" ? "arguments stand behind the name with blanks between them: truncate 5" : null,
    };

    public static DiagnosticMessage MemberExpected(string found) =>
        new(TemplateRules.UnexpectedToken, $"the name of a member is expected behind '.', not {Quote(found)}", null);

    public static DiagnosticMessage Needs(string keyword, string wanted, string? hint) =>
        new(TemplateRules.UnexpectedToken, $"'{keyword}' needs {wanted}", hint);

    public static DiagnosticMessage LoopHeader(string keyword) =>
        Needs(keyword, "a variable, 'in' and a list", $"write {keyword} item in items");

    public static DiagnosticMessage RangeWithOptions() => new(
        TemplateRules.UnexpectedToken,
        "a range that options of the loop follow needs parentheses",
        "write for n in (1..9) limit:3");

    public static DiagnosticMessage FunctionName(string found) =>
        new(TemplateRules.UnexpectedToken, $"'func' needs a name, not {Quote(found)}", null);

    public static DiagnosticMessage ReadOnlyName(string found) =>
        new(TemplateRules.UnexpectedToken, $"'readonly' takes the name of a variable, not {Quote(found)}", null);

    public static DiagnosticMessage ParameterDefault() => new(
        TemplateRules.UnexpectedToken, "the default of a parameter is a literal", "a number is written without a sign, a text in quotes");

    public static DiagnosticMessage DefaultMissing(string name) => new(
        TemplateRules.UnexpectedToken,
        $"'{name}' needs a default value, because the parameter before it has one",
        null);

    public static DiagnosticMessage BeforeFirstWhen() =>
        new(TemplateRules.UnexpectedToken, "between 'case' and its first 'when' nothing can run", null);

    public static DiagnosticMessage BlockHere() => new(
        TemplateRules.UnexpectedToken, "'$$' is a statement of its own and cannot stand here", null);

    public static DiagnosticMessage Unreadable() => new(
        TemplateRules.UnexpectedToken,
        "the code that starts here cannot be read",
        "is there a statement such as if, for or ret where a value belongs?");

    public static DiagnosticMessage NotUnderstood(string sentence) => new(TemplateRules.UnexpectedToken, sentence, null);

    public static DiagnosticMessage Unclosed(int fence) => fence == 0
        ? new(TemplateRules.Unclosed, "this code is never closed", "end it with }}")
        : new(TemplateRules.Unclosed, "this raw text is never closed", $"end it with }}{new string('%', fence)}}}");

    public static DiagnosticMessage UnclosedBlock(string keyword) =>
        new(TemplateRules.Unclosed, $"this '{keyword}' has no 'end'", null);

    public static DiagnosticMessage UnclosedText(char quote) =>
        new(TemplateRules.Unclosed, "this text is never closed", $"end it with {quote}");

    public static DiagnosticMessage StrayEnd(string? otherWord) => new(
        TemplateRules.StrayKeyword,
        "'end' belongs to nothing that is open",
        otherWord switch
        {
            "unless" => "'unless' opens no block; write if !",
            "foreach" => "'foreach' opens no block; write for",
            "macro" or "block" => $"'{otherWord}' opens no block; write func",
            _ => null,
        });

    public static DiagnosticMessage StrayKeyword(string keyword, string? block) => new(
        TemplateRules.StrayKeyword,
        block is null ? $"'{keyword}' belongs to nothing that is open" : $"'{keyword}' does not belong to '{block}'",
        null);

    public static DiagnosticMessage SecondElse() => new(TemplateRules.StrayKeyword, "a second 'else' in one 'if'", null);

    public static DiagnosticMessage BehindElse(string keyword) =>
        new(TemplateRules.StrayKeyword, $"'{keyword}' behind the 'else' of a 'case'", null);

    public static DiagnosticMessage BadNumber(string text) =>
        new(TemplateRules.BadLiteral, $"'{text}' is not a number that can be used", null);

    public static DiagnosticMessage BadEscape(string escape) => new(
        TemplateRules.BadLiteral,
        $"'{escape}' is not an escape",
        "write \\\\ for a backslash, or use `backticks`, which have no escapes");

    public static DiagnosticMessage BadHexEscape(char kind) => new(
        TemplateRules.BadLiteral, $"\\{kind} is followed by {(kind == 'x' ? 2 : 4)} hexadecimal digits", null);

    public static DiagnosticMessage BadTarget() =>
        new(TemplateRules.BadTarget, "only variables, members and items can be assigned", null);

    public static DiagnosticMessage AssignmentHere() => new(
        TemplateRules.BadTarget, "an assignment is a statement of its own and cannot stand here", "to compare, write ==");

    public static DiagnosticMessage SecondAssignment() =>
        new(TemplateRules.BadTarget, "one statement assigns one value", "write two statements");

    public static DiagnosticMessage CaptureTarget() =>
        new(TemplateRules.BadTarget, "'capture' needs a variable, a member or an item", null);

    public static DiagnosticMessage IncrementTarget(string sign) =>
        new(TemplateRules.BadTarget, $"'{sign}' takes a variable, a member or an item", null);

    public static DiagnosticMessage UnknownLoopMember(string loop, string member, string? suggestion) => new(
        TemplateRules.UnknownLoopMember,
        $"'{loop}' has no member '{member}'",
        suggestion is null ? null : $"did you mean '{loop}.{suggestion}'?");

    private static string Quote(string found) => found switch
    {
        "" => "the end of the template",
        "\n" => "the end of the line",
        _ => $"'{found}'",
    };
}
