using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Binding;

/// <summary>Rewords the messages of the package.</summary>
/// <remarks>They have no codes, so each is recognized by a part of its sentence; the first matching row applies.</remarks>
internal static class SyntaxSentences
{
    private static readonly (string Part, Func<SyntaxPlace, SyntaxError> Translate)[] s_table =
    [
        ("depth limit", at => at.As(SyntaxErrorKind.TooDeep, at.Start, at.Start + 1, SyntaxMessages.TooDeep(at.NestingLimit))),
        ("Unexpected end of file while parsing", at => at.As(SyntaxErrorKind.UnclosedText, SyntaxMessages.UnclosedText('"'))),
        ("are allowed", Escape),
        ("Unexpected escape character", at => at.As(SyntaxErrorKind.Consequence, SyntaxMessages.BadEscape(at.Quoted(0)))),
        ("Unexpected hex number", HexEscape),
        ("Invalid hex number", Number),
        ("Invalid binary number", Number),
        ("at least one digit after the exponent", Number),
        ("Opened interpolated expression not closed", at => at.As(SyntaxErrorKind.Lexer, SyntaxMessages.Expected("'}'", at.Found))),
        ("Unexpected } while no matching {", at => at.As(SyntaxErrorKind.Consequence, SyntaxMessages.StatementEndExpected(at.Found))),
        ("Unexpected code clock exit", at => at.As(SyntaxErrorKind.Parser, SyntaxMessages.StatementEndExpected(at.Found))),
        ("statement was not found", at => at.As(SyntaxErrorKind.MissingEnd, SyntaxMessages.UnclosedBlock(at.Quoted(0)))),
        ("Found <end> statement without", StrayEnd),
        ("condition must be preceded", StrayKeyword),
        ("Expecting 'in' word", LoopHeader),
        ("Expecting a variable instead of", Name),
        ("When is expecting", at => at.Parser(SyntaxMessages.ValueExpected(at.Found))),
        ("top level assignment", Assignment),
        ("is not supported", LoopMember),
        ("must be a variable, property or indexer", IncrementTarget),
        ("while expecting `", at => at.Parser(SyntaxMessages.Expected($"'{at.Quoted(1)}'", at.Found))),
        ("Expecting a closing `)`", at => at.Parser(SyntaxMessages.Expected("')'", at.Found))),
        ("Expecting a closing parenthesis", at => at.As(SyntaxErrorKind.Consequence, SyntaxMessages.Expected("')'", at.Found))),
        ("Expecting a comma to separate", at => at.Parser(SyntaxMessages.Expected("')'", at.Found))),
        ("Expecting ']'", at => at.Parser(SyntaxMessages.Expected("']'", at.Found))),
        ("Expecting a colon", at => at.Parser(SyntaxMessages.Expected("':'", at.Found))),
        ("Expecting a simple identifier for the member", at => at.Parser(SyntaxMessages.Expected("the name of a member", at.Found))),
        ("The dot operator is expected", at => at.Parser(SyntaxMessages.MemberExpected(at.Found))),
        ("Unexpected literal member", LiteralMember),
        ("before `:` in order to create a named argument", Colon),
        ("Expecting <EOL>/end of line", at => at.As(SyntaxErrorKind.Rest, SyntaxMessages.StatementEndExpected(at.Found))),
        ("optional parameter value", at => at.Parser(SyntaxMessages.ParameterDefault())),
        ("Cannot declare a normal parameter", at => at.Parser(SyntaxMessages.DefaultMissing(at.Found))),
        ("block delegate $$", at => at.Next("$$", SyntaxMessages.BlockHere())),
        ("in the body of a `case`", at => at.Parser(SyntaxMessages.BeforeFirstWhen())),
        ("Expecting <expression> instead of", Header),
        ("Expecting", at => at.Parser(SyntaxMessages.ValueExpected(at.Found))),
        ("Unexpected", at => at.Parser(SyntaxMessages.ValueExpected(at.Found))),
        ("", at => at.Parser(SyntaxMessages.NotUnderstood(at.Sentence))),
    ];

    /// <summary>The reworded error.</summary>
    public static SyntaxError Translate(SyntaxPlace place) =>
        Array.Find(s_table, row => place.Sentence.Contains(row.Part, StringComparison.Ordinal)).Translate(place);

    // The lexer reports the character after the backslash.
    private static SyntaxError Escape(SyntaxPlace at)
    {
        var start = Math.Max(0, at.Start - 1);
        var length = char.IsHighSurrogate(at.CharAt(at.Start)) ? 3 : 2;
        var slash = at.Text[..at.Start].LastIndexOf('\\');
        var isHex = slash < start && at.CharAt(slash + 1) is 'x' or 'u';
        return at.As(
            isHex ? SyntaxErrorKind.Consequence : SyntaxErrorKind.Lexer,
            start,
            start + length,
            SyntaxMessages.BadEscape(at.TextOf(start, start + length)));
    }

    private static SyntaxError HexEscape(SyntaxPlace at) => at.As(
        SyntaxErrorKind.Lexer,
        at.Start,
        at.Start + 1,
        SyntaxMessages.BadHexEscape(at.Sentence.Contains("`\\x`", StringComparison.Ordinal) ? 'x' : 'u'));

    private static SyntaxError Number(SyntaxPlace at)
    {
        var start = at.Start;
        while (start > 0 && char.IsAsciiLetterOrDigit(at.Text[start - 1]))
        {
            start--;
        }

        var end = Math.Max(start, at.Start);
        while (end < at.Text.Length && char.IsAsciiLetterOrDigit(at.Text[end]))
        {
            end++;
        }

        return at.As(SyntaxErrorKind.Lexer, start, end, SyntaxMessages.BadNumber(at.TextOf(start, end)));
    }

    // The package reports an end at its last letter.
    private static SyntaxError StrayEnd(SyntaxPlace at) =>
        at.As(SyntaxErrorKind.StrayEnd, SyntaxMessages.StrayEnd(at.Blocks.WordOfAnotherLanguage(at.Start)));

    private static SyntaxError StrayKeyword(SyntaxPlace at)
    {
        var message = at.Blocks.At(at.Start) switch
        {
            null => SyntaxMessages.StrayKeyword(at.Found, null),
            { Keyword: "if", HasElse: true } when at.Found == "else" => SyntaxMessages.SecondElse(),
            { Keyword: "case", HasElse: true } => SyntaxMessages.BehindElse(at.Found),
            { Keyword: var block } => SyntaxMessages.StrayKeyword(at.Found, block),
        };
        return at.As(SyntaxErrorKind.StrayKeyword, message);
    }

    private static SyntaxError LoopHeader(SyntaxPlace at)
    {
        var keyword = at.WordAt(at.Start);
        return at.As(SyntaxErrorKind.Parser, at.Start, at.Start + keyword.Length, SyntaxMessages.LoopHeader(keyword));
    }

    private static SyntaxError Name(SyntaxPlace at)
    {
        var found = at.Quoted(0);
        return at.Next(found, at.WordAt(at.Start) == "readonly" ? SyntaxMessages.ReadOnlyName(found) : SyntaxMessages.FunctionName(found));
    }

    // The package reports the token after the word.
    private static SyntaxError LiteralMember(SyntaxPlace at)
    {
        var end = at.Text[..at.Start].TrimEnd().Length;
        var start = at.Text[..end].LastIndexOfAny(['.', ' ']) + 1;
        return at.As(SyntaxErrorKind.Parser, start, end, SyntaxMessages.MemberExpected(at.TextOf(start, end)));
    }

    // An assignment is reported at its target.
    private static SyntaxError Assignment(SyntaxPlace at)
    {
        var sign = at.Text.IndexOf('=', at.Start);
        var end = at.Start + at.TextOf(at.Start, sign < 0 ? at.Start + 1 : sign).TrimEnd(" +-*/%".ToCharArray()).Length;
        var before = at.Text[..at.Start].TrimEnd(' ');
        var message = before.EndsWith('=') ? SyntaxMessages.SecondAssignment()
            : before.Length == 0 || before.EndsWith("{{", StringComparison.Ordinal) || before[^1] is ';' or '\n' or '-' or '~' or '^'
                ? SyntaxMessages.BadTarget()
                : SyntaxMessages.AssignmentHere();
        return at.As(SyntaxErrorKind.Parser, at.Start, Math.Max(end, at.Start + 1), message);
    }

    private static SyntaxError LoopMember(SyntaxPlace at)
    {
        var name = at.Sentence.Split('<', '>') is [_, var path, ..] ? path.Split('.') : [];
        if (name is not [var loop, var member])
        {
            return at.Parser(SyntaxMessages.NotUnderstood(at.Sentence));
        }

        var nearest = Suggestion.For(member, LoopState.CommonNames);
        return at.As(SyntaxErrorKind.Parser, at.Start, at.Start + loop.Length, SyntaxMessages.UnknownLoopMember(loop, member, nearest));
    }

    private static SyntaxError IncrementTarget(SyntaxPlace at)
    {
        var before = at.Text.AsSpan(0, at.Start);
        var start = at.Found is "++" or "--" ? at.Start : Math.Max(0, Math.Max(before.LastIndexOf("++"), before.LastIndexOf("--")));
        return at.As(SyntaxErrorKind.Rest, start, start + 2, SyntaxMessages.IncrementTarget(at.TextOf(start, start + 2)));
    }

    private static SyntaxError Colon(SyntaxPlace at)
    {
        var colon = Math.Max(at.End, at.Text.IndexOf(':', Math.Min(at.End, at.Text.Length)));
        return at.As(SyntaxErrorKind.Parser, colon, colon + 1, SyntaxMessages.StatementEndExpected(":"));
    }

    // Directly after a keyword, the message names what the keyword needs.
    private static SyntaxError Header(SyntaxPlace at)
    {
        var before = at.Text[..at.Start].TrimEnd(' ');
        var word = before[(before.LastIndexOfAny([' ', '{', ';', '\n', '-', '~']) + 1)..];
        return at.Parser(word switch
        {
            "if" or "while" => SyntaxMessages.Needs(word, "a condition", null),
            "case" => SyntaxMessages.Needs(word, "a value", null),
            "in" => SyntaxMessages.Needs(at.Blocks.At(at.Start)?.Keyword ?? "for", "a list behind 'in'", null),
            "for" or "tablerow" => SyntaxMessages.LoopHeader(word),
            "capture" => SyntaxMessages.Needs(word, "a variable for what it captures", null),
            "with" or "import" => SyntaxMessages.Needs(word, "an object", null),
            "wrap" => SyntaxMessages.Needs(word, "a function", null),
            _ => SyntaxMessages.ValueExpected(at.Found),
        });
    }
}
