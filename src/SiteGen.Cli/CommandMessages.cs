namespace SiteGen.Cli;

/// <summary>Why a command stops, and what the user can do about it.</summary>
/// <param name="Text">What is wrong: present tense, values quoted, no full stop.</param>
/// <param name="Hint">What to do about it; null if there is nothing to add.</param>
internal readonly record struct CommandMessage(string Text, string? Hint);

/// <summary>The messages of the commands themselves; problems of a site are diagnostics.</summary>
internal static class CommandMessages
{
    public static CommandMessage InvalidClock() => new(
        "the time given by --clock or SOURCE_DATE_EPOCH cannot be understood",
        "write --clock 2026-03-05T12:00:00Z, or SOURCE_DATE_EPOCH in seconds");

    public static CommandMessage InvalidPort() => new("a port is a number from 0 to 65535", "leave -p out, or write -p 4000");

    public static CommandMessage PortNotAvailable(int? port, string reason) =>
        new($"port {port} is not available: {reason}", "another program uses it; leave -p out, or name another port");

    public static CommandMessage BrowserNotOpened(Uri url) => new("your browser cannot be opened from here", $"open {url}");

    public static CommandMessage UnreadableFile(string path, string? reason) => new($"'{path}' cannot be read: {reason}", null);

    public static CommandMessage Interrupted() => new("interrupted; the output is as it was", null);

    // Pages are moved into place one by one, so that some may be new already.
    public static CommandMessage RefusedBySystem(string? path, string reason) => new(
        $"{(path is null ? "a file or folder" : $"'{path}'")} cannot be read or written: {reason}",
        "every page of the output is whole, as it was or as it is to be; when this is mended, build again");

    public static CommandMessage InvalidArguments(string reason, string? command) => new(reason, Help(command));

    public static CommandMessage UnknownOption(string word, string? nearest, string? command) =>
        new($"there is no option '{word}'", nearest is null ? Help(command) : $"did you mean '{nearest}'?");

    public static CommandMessage UnknownCommand(string word, string? nearest) =>
        new($"there is no command '{word}'", nearest is null ? Help(null) : $"did you mean 'sitegen {nearest}'?");

    public static CommandMessage UnexpectedWord(string word, bool takesSource, string? command) =>
        new($"'{word}' is not understood", takesSource ? $"a folder is named with '-s {word}'" : Help(command));

    public static CommandMessage Bug(string reportPath) => new(
        $"this is a bug in sitegen; the details are in {reportPath}",
        "please report it with that file and what you did before; every page of the output is whole");

    public static CommandMessage BugWithoutReport() => new(
        "this is a bug in sitegen",
        "please report it with the lines below and what you did before; every page of the output is whole");

    private static string Help(string? command) =>
        command is null ? "'sitegen --help' shows what there is" : $"'sitegen {command} --help' shows what there is";
}
