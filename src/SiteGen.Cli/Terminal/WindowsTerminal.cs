using System.Runtime.InteropServices;

namespace SiteGen.Cli.Terminal;

/// <summary>A terminal of Windows, which obeys escape sequences only when it is asked to; elsewhere nothing is to do.</summary>
/// <remarks>https://learn.microsoft.com/windows/console/setconsolemode: since Windows 10, for each screen buffer.</remarks>
internal static class WindowsTerminal
{
    /// <summary>The number of the output stream.</summary>
    public const int Output = -11;

    /// <summary>The number of the error stream.</summary>
    public const int Error = -12;

    private const uint ProcessedOutput = 1;
    private const uint VirtualTerminalProcessing = 4;

    /// <summary>Asks for it.</summary>
    /// <returns>Whether escape sequences are obeyed.</returns>
    public static bool TryUnderstandSequences(int stream)
    {
        if (!OperatingSystem.IsWindows())
        {
            return true;
        }

        var handle = GetStdHandle(stream);
        return GetConsoleMode(handle, out var mode) != 0
            && SetConsoleMode(handle, mode | ProcessedOutput | VirtualTerminalProcessing) != 0;
    }

    [DllImport("kernel32.dll", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetStdHandle(int stream);

    [DllImport("kernel32.dll", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetConsoleMode(nint console, out uint mode);

    [DllImport("kernel32.dll", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetConsoleMode(nint console, uint mode);
}
