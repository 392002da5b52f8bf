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

    /// <summary>How many steps are left; without any, nothing matches and the rest of the text stays plain.</summary>
    public long Steps = FreeSteps + ((long)StepsPerByte * text.Length);

    /// <summary>How deep matching is nested in repeated groups.</summary>
    public int Depth;

    /// <summary>Whether an offset is at the start of a line.</summary>
    public readonly bool IsAtLineStart(int at) => at == 0 || Text[at - 1] == '\n';

    /// <summary>Whether an offset is at the end of a line.</summary>
    public readonly bool IsAtLineEnd(int at) => at >= Text.Length || Text[at] == '\n';

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
