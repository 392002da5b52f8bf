using SiteGen.Pipeline.Writing;
using SiteGen.Server.Http;
using SiteGen.Text;

namespace SiteGen.Cli.Terminal;

/// <summary>Why a command stops, and what the user can do about it.</summary>
/// <param name="Text">What is wrong: present tense, values quoted, no full stop.</param>
/// <param name="Hint">What to do about it; null if there is nothing to add.</param>
internal readonly record struct CommandMessage(string Text, string? Hint);

/// <summary>The messages of the commands themselves; problems of a site are diagnostics.</summary>
internal static class CommandMessages
{
    public static CommandMessage InvalidClock(string text) => new($"'{text}' is not a time", "write --clock 2026-03-05T12:00:00Z");

    public static CommandMessage InvalidEpoch(string text) => new(
        $"the environment variable SOURCE_DATE_EPOCH is '{text}', which is no number of seconds",
        "set it to the seconds since 1970, or delete it");

    public static CommandMessage InvalidPort(string text) =>
        new($"'{text}' is not a port", "a port is a number from 0 to 65535; leave -p out, or write -p 4000");

    public static CommandMessage InvalidHost(string text) => new(
        $"'{text}' is not the name or the address of a computer",
        "write --host 0.0.0.0 to be found in the whole network, or leave it out; -p gives the port");

    public static CommandMessage PortNotAvailable(PortException refusal, IEnumerable<string> hosts) => refusal.Reason switch
    {
        PortRefusal.OtherComputer => new(
            $"'{string.Join("', '", hosts)}' is not an address of this computer",
            "write --host 0.0.0.0 to be found in the whole network, or leave it out"),
        PortRefusal.Taken when refusal.FirstPort < refusal.LastPort => new(
            FormattableString.Invariant($"ports {refusal.FirstPort} to {refusal.LastPort} are not available: other programs use them"),
            "name another port with -p"),
        PortRefusal.Taken => NotAvailable(refusal, ": another program uses it", "leave -p out, or name another port"),
        PortRefusal.Reserved => NotAvailable(
            refusal, ": only an administrator may open it", "leave -p out, or name a port above 1023, such as -p 4000"),
        _ => NotAvailable(refusal, "", "leave -p out, or name another port"),
    };

    public static CommandMessage BrowserNotOpened(Uri url) => new("your browser cannot be opened from here", $"open {url}");

    public static CommandMessage InvalidFormat(string name, string? nearest, IEnumerable<string> names) => new(
        $"there is no format '{name}'", nearest is null ? $"it is one of {string.Join(", ", names)}" : $"did you mean '{nearest}'?");

    public static CommandMessage UnknownShell(string name, string? nearest, IEnumerable<string> names) => new(
        $"there is no completion for '{name}'",
        nearest is null ? $"it is one of {string.Join(", ", names)}" : $"did you mean '{nearest}'?");

    public static CommandMessage InvalidCount(string option, string text) =>
        new($"'{text}' is not a number", $"write {option} 10, or leave it out");

    public static CommandMessage NoBaselineToUpdate() =>
        new("'--update-baseline' does not know which file", "write --baseline known-warnings.txt beside it");

    public static CommandMessage MissingBaseline(string path) =>
        new($"there is no file '{path}'", "add --update-baseline to write the warnings of this build into it");

    public static CommandMessage NotABaseline(string path) =>
        new($"'{path}' is not a file of known warnings", "name another file, and add --update-baseline to write it");

    public static CommandMessage EitherOr(string one, string other) =>
        new($"'{one}' and '{other}' do not go together", "keep one of them");

    public static CommandMessage UnknownList(string name, string? nearest, IEnumerable<string> names) => new(
        $"there is no list '{name}'", nearest is null ? $"there are {string.Join(", ", names)}" : $"did you mean '{nearest}'?");

    public static CommandMessage UnknownSchema(string name, string? nearest, IEnumerable<string> names) => new(
        $"there is no schema '{name}'", nearest is null ? $"there are {string.Join(", ", names)}" : $"did you mean '{nearest}'?");

    public static string NothingToList(string name) => $"there is nothing in the list '{name}'";

    public static string NothingScheduled() => "nothing is going to appear or to expire";

    public static CommandMessage NothingToExplain(string name, string? nearest) => new(
        $"the site has nothing at '{name}'",
        nearest is null
            ? "'sitegen list urls' shows every address, 'sitegen list left-out' what is not published"
            : $"did you mean '{nearest}'?");

    public static CommandMessage NoSuchPost(string post) => new(
        $"the site has no post or page '{post}'", "'sitegen list posts' and 'sitegen list pages' show them");

    public static CommandMessage FilesWithErrors() =>
        new("some files have errors, so that parts of the site may be missing here", "'sitegen build' shows them");

    public static CommandMessage KeptFile(string path) => new($"'{path}' was edited since it was built, and stays", null);

    public static string Cleaned(CleanResult result, bool isDryRun)
    {
        var files = FormattableString.Invariant($"{result.Removed} {(result.Removed == 1 ? "file" : "files")} of the output");
        var cache = result.HasCache ? " and the folder .sitegen" : "";
        return result.Removed == 0 && !result.HasCache ? "there is nothing to remove"
            : isDryRun ? $"would remove {files}{cache}" : $"removed {files}{cache}";
    }

    public static CommandMessage UnreadableFile(string path, string? reason) => new($"'{path}' cannot be read: {reason}", null);

    public static CommandMessage Interrupted() => new("interrupted; the output is as it was", null);

    /// <summary>The message for an error of the system; null for any other exception, which is a bug.</summary>
    public static CommandMessage? ForRefusal(Exception exception) => exception switch
    {
        OutputInUseException inUse => OutputInUse(inUse.Folder, inUse.ProcessId),
        CommitException { InnerException: { } refusal } commit => Refused(refusal, commit.IsRestored),
        IOException or UnauthorizedAccessException => Refused(exception, isRestored: true),
        _ => null,
    };

    public static CommandMessage InvalidArguments(string command) => new("this command line is not understood", Help(command));

    public static CommandMessage CommandMissing() => new("no command is given", Help("sitegen"));

    public static CommandMessage SubcommandMissing(string command, IEnumerable<string> subcommands) =>
        new($"'{command}' alone does nothing", $"write {Alternatives(subcommands, "or")}");

    public static CommandMessage ArgumentMissing(string what, string command) => new($"'{command}' needs {what} behind it", Help(command));

    public static CommandMessage ValueMissing(string option, string? what, string command) =>
        new($"'{option}' needs a {what ?? "value"} behind it", Help(command));

    public static CommandMessage ValueUnexpected(string option, string value) =>
        new($"'{option}' takes no value, and '{value}' stands behind it", $"write {option} alone");

    public static CommandMessage OptionRepeated(string option) =>
        new($"'{option}' is given more than once", "keep one of them");

    public static CommandMessage WrittenAlone(string option) =>
        new($"'{option}' is given with something else", $"write 'sitegen {option}'");

    public static CommandMessage UnknownOption(string word, string? nearest, string command) =>
        new($"there is no option '{word}'", nearest is null ? Help(command) : $"did you mean '{nearest}'?");

    public static CommandMessage OptionOfOthers(string word, string command, string[] others) => new(
        $"'{command}' has no option '{word}'", $"{Alternatives(others, "and")} {(others.Length == 1 ? "has" : "have")} it");

    public static CommandMessage UnknownCommand(string word, string? nearest, string parent) =>
        new($"there is no command '{word}'", nearest is null ? Help(parent) : $"did you mean '{nearest}'?");

    public static CommandMessage UnexpectedWord(string word, bool takesSource, string command) =>
        new($"'{word}' is not understood", takesSource ? $"a folder is named with '-s {word}'" : Help(command));

    public static CommandMessage Bug(string reportPath) => new(
        $"this is a bug in sitegen; the details are in {reportPath}",
        "please report it with that file and what you did before; every page of the output is whole");

    public static CommandMessage BugWithoutReport() => new(
        "this is a bug in sitegen",
        "please report it with the lines below and what you did before; every page of the output is whole");

    private static CommandMessage OutputInUse(string folder, int? process) => new(
        $"another build is writing into '{folder}'{(process is { } id ? FormattableString.Invariant($": process {id}") : "")}",
        "wait until it is done, or build into another folder with -o");

    // Pages are moved into place one by one, and the system may refuse to move them back as well.
    private static CommandMessage Refused(Exception refusal, bool isRestored) => new(
        $"{(SystemRefusal.PathOf(refusal) is { } path ? $"'{path}'" : "a file or folder")} cannot be read or written: "
            + SystemRefusal.Reason(refusal),
        isRestored
            ? "the output is as it was; when this is fixed, build again"
            : "every page of the output is whole, some as they were and some as they are to be; when this is fixed, build again");

    private static CommandMessage NotAvailable(PortException refusal, string reason, string hint) =>
        new(FormattableString.Invariant($"port {refusal.LastPort} is not available{reason}"), hint);

    private static string Help(string command) => $"'{command} --help' shows what there is";

    private static string Alternatives(IEnumerable<string> commands, string conjunction)
    {
        string[] quoted = [.. commands.Select(command => $"'{command}'")];
        return quoted.Length < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted[..^1])} {conjunction} {quoted[^1]}";
    }
}
