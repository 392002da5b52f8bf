using System.Globalization;

namespace SiteGen.Text;

/// <summary>Why the system refuses to read or write a file, in words for authors.</summary>
public static class SystemRefusal
{
    // The number of an error on Unix (POSIX errno, the same on Linux and macOS), or the low half of a Windows error (winerror.h).
    private static readonly (int Unix, int Windows, string Reason)[] s_reasons =
    [
        (5, 1117, "the disk reports an error"),
        (17, 183, "there is one already"),
        (16, 32, "another program has it open"),
        (20, 267, "a part of its path is a file, not a folder"),
        (21, -1, "it is a folder"),
        (23, -1, "too many files are open"),
        (24, 4, "too many files are open"),
        (27, 223, "it is too large for this disk"),
        (28, 112, "the disk is full"),
        (30, 19, "the disk is read-only"),
        (36, 206, "its name is too long"),
        (40, 1921, "its symbolic link leads back to itself"),
        (63, -1, "its name is too long"),
        (122, 1295, "your share of the disk is used up"),
    ];

    /// <summary>The number of the error that a file is larger than the system allows (EFBIG).</summary>
    public const int TooLarge = 27;

    // A name that is taken, or a file for a folder or the reverse; too long; with a character that the disk cannot have.
    private static readonly int[] s_ofName = [17, 20, 21, 22, 36, 63, 84, 92, unchecked((int)0x800700B7), unchecked((int)0x8007007B)];

    /// <summary>Whether the reason is the name of this one file, and not the state of the disk.</summary>
    public static bool IsOfName(Exception exception) =>
        exception is PathTooLongException || Array.IndexOf(s_ofName, exception.HResult) >= 0;

    /// <summary>The reason behind an exception of the file system, as the end of a sentence: <c>the disk is full</c>.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "access is denied",
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        PathTooLongException => "its name is too long",
        _ => ReasonOf(exception.HResult),
    };

    /// <summary>The path that an exception of the file system is about, which its message has in quotes; null when it has none.</summary>
    public static string? PathOf(Exception exception)
    {
        var parts = exception.Message.Split('\'');
        return parts.Length > 2 ? string.Join('\'', parts[1..^1]) : null;
    }

    private static string ReasonOf(int result)
    {
        var isWindows = (result & 0xFFFF0000) == 0x80070000;
        var number = isWindows ? result & 0xFFFF : result;
        foreach (var (unix, windows, reason) in s_reasons)
        {
            if (number == (isWindows ? windows : unix))
            {
                return reason;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"the system reports error {number}");
    }
}
