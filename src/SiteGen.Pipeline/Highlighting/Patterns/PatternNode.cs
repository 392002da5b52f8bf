namespace SiteGen.Pipeline.Highlighting.Patterns;

/// <summary>One step of a pattern, which knows the step behind it.</summary>
internal abstract class PatternNode
{
    /// <summary>The bytes that a match from here can start with.</summary>
    public abstract ByteSet First { get; }

    /// <summary>Whether nothing at all can match from here.</summary>
    public abstract bool CanBeEmpty { get; }

    /// <summary>Matches from an offset on; the exclusive end of the match, or a negative number.</summary>
    public abstract int Match(ref Subject subject, int at);
}

/// <summary>The end of a pattern.</summary>
internal sealed class EndNode : PatternNode
{
    /// <inheritdoc/>
    public override ByteSet First => default;

    /// <inheritdoc/>
    public override bool CanBeEmpty => true;

    /// <inheritdoc/>
    public override int Match(ref Subject subject, int at) => at;
}

/// <summary>One byte of a set.</summary>
internal sealed class SetNode(ByteSet bytes, PatternNode next) : PatternNode
{
    /// <inheritdoc/>
    public override ByteSet First => bytes;

    /// <inheritdoc/>
    public override bool CanBeEmpty => false;

    /// <inheritdoc/>
    public override int Match(ref Subject subject, int at) =>
        at < subject.Text.Length && bytes.Contains(subject.Text[at]) ? next.Match(ref subject, at + 1) : -1;
}

/// <summary>As many bytes of a set as there are, or fewer.</summary>
internal sealed class LoopNode(ByteSet bytes, int least, int most, PatternNode next) : PatternNode
{
    // The bytes that may follow the loop; any byte if the pattern may end there.
    private readonly ByteSet _behind = next is EndNode || (next.CanBeEmpty && next is not LookNode) ? ByteSet.All : next.First;

    /// <inheritdoc/>
    public override ByteSet First { get; } = least == 0 ? bytes | next.First : bytes;

    /// <inheritdoc/>
    public override bool CanBeEmpty { get; } = least == 0 && next.CanBeEmpty;

    /// <inheritdoc/>
    public override int Match(ref Subject subject, int at)
    {
        var text = subject.Text;
        var end = at;
        while (end < text.Length && end - at < most && bytes.Contains(text[end]))
        {
            end++;
        }

        subject.Steps -= 1 + ((end - at) / 4);
        for (; end - at >= least && subject.Steps > 0; end--)
        {
            if ((end == text.Length || _behind.Contains(text[end])) && next.Match(ref subject, end) is >= 0 and var match)
            {
                return match;
            }

            subject.Steps--;
        }

        return -1;
    }
}

/// <summary>One of several sequences, the first that leads on.</summary>
internal sealed class ChoiceNode(PatternNode[] choices) : PatternNode
{
    /// <inheritdoc/>
    public override ByteSet First { get; } = choices.Aggregate(default(ByteSet), (all, choice) => all | choice.First);

    /// <inheritdoc/>
    public override bool CanBeEmpty { get; } = choices.Any(choice => choice.CanBeEmpty);

    /// <inheritdoc/>
    public override int Match(ref Subject subject, int at)
    {
        foreach (var choice in choices)
        {
            subject.Steps--;
            if (choice.Match(ref subject, at) is >= 0 and var match)
            {
                return match;
            }
        }

        return -1;
    }
}

/// <summary>A group as often as it matches, or less often.</summary>
internal sealed class RepeatNode : PatternNode
{
    private const int MostRounds = 400;

    private readonly PatternNode _body;
    private readonly PatternNode _next;

    /// <summary>A repetition.</summary>
    /// <param name="compile">Gives the group, which leads on to what it is given.</param>
    /// <param name="next">The node after the repetition.</param>
    public RepeatNode(Func<PatternNode, PatternNode> compile, PatternNode next)
    {
        _next = next;
        _body = compile(new Again(this));
        First = _body.First | next.First;
        CanBeEmpty = next.CanBeEmpty;
    }

    /// <inheritdoc/>
    public override ByteSet First { get; }

    /// <inheritdoc/>
    public override bool CanBeEmpty { get; }

    /// <inheritdoc/>
    public override int Match(ref Subject subject, int at)
    {
        subject.Steps--;
        if (subject.Steps > 0 && subject.Depth < MostRounds)
        {
            subject.Depth++;
            var match = _body.Match(ref subject, at);
            subject.Depth--;
            if (match > at)
            {
                return match;
            }
        }

        return _next.Match(ref subject, at);
    }

    /// <summary>Leads from the end of the group to its start.</summary>
    private sealed class Again(RepeatNode start) : PatternNode
    {
        public override ByteSet First => default;

        public override bool CanBeEmpty => false;

        public override int Match(ref Subject subject, int at) => start.Match(ref subject, at);
    }
}

/// <summary>What must, or must not, follow; it is not part of the match.</summary>
internal sealed class LookNode(PatternNode ahead, bool isWanted, PatternNode next) : PatternNode
{
    /// <inheritdoc/>
    public override ByteSet First { get; } =
        !next.CanBeEmpty ? next.First : isWanted && !ahead.CanBeEmpty ? ahead.First : ByteSet.All;

    /// <inheritdoc/>
    public override bool CanBeEmpty => next.CanBeEmpty;

    /// <inheritdoc/>
    public override int Match(ref Subject subject, int at)
    {
        subject.Steps--;
        return ahead.Match(ref subject, at) >= 0 == isWanted ? next.Match(ref subject, at) : -1;
    }
}

/// <summary>A condition on the text around an offset.</summary>
internal sealed class ConditionNode(Condition condition, PatternNode next) : PatternNode
{
    /// <inheritdoc/>
    public override ByteSet First { get; } =
        !next.CanBeEmpty ? next.First : condition is Condition.LineEnd or Condition.WholeLineEnd ? ByteSet.NewLine : ByteSet.All;

    /// <inheritdoc/>
    public override bool CanBeEmpty => next.CanBeEmpty;

    /// <inheritdoc/>
    public override int Match(ref Subject subject, int at) => Holds(ref subject, at) ? next.Match(ref subject, at) : -1;

    private bool Holds(ref Subject subject, int at) => condition switch
    {
        Condition.LineStart => subject.IsAtLineStart(at),
        Condition.LineEnd => subject.IsAtLineEnd(at),
        Condition.FirstInLine => subject.IsFirstInLine(at),
        Condition.NoOperandBefore => !subject.AfterOperand,
        Condition.Outdented => subject.IsOutdented(at),
        Condition.WholeLineEnd => subject.IsAtLineEnd(at) && (at == 0 || subject.Text[at - 1] != '\\'),
        Condition.WordBoundary => IsWord(subject, at - 1) != IsWord(subject, at),
        _ => at == 0 || ByteSet.Blanks.Contains(subject.Text[at - 1]),
    };

    private static bool IsWord(in Subject subject, int at) => at >= 0 && at < subject.Text.Length
        && (ByteSet.Letters.Contains(subject.Text[at]) || char.IsAsciiDigit((char)subject.Text[at]));
}

/// <summary>The kinds of conditions.</summary>
internal enum Condition
{
    /// <summary>A line starts here.</summary>
    LineStart,

    /// <summary>A line ends here.</summary>
    LineEnd,

    /// <summary>A line ends here and does not go on in the next one, as it does behind a backslash.</summary>
    WholeLineEnd,

    /// <summary>A line starts here that is indented no further than the line in which the span started.</summary>
    Outdented,

    /// <summary>Only blanks stand before it in the line.</summary>
    FirstInLine,

    /// <summary>The last token was no value.</summary>
    NoOperandBefore,

    /// <summary>A word starts or ends here.</summary>
    WordBoundary,

    /// <summary>A blank stands before it, or nothing.</summary>
    BlankBefore,
}

/// <summary>Remembers what a part of the pattern matches, for the end of a span.</summary>
internal sealed class CaptureNode(bool isStart, PatternNode next) : PatternNode
{
    /// <inheritdoc/>
    public override ByteSet First => next.First;

    /// <inheritdoc/>
    public override bool CanBeEmpty => next.CanBeEmpty;

    /// <inheritdoc/>
    public override int Match(ref Subject subject, int at)
    {
        var match = next.Match(ref subject, at);
        if (match >= 0)
        {
            subject.CaptureStart = isStart ? at : subject.CaptureStart;
            subject.CaptureEnd = isStart ? subject.CaptureEnd : at;
        }

        return match;
    }
}

/// <summary>The same bytes that the opening of the span captured.</summary>
internal sealed class ReferenceNode(PatternNode next) : PatternNode
{
    /// <inheritdoc/>
    public override ByteSet First => ByteSet.All;

    /// <inheritdoc/>
    public override bool CanBeEmpty => next.CanBeEmpty;

    /// <inheritdoc/>
    public override int Match(ref Subject subject, int at) =>
        subject.Text[at..].StartsWith(subject.Reference) ? next.Match(ref subject, at + subject.Reference.Length) : -1;
}
