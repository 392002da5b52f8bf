namespace SiteGen.Cli.Terminal;

/// <summary>The exit codes of the program; documented in the README and in posts/when-something-is-wrong.md.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>There are problems in the site.</summary>
    public const int SiteProblems = 1;

    /// <summary>The command line or the configuration is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The machine refused: disk, permissions, a port.</summary>
    public const int Environment = 3;

    /// <summary>A bug of ours: an unexpected exception (EX_SOFTWARE of sysexits.h).</summary>
    public const int Bug = 70;

    /// <summary>The terminal was closed: 128 and the number of the signal, as shells count.</summary>
    public const int HungUp = 129;

    /// <summary>Interrupted by Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>The system, or another program, asked for the end.</summary>
    public const int Terminated = 143;
}
