using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about files in the output folder.</summary>
internal static class WritingMessages
{
    /// <summary>An existing file that no build wrote.</summary>
    public static DiagnosticMessage ForeignFile(string path, string origin) => new(
        SiteRules.ForeignFile,
        $"'{path}' in the output folder was not written by sitegen, and {origin} would overwrite it",
        "move the file away, or build into another folder with -o");

    /// <summary>An I/O error.</summary>
    public static DiagnosticMessage WriteFailed(string path, string reason) =>
        new(SiteRules.WriteFailed, $"'{path}' cannot be written: {reason}", null);

    /// <summary>A symbolic link among the folders of an output.</summary>
    public static DiagnosticMessage FolderIsLink(string link) =>
        new(SiteRules.WriteFailed, $"'{link}' in the output folder is a link to another place", "delete the link");
}
