using System.Runtime.CompilerServices;
using System.Text;
using SiteGen.Templating.Rules;
using SiteGen.Text;

namespace SiteGen.Templating.Syntax;

/// <summary>The token at hand, and what parsers do with it.</summary>
internal sealed class TokenReader(SourceText source, Problems problems, int nestingLimit)
{
    private readonly Lexer _lexer = new(source, problems);
    private int _depth;

    public Token Current { get; private set; }

    /// <summary>The offset behind the last token taken.</summary>
    public int PreviousEnd { get; private set; }

    /// <summary>How many brackets are open in which line ends do not count.</summary>
    public int OpenBrackets { get; set; }

    public Problems Problems => problems;

    public Lexer Lexer => _lexer;

    /// <summary>Whether the statement at hand is given up.</summary>
    public bool IsLost => problems.IsSilent;

    /// <summary>Whether the token at hand follows the last one without a gap.</summary>
    public bool Touches => Current.Start == PreviousEnd;

    public bool Is(TokenKind kind) => Current.Kind == kind;

    public void Advance()
    {
        PreviousEnd = Current.End;
        do
        {
            Current = _lexer.Next();
        }
        while (OpenBrackets > 0 && Current.Kind == TokenKind.NewLine);
    }

    /// <summary>Puts another token in place of the one at hand; reading goes on behind it.</summary>
    public void Replace(Token token)
    {
        Current = token;
        _lexer.MoveTo(token.End);
    }

    /// <summary>Takes the token at hand if it is of a kind.</summary>
    public bool Take(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>Whether the token at hand is this word.</summary>
    public bool IsWord(ReadOnlySpan<byte> word) =>
        Current.Kind == TokenKind.Identifier && Bytes(Current).SequenceEqual(word);

    /// <summary>Takes a token that must come; reports what comes instead.</summary>
    public void Expect(TokenKind kind, string wanted)
    {
        // After a problem the token at hand is left for the search of the statement's end.
        if (IsLost || !Take(kind))
        {
            Unexpected($"{wanted} is expected");
        }
    }

    public ReadOnlySpan<byte> Bytes(Token token) => source.Bytes.Span[token.Start..token.End];

    public ReadOnlyMemory<byte> Memory(Token token) => source.Bytes[token.Start..token.End];

    public ReadOnlySpan<byte> AllBytes => source.Bytes.Span;

    public string TextOf(Token token) => Encoding.UTF8.GetString(Bytes(token));

    /// <summary>Says that the token at hand does not belong here.</summary>
    public void Unexpected(string wanted) => Unexpected(wanted, null);

    /// <summary>Says that the token at hand does not belong here, and what may have been meant.</summary>
    public void Unexpected(string wanted, string? hint) =>
        Report(TemplateRules.UnexpectedToken, Current.Span, $"{wanted}, not {Name(Current)}", hint);

    public void Report(DiagnosticRule rule, TextSpan span, string message, string? hint) => problems.Report(rule, span, message, hint);

    /// <summary>Goes one level deeper; false when that is too deep, which is reported.</summary>
    public bool Enter()
    {
        if (++_depth > nestingLimit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Report(TemplateRules.TooDeep, Current.Span, $"expressions and blocks are nested deeper than the limit of {nestingLimit}", null);
        }

        return !IsLost;
    }

    public void Leave() => _depth--;

    /// <summary>Skips to the end of a statement that has a problem.</summary>
    public void Recover()
    {
        OpenBrackets = 0;
        _lexer.ForgetBraces();
        if (Current.Kind == TokenKind.RightBrace)
        {
            // Without open braces it may be the first half of the end of the code.
            _lexer.MoveTo(Current.Start);
            Current = _lexer.Next();
        }

        while (!Current.EndsStatement)
        {
            Advance();
        }

        problems.Resume();
    }

    /// <summary>What messages call a token.</summary>
    public string Name(Token token) => token.Kind switch
    {
        TokenKind.End => "the end of the template",
        TokenKind.NewLine => "the end of the line",
        _ => $"'{TextOf(token)}'",
    };
}
