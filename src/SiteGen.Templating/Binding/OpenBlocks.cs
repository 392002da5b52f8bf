using Scriban.Parsing;

namespace SiteGen.Templating.Binding;

/// <summary>A block that is open: its keyword and whether it has had an <c>else</c>.</summary>
internal readonly record struct OpenBlock(string Keyword, int Start, bool HasElse);

/// <summary>The blocks that are open at each offset of a template with errors, and where its code starts; read from its tokens.</summary>
/// <remarks>The package reports a missing <c>end</c> at the end of the text, without the block it belongs to.</remarks>
internal sealed class OpenBlocks
{
    private readonly List<int> _codeStarts = [];
    private readonly List<(int Offset, OpenBlock? Innermost)> _changes = [];
    private readonly List<OpenBlock> _open = [];
    private readonly List<(int Offset, string Word)> _otherWords = [];
    private readonly Stack<int> _interpolated = [];
    private readonly List<(int Start, int End)> _texts = [];
    private readonly string _text;
    private int? _invalid;

    private OpenBlocks(string text) => _text = text;

    /// <summary>The innermost block that is never closed.</summary>
    public OpenBlock? Unclosed => _open.Count == 0 ? null : _open[^1];

    /// <summary>The start of an unclosed string, or of the outermost string around it; null if all are closed.</summary>
    public int? UnclosedText => _interpolated.Count > 0 ? _interpolated.Last() : _invalid;

    public static OpenBlocks Read(string text, LexerOptions options)
    {
        var blocks = new OpenBlocks(text);
        blocks.Read(new Lexer(text, null, options));
        return blocks;
    }

    /// <summary>Whether code starts at an offset.</summary>
    public bool IsCodeStart(int offset) => _codeStarts.BinarySearch(offset) >= 0;

    /// <summary>The start of the code that an offset is in or behind; -1 before all code.</summary>
    public int CodeStartAt(int offset) => _codeStarts.FindLastIndex(start => start <= offset) is >= 0 and var last ? _codeStarts[last] : -1;

    /// <summary>The first string between two offsets that goes on in the HTML behind its code: its own end is missing.</summary>
    public int? TextOverCodeEnd(int from, int to)
    {
        foreach (var (start, end) in _texts)
        {
            var text = _text.AsSpan(start, end - start);
            if (start >= from && start < to && text.Contains("}}", StringComparison.Ordinal) && text.IndexOfAny('<', '\n') >= 0)
            {
                return start;
            }
        }

        return null;
    }

    /// <summary>Whether an offset is inside a string.</summary>
    public bool IsInText(int offset) => _texts.Exists(text => text.Start < offset && offset < text.End);

    /// <summary>The innermost open block before an offset.</summary>
    public OpenBlock? At(int offset) => _changes.FindLast(change => change.Offset < offset).Innermost;

    /// <summary>The last word before an offset that opens a block in other template languages, but not in this one.</summary>
    public string? WordOfAnotherLanguage(int offset) => _otherWords.FindLast(word => word.Offset < offset).Word;

    private void Read(Lexer lexer)
    {
        var startsStatement = true;
        Token? keyword = null;
        var end = 0;
        foreach (var token in lexer)
        {
            // for.index is a member, not a block.
            if (keyword is { } opener && token.Type != TokenType.Dot)
            {
                Change(opener);
            }

            keyword = null;
            var behind = end;
            end = token.End.Offset + 1;
            if (token.Type == TokenType.Identifier && (startsStatement || Word(token) == "do"))
            {
                keyword = token;
            }

            ReadText(token, behind);
            startsStatement = token.Type is TokenType.CodeEnter or TokenType.NewLine or TokenType.SemiColon;
            if (token.Type == TokenType.CodeEnter)
            {
                _codeStarts.Add(token.Start.Offset);
            }
        }
    }

    // An interpolated string is several tokens; an invalid one means that the string is not closed.
    private void ReadText(Token token, int behind)
    {
        switch (token.Type)
        {
            case TokenType.String or TokenType.ImplicitString or TokenType.VerbatimString:
                _texts.Add((token.Start.Offset, Math.Min(token.End.Offset + 1, _text.Length)));
                break;
            case TokenType.Invalid:
                _invalid ??= SkipBlanks(behind);
                break;
            case TokenType.BeginInterpolatedString:
                _interpolated.Push(token.Start.Offset);
                break;
            case TokenType.EndingInterpolatedString:
                _ = _interpolated.TryPop(out _);
                break;
        }
    }

    private void Change(Token token)
    {
        var word = Word(token);
        switch (word)
        {
            case "end" when _open.Count > 0:
                _open.RemoveAt(_open.Count - 1);
                break;
            case "else" when _open.Count > 0:
                _changes.Add((token.Start.Offset, _open[^1]));
                _open[^1] = _open[^1] with { HasElse = _open[^1].HasElse || !IsElseIf(token) };
                break;
            case "if" or "case" or "for" or "tablerow" or "while" or "capture" or "with" or "wrap" or "func" or "do":
                _open.Add(new OpenBlock(word, token.Start.Offset, false));
                break;
            case "unless" or "foreach" or "macro" or "block":
                _otherWords.Add((token.Start.Offset, word));
                return;
            default:
                return;
        }

        _changes.Add((token.Start.Offset, Unclosed));
    }

    private bool IsElseIf(Token token) => _text.AsSpan(token.End.Offset + 1).TrimStart(' ').StartsWith("if", StringComparison.Ordinal);

    private string Word(Token token) => token.GetText(_text) ?? "";

    private int SkipBlanks(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at]))
        {
            at++;
        }

        return at;
    }
}
