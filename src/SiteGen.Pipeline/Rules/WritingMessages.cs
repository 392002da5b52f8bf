using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about files in the output folder.</summary>
internal static class WritingMessages
{
    private const string BuildElsewhere = "build where capital letters make another file, as on Linux";

    /// <summary>An existing file that no build wrote.</summary>
    public static DiagnosticMessage ForeignFile(string path, string origin) => new(
        SiteRules.ForeignFile,
        $"'{path}' in the output folder was not written by sitegen, and {origin} would overwrite it",
        "move the file away, or build into another folder with -o");

    /// <summary>A folder whose manifest is not there, so that nothing in it is known to be written by a build.</summary>
    /// <param name="folder">The name of the folder.</param>
    /// <param name="count">How many files would have to be overwritten.</param>
    /// <param name="first">The first of them.</param>
    public static DiagnosticMessage LostManifest(string folder, int count, string first) => new(
        SiteRules.ForeignFile,
        $"the list of the files that sitegen wrote to '{folder}' is gone; "
            + FormattableString.Invariant($"{count} files there stand in the way, the first is '{first}'"),
        $"delete '{folder}' if nothing in it is yours, or build into another folder with -o");

    /// <summary>An I/O error.</summary>
    public static DiagnosticMessage WriteFailed(string path, string reason) =>
        new(SiteRules.WriteFailed, $"'{path}' cannot be written: {reason}", null);

    /// <summary>An I/O error because of which nothing is written.</summary>
    public static DiagnosticMessage DiskRefuses(string path, string reason) => new(
        SiteRules.WriteFailed, $"'{path}' cannot be written: {reason}", "the output is as it was; when this is fixed, build again");

    /// <summary>A file where an output needs a folder.</summary>
    public static DiagnosticMessage FileForFolder(string path, string folder) => new(
        SiteRules.WriteFailed,
        $"'{path}' cannot be written: '{folder}' in the output folder is a file, not a folder",
        "delete that file, or give the page another address");

    /// <summary>A folder where an output needs a file.</summary>
    public static DiagnosticMessage FolderForFile(string path) => new(
        SiteRules.WriteFailed, $"'{path}' cannot be written: it is a folder", "move the folder away, or give the page another address");

    /// <summary>Redirects whose pages the output folder cannot hold beside those of other addresses.</summary>
    /// <param name="count">How many.</param>
    /// <param name="first">The URL of the first.</param>
    /// <param name="isInFile">Whether they are in <c>_redirects</c>.</param>
    public static DiagnosticMessage CaseVariants(int count, string first, bool isInFile)
    {
        var redirects = count == 1
            ? $"the redirect from '{first}' differs"
            : FormattableString.Invariant($"{count} redirects, the first from '{first}', differ");
        return new(
            SiteRules.CaseVariant,
            $"{redirects} from another address in capital letters only; the output folder cannot hold a page for both",
            isInFile
                ? $"they stand in _redirects; for hosts that do not read it, {BuildElsewhere}"
                : $"write 'redirects: both' into sitegen.yml for hosts that read _redirects, or {BuildElsewhere}");
    }

    /// <summary>A symbolic link among the folders of an output.</summary>
    public static DiagnosticMessage FolderIsLink(string link) =>
        new(SiteRules.WriteFailed, $"'{link}' in the output folder is a link to another place", "delete the link");
}
