namespace SiteGen.Cli.Terminal;

/// <summary>What a stream of the console can show.</summary>
/// <param name="IsTerminal">Whether it is shown on a terminal, where a line can be written again.</param>
/// <param name="HasColours">Whether colours are wanted and understood.</param>
internal readonly record struct StreamTraits(bool IsTerminal, bool HasColours)
{
    /// <summary>The traits of a stream, by what the environment says.</summary>
    /// <remarks>
    /// NO_COLOR (no-color.org) wins over FORCE_COLOR, which is for pipes that end at a terminal, such as the logs of build servers.
    /// </remarks>
    public static StreamTraits Read(bool isTerminal, Func<string, string?> variable)
    {
        var terminal = variable("TERM") ?? (OperatingSystem.IsWindows() ? "" : "dumb");
        var canDraw = isTerminal && terminal != "dumb";
        var isForced = variable("FORCE_COLOR") is { Length: > 0 } force && force != "0";
        return new(canDraw, string.IsNullOrEmpty(variable("NO_COLOR")) && (canDraw || isForced));
    }
}

/// <summary>What the console can show.</summary>
/// <param name="Output">The output stream.</param>
/// <param name="Error">The error stream.</param>
/// <param name="Width">The columns of the terminal, when it is asked for; 0 when it does not say.</param>
internal sealed record ConsoleTraits(StreamTraits Output, StreamTraits Error, Func<int> Width)
{
    private const int UsualWidth = 80;
    private const int NarrowestPage = 40;
    private const int WidestPage = 100;

    /// <summary>A console that shows text and nothing more, as a pipe does.</summary>
    public static ConsoleTraits Plain { get; } = new(default, default, () => 0);

    /// <summary>How many columns a page of text has: long lines are hard to read.</summary>
    public int PageWidth => Output.IsTerminal ? Math.Clamp(KnownWidth, NarrowestPage, WidestPage) : UsualWidth;

    /// <summary>How many columns a line on the terminal has.</summary>
    public int LineWidth => KnownWidth;

    private int KnownWidth => Width() is > 0 and var width ? width : UsualWidth;
}
