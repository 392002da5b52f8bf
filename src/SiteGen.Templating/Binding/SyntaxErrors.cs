using Scriban.Parsing;
using SiteGen.Templating.Rules;

namespace SiteGen.Templating.Binding;

/// <summary>Reports the errors of the package's parser at their cause, reworded.</summary>
/// <remarks>
/// One mistake often produces several messages, with those of the lexer last. Only the first is kept for each piece of code,
/// preferring those of the lexer. A missing <c>end</c> is reported once, at the start of its block. Because the parser may not
/// recover from an error, parsing restarts after the code that contains it.
/// </remarks>
internal sealed class SyntaxErrors
{
    private readonly string _text;
    private readonly OpenBlocks _blocks;
    private readonly List<SyntaxError> _errors;

    private SyntaxErrors(string text, Scriban.Template parsed, int nestingLimit, LexerOptions lexer)
    {
        _text = text;
        _blocks = OpenBlocks.Read(text, lexer);
        _errors = [.. parsed.Messages
            .Where(message => message.Type == ParserMessageType.Error)
            .Select(message => SyntaxPlace.Of(message, text, _blocks, nestingLimit))
            .Select(SyntaxSentences.Translate)];
    }

    public static void Report(BindingContext context, Scriban.Template? parsed, ParserOptions options, LexerOptions lexer)
    {
        var text = context.Map.Text;
        var found = new SortedDictionary<int, SyntaxError>();
        SyntaxError? missingEnd = null;
        for (var isInStep = true; parsed is { HasErrors: true };)
        {
            var errors = new SyntaxErrors(text, parsed, options.ExpressionDepthLimit, lexer);
            var isText = errors.PlaceUnclosedText();
            errors.PlaceUnclosedCode();
            var wasInStep = isInStep;
            var next = isText ? null : errors.Next(ref isInStep);
            missingEnd ??= errors.TakeMissingEnd(wasInStep);
            foreach (var error in errors._errors.OrderBy(error => error.Kind).ThenBy(error => error.Start))
            {
                found.TryAdd(CodeStart(text, error.Start), error);
            }

            if (next is not { } start || found.Count > Problems.Most)
            {
                break;
            }

            lexer = lexer with { Mode = ScriptMode.Default, StartPosition = new TextPosition(start, 0, 0) };
            parsed = PackageParser.TryParse(text, options, lexer);
        }

        foreach (var error in missingEnd is null ? found.Values : found.Values.Append(missingEnd))
        {
            context.Problems.Resume();
            context.Report(error.Message, context.Map.Span(error.Start, error.End));
        }
    }

    /// <summary>Where to restart, after the code of the first error; null if nothing follows.</summary>
    /// <param name="isInStep">
    /// Whether the open blocks are known: none after an unmatched <c>end</c>; unknown after any other error.
    /// </param>
    private int? Next(ref bool isInStep)
    {
        if (_errors.MinBy(error => error.Start) is not { Kind: not SyntaxErrorKind.TooDeep } first || CodeEnd(first.Start) is not { } end)
        {
            return null;
        }

        isInStep &= first.Kind == SyntaxErrorKind.StrayEnd;
        if (isInStep || (_text.IndexOf("{{", end, StringComparison.Ordinal) is var next and >= 0 && !_blocks.IsCodeStart(next)))
        {
            _errors.RemoveAll(error => error.Start >= end);
        }

        return end;
    }

    private static int CodeStart(string text, int offset) =>
        offset == 0 ? -1 : text.LastIndexOf("{{", Math.Min(offset, text.Length - 1), StringComparison.Ordinal);

    private int? CodeEnd(int offset) =>
        _text.IndexOf("}}", offset, StringComparison.Ordinal) is var close and >= 0 && close + 2 < _text.Length ? close + 2 : null;

    // Everything after the quote was read as part of the string.
    private bool PlaceUnclosedText()
    {
        if (_blocks.UnclosedText is { } last && _blocks.TextOverCodeEnd(_blocks.CodeStartAt(last), last) is { } before)
        {
            _errors.Clear();
            _errors.Add(UnclosedTextAt(before));
            return true;
        }

        if (_blocks.UnclosedText is not { } open || !_errors.Exists(error => error.Kind == SyntaxErrorKind.UnclosedText))
        {
            return false;
        }

        _errors.RemoveAll(error => error.Start >= open || error.Kind is SyntaxErrorKind.UnclosedText or SyntaxErrorKind.MissingEnd);
        _errors.Add(UnclosedTextAt(open));
        return true;
    }

    private SyntaxError UnclosedTextAt(int open)
    {
        var end = Math.Min(open + (_text[open] == '$' ? 2 : 1), _text.Length);
        return new SyntaxError(SyntaxErrorKind.Lexer, open, end, SyntaxMessages.UnclosedText(_text[end - 1]));
    }

    // What follows a code or a text that is not closed is read as code, and its first sign of HTML is reported.
    private void PlaceUnclosedCode()
    {
        if (_errors.MinBy(error => error.Start) is not { Kind: not (SyntaxErrorKind.MissingEnd or SyntaxErrorKind.TooDeep) } first
            || _blocks.CodeStartAt(first.Start) is not (>= 0 and var start))
        {
            return;
        }

        if (_blocks.TextOverCodeEnd(start, first.Start) is { } text)
        {
            _errors.Clear();
            _errors.Add(UnclosedTextAt(text));
            return;
        }

        var opening = _text.IndexOf("{{", start + 2, StringComparison.Ordinal);
        var closing = _text.IndexOf("}}", start, StringComparison.Ordinal);
        if (closing < 0 || (opening >= 0 && opening < closing && !_blocks.IsInText(opening)))
        {
            _errors.RemoveAll(error => error.Start >= start);
            _errors.Add(new SyntaxError(SyntaxErrorKind.Lexer, start, start + 2, SyntaxMessages.Unclosed(0)));
        }
    }

    private SyntaxError? TakeMissingEnd(bool isInStep)
    {
        var missing = _errors.Find(error => error.Kind == SyntaxErrorKind.MissingEnd);
        _errors.RemoveAll(error => error.Kind == SyntaxErrorKind.MissingEnd);
        if (!isInStep || _errors.Exists(error => error.Kind == SyntaxErrorKind.StrayKeyword))
        {
            // The blocks open around such a keyword can only be guessed.
            _errors.RemoveAll(error => error.Kind == SyntaxErrorKind.StrayEnd || (!isInStep && error.Kind == SyntaxErrorKind.StrayKeyword));
            return null;
        }

        return missing is null || _blocks.Unclosed is not { } block ? missing : missing with
        {
            Start = block.Start,
            End = block.Start + block.Keyword.Length,
            Message = SyntaxMessages.UnclosedBlock(block.Keyword),
        };
    }
}
