namespace SiteGen.Pipeline.Highlighting.Patterns;

/// <summary>The text that patterns are matched against, and what they may know of its reader.</summary>
internal ref struct Subject(ReadOnlySpan<byte> text)
{
    // Posts have code of some kilobytes, which takes about one step a byte; what takes more than this is hostile.
    private const int FreeSteps = 100_000;
    private const int StepsPerByte = 50;

    /// <summary>The text.</summary>
    public readonly ReadOnlySpan<byte> Text = text;

    /// <summary>Whether the last token was a value, so that what follows is an operator: a slash divides and opens no pattern.</summary>
    public bool AfterOperand;

    /// <summary>Where the part that a pattern captures starts.</summary>
    public int CaptureStart;

    /// <summary>Where it ends, exclusive.</summary>
    public int CaptureEnd;

    /// <summary>What the opening of the current span captured.</summary>
    public ReadOnlySpan<byte> Reference;

    /// <summary>How far the line is indented that the current span starts in; a dash of a list counts as a blank.</summary>
    public int SpanIndentation;

    /// <summary>How many steps are left; without any, nothing matches and the rest of the text stays plain.</summary>
    public long Steps = FreeSteps + ((long)StepsPerByte * text.Length);

    /// <summary>How deep matching is nested in repeated groups.</summary>
    public int Depth;

    /// <summary>Whether an offset is not at the start of a character.</summary>
    public readonly bool IsWithinCharacter(int at) => at < Text.Length && (Text[at] & 0xC0) == 0x80;

    /// <summary>Whether an offset is at the start of a line.</summary>
    public readonly bool IsAtLineStart(int at) => at == 0 || Text[at - 1] == '\n';

    /// <summary>Whether an offset is at the end of a line.</summary>
    public readonly bool IsAtLineEnd(int at) => at >= Text.Length || Text[at] == '\n';

    /// <summary>How far the line of an offset is indented.</summary>
    public readonly int IndentationAt(int at)
    {
        var start = Text[..at].LastIndexOf((byte)'\n') + 1;
        var end = start;
        while (end < at && (Text[end] is (byte)' ' || (Text[end] is (byte)'-' && end + 1 < at && Text[end + 1] is (byte)' ')))
        {
            end++;
        }

        return end - start;
    }

    /// <summary>Whether a line that is not blank starts here, indented no further than that in which the span started.</summary>
    public readonly bool IsOutdented(int at)
    {
        var end = at;
        while (end < Text.Length && Text[end] is (byte)' ')
        {
            end++;
        }

        return IsAtLineStart(at) && end - at <= SpanIndentation && !IsAtLineEnd(end);
    }

    /// <summary>Whether only blanks stand before an offset in its line.</summary>
    public bool IsFirstInLine(int at)
    {
        while (at > 0 && Text[at - 1] is (byte)' ' or (byte)'\t')
        {
            at--;
            Steps--;
        }

        return IsAtLineStart(at);
    }
}
