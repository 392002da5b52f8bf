namespace SiteGen.Pipeline.Highlighting.Patterns;

/// <summary>A small regular expression over the bytes of a line of code.</summary>
/// <remarks>
/// Unlike <see cref="System.Text.RegularExpressions.Regex"/> it costs nothing to make and cannot take longer than the number of steps
/// that its subject allows. What it knows: see <see cref="PatternParser"/>.
/// </remarks>
internal sealed class Pattern(PatternNode start)
{
    /// <summary>Matches nothing.</summary>
    public static readonly Pattern Never = new(new SetNode(default, new EndNode()));

    /// <summary>The bytes that a match can start with.</summary>
    public ByteSet First { get; } = start.CanBeEmpty && start is EndNode ? ByteSet.All : start.First;

    /// <summary>Matches at an offset; the exclusive end of the match, or a negative number.</summary>
    /// <remarks>A pattern reads bytes; a character of several is never cut.</remarks>
    public int Match(ref Subject subject, int at)
    {
        var end = subject.Steps-- > 0 ? start.Match(ref subject, at) : -1;
        while (end > at && subject.IsWithinCharacter(end))
        {
            end++;
        }

        return end;
    }
}
