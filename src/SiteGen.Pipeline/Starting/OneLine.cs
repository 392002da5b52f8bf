namespace SiteGen.Pipeline.Starting;

/// <summary>Texts of the command line that become one line of a file.</summary>
internal static class OneLine
{
    /// <summary>Why a text cannot be a title or a name; null when it can.</summary>
    public static StartingProblem? ProblemOf(string what, string text) =>
        string.IsNullOrWhiteSpace(text) ? StartingMessages.Blank(what)
        : text.Trim().Any(c => char.IsControl(c) || c is '\u2028' or '\u2029') ? StartingMessages.SeveralLines(what)
        : null;
}
