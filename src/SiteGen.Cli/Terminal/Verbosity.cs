namespace SiteGen.Cli.Terminal;

/// <summary>How much is printed.</summary>
internal enum Verbosity
{
    /// <summary>Problems only.</summary>
    Quiet,

    /// <summary>Problems and a summary.</summary>
    Normal,

    /// <summary>Notes and times too.</summary>
    Verbose,
}
