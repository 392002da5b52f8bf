using SiteGen.Templating.Rules;
using SiteGen.Text;

namespace SiteGen.Templating.Syntax;

/// <summary>Cuts a template into text and the tokens of its code.</summary>
/// <remarks>Works on the source's bytes; a text token is a slice that is copied to the output as it is.</remarks>
internal sealed class Lexer(SourceText source, Problems problems)
{
    private readonly ReadOnlyMemory<byte> _bytes = source.Bytes;
    private int _at;
    private bool _isInCode;
    private int _braces;
    private byte _trim;

    /// <summary>The text whose hole is being read: where an unclosed one inside is reported.</summary>
    public TextSpan? OuterText { get; set; }

    private ReadOnlySpan<byte> Bytes => _bytes.Span;

    /// <summary>Starts in code and not in text: for expressions given as text.</summary>
    public void StartInCode() => _isInCode = true;

    /// <summary>Goes back into code behind a hole of an interpolated text.</summary>
    public void MoveTo(int position) => _at = position;

    /// <summary>A brace that the parser counts itself, around a hole of an interpolated text.</summary>
    public void ShiftBraces(int by) => _braces += by;

    /// <summary>Forgets open braces, so that the code can be left after a mistake.</summary>
    public void ForgetBraces() => _braces = 0;

    /// <summary>Whether the next byte behind blanks is this one; does not move.</summary>
    public bool IsNext(byte wanted)
    {
        var bytes = Bytes;
        var at = _at;
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t')
        {
            at++;
        }

        return at < bytes.Length && bytes[at] == wanted;
    }

    public Token Next() => _isInCode ? NextInCode() : NextInText();

    private Token NextInText()
    {
        var bytes = Bytes;
        var start = _at;
        var open = TextScan.FindOpening(bytes, start, out var fence);
        var textEnd = open < 0 ? bytes.Length : open;
        var (from, to) = (start, textEnd);
        if (_trim != 0)
        {
            from = TextScan.SkipAfter(bytes, start, textEnd, _trim);
            _trim = 0;
        }

        if (open >= 0 && TextScan.MarkerAt(bytes, open + 2 + fence) is var marker and not 0)
        {
            to = TextScan.SkipBefore(bytes, from, textEnd, marker);
        }

        _at = textEnd;
        if (from < to)
        {
            return new Token(TokenKind.Text, from, to, 0);
        }

        return open < 0 ? new Token(TokenKind.End, _at, _at, 0) : fence > 0 ? Raw(open, fence) : Open(open);
    }

    private Token Open(int start)
    {
        var hasMarker = TextScan.MarkerAt(Bytes, start + 2) != 0;
        var indent = hasMarker ? 0 : TextScan.IndentBefore(Bytes, start);
        _at = start + (hasMarker ? 3 : 2);
        _isInCode = true;
        _braces = 0;
        return new Token(TokenKind.OpenCode, start, _at, indent);
    }

    private Token Raw(int start, int fence)
    {
        var from = start + 2 + fence;
        from += TextScan.MarkerAt(Bytes, from) != 0 ? 1 : 0;
        var end = TextScan.FindFence(Bytes, from, fence);
        if (end < 0)
        {
            problems.Report(
                TemplateRules.Unclosed,
                new TextSpan(start, 2 + fence),
                "this raw text is never closed",
                $"end it with }}{new string('%', fence)}}}");
            _at = Bytes.Length;
            return new Token(TokenKind.End, _at, _at, 0);
        }

        _at = end + 2 + fence;
        var marker = end > from && Bytes[end - 1] is (byte)'-' or (byte)'~' ? Bytes[end - 1] : (byte)0;
        _trim = marker;
        return new Token(TokenKind.Text, from, marker != 0 ? end - 1 : end, 0);
    }

    private Token NextInCode()
    {
        SkipBlanks();
        var bytes = Bytes;
        var start = _at;
        if (start >= bytes.Length)
        {
            return new Token(TokenKind.End, start, start, 0);
        }

        var c = bytes[start];
        if (IsWordStart(c))
        {
            _at = Word(start);
            return new Token(_at > start ? TokenKind.Identifier : TokenKind.Bad, start, _at = Math.Max(_at, BadEnd(start)), 0);
        }

        return c switch
        {
            >= (byte)'0' and <= (byte)'9' => Move(TokenKind.Number, NumberLiteral.EndOf(bytes, start)),
            (byte)'"' or (byte)'\'' => Quoted(start, TokenKind.String),
            (byte)'`' => Verbatim(start),
            (byte)'$' => Dollar(start),
            _ => Close(start) ?? Sign(start),
        };
    }

    private Token? Close(int start)
    {
        var bytes = Bytes[start..];
        if (_braces > 0)
        {
            return null;
        }

        var marker = bytes.Length > 2 && bytes[0] is (byte)'-' or (byte)'~' ? bytes[0] : (byte)0;
        if (!bytes[(marker != 0 ? 1 : 0)..].StartsWith("}}"u8))
        {
            return null;
        }

        _isInCode = false;
        _trim = marker;
        return Move(TokenKind.CloseCode, start + (marker != 0 ? 3 : 2));
    }

    private Token Sign(int start)
    {
        var (kind, length) = Signs.Read(Bytes[start..]);
        _braces += kind == TokenKind.LeftBrace ? 1 : kind == TokenKind.RightBrace && _braces > 0 ? -1 : 0;
        return Move(kind, start + length);
    }

    private Token Dollar(int start)
    {
        var bytes = Bytes;
        var next = start + 1 < bytes.Length ? bytes[start + 1] : (byte)0;
        if (next is (byte)'"' or (byte)'\'')
        {
            return Move(TokenKind.InterpolatedString, start + 2);
        }

        if (next == '$')
        {
            return Move(TokenKind.WrappedBlock, start + 2);
        }

        var end = start + 1;
        while (end < bytes.Length && bytes[end] is >= (byte)'0' and <= (byte)'9')
        {
            end++;
        }

        if (end > start + 1)
        {
            return Move(TokenKind.ArgumentIndex, end);
        }

        end = Word(start + 1);
        return Move(end > start + 1 ? TokenKind.Local : TokenKind.Arguments, end);
    }

    private Token Quoted(int start, TokenKind kind)
    {
        var bytes = Bytes;
        var quote = bytes[start];
        var at = start + 1;
        while (at < bytes.Length && bytes[at] != quote)
        {
            at += bytes[at] == '\\' ? 2 : 1;
        }

        return at < bytes.Length ? Move(kind, at + 1) : UnclosedText(start);
    }

    private Token Verbatim(int start)
    {
        var bytes = Bytes;
        var at = start + 1;
        while (at < bytes.Length && (bytes[at] != '`' || (at + 1 < bytes.Length && bytes[at + 1] == '`')))
        {
            at += bytes[at] == '`' ? 2 : 1;
        }

        return at < bytes.Length ? Move(TokenKind.VerbatimString, at + 1) : UnclosedText(start);
    }

    private Token UnclosedText(int start)
    {
        problems.Report(
            TemplateRules.Unclosed,
            OuterText ?? new TextSpan(start, 1),
            "this text is never closed",
            $"end it with {(char)Bytes[start]}");
        return Resynchronize(start);
    }

    /// <summary>Leaves a text that is never closed at the next end of code, where the author may have meant to be.</summary>
    public Token Resynchronize(int start)
    {
        var close = Bytes[start..].IndexOf("}}"u8);
        return Move(TokenKind.Bad, close < 0 ? Bytes.Length : start + close);
    }

    private Token Move(TokenKind kind, int end)
    {
        var start = _at;
        _at = end;
        return new Token(kind, start, end, 0);
    }

    private void SkipBlanks()
    {
        var bytes = Bytes;
        while (_at < bytes.Length)
        {
            var c = bytes[_at];
            if (c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\v' or (byte)'\f')
            {
                _at++;
            }
            else if (c == '#')
            {
                _at = TextScan.CommentEnd(bytes, _at);
            }
            else if (c < 0x80 || TextScan.SpaceAt(bytes, _at) is 0)
            {
                return;
            }
            else
            {
                _at += TextScan.SpaceAt(bytes, _at);
            }
        }
    }

    private static bool IsWordStart(byte c) => c is (byte)'_' or >= 0x80 || (uint)((c | 0x20) - 'a') <= 'z' - 'a';

    private int Word(int start) => TextScan.WordEnd(Bytes, start);

    // A byte that starts no word, such as a symbol outside ASCII, is one bad token, to its last byte.
    private int BadEnd(int start) => _at > start ? _at : start + Math.Max(1, TextScan.RuneLength(Bytes, start));
}
