using SiteGen.Text;

namespace SiteGen.Cli.Terminal;

/// <summary>Text in colours and weights that every terminal has (ECMA-48 §8.3.117), and that can be read on dark and on light.</summary>
/// <remarks>Yellow and white cannot, so a warning is magenta, as compilers have it.</remarks>
internal static class Paint
{
    private const string Reset = "\x1b[0m";

    /// <summary>Bold.</summary>
    public static string Bold(string text) => $"\x1b[1m{text}{Reset}";

    /// <summary>Faint, for what is read last.</summary>
    public static string Dim(string text) => $"\x1b[2m{text}{Reset}";

    /// <summary>In the colour of a severity.</summary>
    public static string As(DiagnosticSeverity severity, string text) => severity switch
    {
        DiagnosticSeverity.Error => $"\x1b[1;31m{text}{Reset}",
        DiagnosticSeverity.Warning => $"\x1b[1;35m{text}{Reset}",
        _ => $"\x1b[1;36m{text}{Reset}",
    };

    /// <summary>Black on white, whatever the colours of the terminal are.</summary>
    public static string BlackOnWhite(string text) => $"\x1b[30;107m{text}{Reset}";
}
