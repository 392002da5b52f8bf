using SiteGen.Pipeline.Highlighting.Patterns;

namespace SiteGen.Pipeline.Highlighting;

/// <summary>Cuts code into tokens. Not thread-safe: the buffers are reused.</summary>
/// <remarks>
/// The tokens cover the whole text, in order, whatever it is. Time is bounded by the steps of <see cref="Subject"/>, memory by the
/// tokens and by the depth of spans; beyond it, a span is not opened.
/// </remarks>
internal sealed class Lexer(GrammarSet grammars)
{
    private const int MostFrames = 100;
    private const int MostEmbedded = 4;
    private const int MostIdleRounds = 8;

    private readonly List<Token> _tokens = [];

    /// <summary>The tokens of a code; valid until the next call.</summary>
    public List<Token> Read(Grammar grammar, ReadOnlySpan<byte> code)
    {
        _tokens.Clear();
        var subject = new Subject(code);
        Read(grammar, ref subject, 0, 0);
        return _tokens;
    }

    private void Read(Grammar grammar, ref Subject subject, int offset, int depth)
    {
        var run = new Run(this, grammar, offset, depth);
        run.Read(ref subject);
    }

    private void Add(int end, TokenClass kind)
    {
        var last = _tokens.Count - 1;
        if (last >= 0 && _tokens[last].Class == kind)
        {
            _tokens[last] = new Token(end, kind);
        }
        else if (last < 0 || _tokens[last].End < end)
        {
            _tokens.Add(new Token(end, kind));
        }
    }

    /// <summary>The span that the reader is in.</summary>
    /// <param name="Rule">The rule that opened it; null outside of all.</param>
    /// <param name="Mode">The mode in it.</param>
    /// <param name="Start">Where the part starts that its opening captured.</param>
    /// <param name="End">Where that ends.</param>
    /// <param name="Indentation">How far the line is indented that it starts in.</param>
    private readonly record struct Frame(GrammarRule? Rule, GrammarMode Mode, int Start, int End, int Indentation);

    /// <summary>One reading of a text in one language.</summary>
    /// <param name="lexer">Where tokens and other languages are.</param>
    /// <param name="grammar">The language.</param>
    /// <param name="offset">Where the text is in the whole code.</param>
    /// <param name="depth">How many languages it is embedded in.</param>
    private sealed class Run(Lexer lexer, Grammar grammar, int offset, int depth)
    {
        private readonly Stack<Frame> _outer = new();
        private Frame _frame = new(null, grammar.Main, 0, 0, 0);
        private TokenClass _announced;
        private int _idle;

        public void Read(ref Subject subject)
        {
            var at = 0;
            while (at < subject.Text.Length && subject.Steps > 0)
            {
                var next = Step(ref subject, at);
                _idle = next == at ? _idle + 1 : 0;
                at = next < 0 || _idle > MostIdleRounds ? Skip(ref subject, at) : next;
            }

            // Out of steps: the rest is as it is.
            lexer.Add(offset + subject.Text.Length, at < subject.Text.Length ? TokenClass.Plain : ContentClass);
        }

        private TokenClass ContentClass => _frame.Rule?.Content ?? TokenClass.Plain;

        // The offset behind what matched; negative when nothing did.
        private int Step(ref Subject subject, int at)
        {
            var first = subject.Text[at];
            foreach (var rule in _frame.Mode.RulesAt(first))
            {
                if (Apply(rule, ref subject, at) is >= 0 and var next)
                {
                    return next;
                }
            }

            return _frame.Rule is { } span && span.End.First.Contains(first) ? Close(span, ref subject, at) : -1;
        }

        // Over all that no rule can start with.
        private int Skip(ref Subject subject, int at)
        {
            var text = subject.Text;
            do
            {
                if (!ByteSet.Blanks.Contains(text[at]))
                {
                    subject.AfterOperand = text[at] is (byte)')' or (byte)']';
                    _announced = grammar.Members.Contains(text[at]) ? _announced : TokenClass.Plain;
                }

                at++;
            }
            while (at < text.Length && (subject.IsWithinCharacter(at)
                || (_frame.Mode.RulesAt(text[at]).Length == 0 && _frame.Rule?.End.First.Contains(text[at]) != true)));

            lexer.Add(offset + at, ContentClass);
            return at;
        }

        private int Close(GrammarRule span, ref Subject subject, int at)
        {
            subject.Reference = subject.Text[_frame.Start.._frame.End];
            subject.SpanIndentation = _frame.Indentation;
            var end = span.End.Match(ref subject, at);
            if (end >= 0)
            {
                lexer.Add(offset + end, span.Closing);
                _frame = _outer.Pop();
                subject.AfterOperand = span.Closing is TokenClass.String or TokenClass.Regex;
            }

            return end;
        }

        private int Apply(GrammarRule rule, ref Subject subject, int at)
        {
            if (rule.Kind == RuleKind.Words)
            {
                return Word(ref subject, at);
            }

            var end = Match(rule, ref subject, at);
            if (end < 0)
            {
                return -1;
            }

            switch (rule.Kind)
            {
                case RuleKind.Span when _outer.Count < MostFrames && rule.Mode is { } mode:
                    _outer.Push(_frame);
                    _frame = new Frame(
                        rule, mode, subject.CaptureStart, int.Max(subject.CaptureStart, subject.CaptureEnd),
                        rule.NeedsIndentation ? subject.IndentationAt(at) : 0);
                    break;
                case RuleKind.Embed:
                    return Embed(rule, ref subject, end);
                case RuleKind.Back when _outer.Count > 0:
                    _frame = _outer.Pop();
                    break;
            }

            return end;
        }

        private int Match(GrammarRule rule, ref Subject subject, int at)
        {
            (subject.CaptureStart, subject.CaptureEnd) = (at, at);
            subject.Reference = subject.Text[_frame.Start.._frame.End];
            var parts = rule.Parts;
            if (parts.Length == 1)
            {
                var end = parts[0].Pattern.Match(ref subject, at);
                if (end >= 0)
                {
                    Note(ref subject, at, end, rule, parts[0].Class);
                }

                return end;
            }

            Span<int> ends = stackalloc int[parts.Length];
            var from = at;
            for (var i = 0; i < parts.Length; i++)
            {
                from = ends[i] = parts[i].Pattern.Match(ref subject, from);
                if (from < 0)
                {
                    return -1;
                }
            }

            for (var i = 0; i < parts.Length; i++)
            {
                Note(ref subject, i == 0 ? at : ends[i - 1], ends[i], rule, parts[i].Class);
            }

            return from;
        }

        private void Note(ref Subject subject, int at, int end, GrammarRule rule, TokenClass kind)
        {
            if (end == at)
            {
                return;
            }

            // What opens a hole in a text is no more text than what closes it.
            lexer.Add(offset + end, kind == TokenClass.Plain && rule.Kind == RuleKind.Token ? ContentClass : kind);
            if (kind != TokenClass.Comment && !ByteSet.Blanks.Contains(subject.Text[end - 1]))
            {
                _announced = TokenClass.Plain;
                subject.AfterOperand = kind == TokenClass.Plain
                    ? subject.Text[end - 1] is (byte)')' or (byte)']' || grammar.Letters.Contains(subject.Text[end - 1])
                    : kind is not TokenClass.Keyword;
            }
        }

        private int Word(ref Subject subject, int at)
        {
            var text = subject.Text;
            var end = at + 1;
            while (end < text.Length && grammar.Letters.Contains(text[end]))
            {
                end++;
            }

            var isMember = at > 0 && grammar.Members.Contains(text[at - 1]) && !(at > 1 && text[at - 2] == text[at - 1]);
            var announced = TokenClass.Plain;
            if (_announced != TokenClass.Plain && IsQualifier(text, end))
            {
                // 'new a.b.C' announces the last name.
                lexer.Add(offset + end + 1, ContentClass);
                return end + 1;
            }

            if (isMember || !grammar.Words.TryFind(text[at..end], out var kind, out announced))
            {
                kind = _announced != TokenClass.Plain ? _announced : ClassOf(ref subject, at, end);
            }

            _announced = announced;
            subject.AfterOperand = kind != TokenClass.Keyword;
            lexer.Add(offset + end, kind == TokenClass.Plain ? ContentClass : kind);
            return end;
        }

        // A name, a dot or its like, and another name.
        private bool IsQualifier(ReadOnlySpan<byte> text, int end) =>
            end + 1 < text.Length && grammar.Members.Contains(text[end]) && ByteSet.Letters.Contains(text[end + 1]);

        private TokenClass ClassOf(ref Subject subject, int at, int end)
        {
            if (end < subject.Text.Length && grammar.Call is { } call && call.First.Contains(subject.Text[end])
                && call.Match(ref subject, end) >= 0)
            {
                return TokenClass.Function;
            }

            foreach (var (kind, pattern) in grammar.Names)
            {
                if (pattern.First.Contains(subject.Text[at]) && pattern.Match(ref subject, at) == end)
                {
                    return kind;
                }
            }

            return TokenClass.Plain;
        }

        // Up to the first place where the end matches, or to the end of the text.
        private int Embed(GrammarRule rule, ref Subject subject, int start)
        {
            var text = subject.Text;
            subject.Reference = text[subject.CaptureStart..int.Max(subject.CaptureStart, subject.CaptureEnd)];
            var language = rule.Language.Length > 0 ? rule.Language : System.Text.Encoding.UTF8.GetString(subject.Reference);
            var (end, close) = (start, -1);
            for (; end < text.Length && close < 0 && subject.Steps > 0; end += close < 0 ? 1 : 0)
            {
                close = rule.End.First.Contains(text[end]) && !subject.IsWithinCharacter(end) ? rule.End.Match(ref subject, end) : -1;
            }

            if (depth < MostEmbedded && lexer.Grammars.Find(language) is { } inner && end > start)
            {
                var part = new Subject(text[start..end]) { Steps = subject.Steps };
                lexer.Read(inner, ref part, offset + start, depth + 1);
                subject.Steps = part.Steps;
            }
            else
            {
                lexer.Add(offset + end, rule.Content);
            }

            lexer.Add(offset + int.Max(end, close), rule.Closing);
            return int.Max(end, close);
        }
    }

    private GrammarSet Grammars => grammars;
}
