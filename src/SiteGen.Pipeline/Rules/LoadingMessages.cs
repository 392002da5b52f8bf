using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about files and folders that are listed and read.</summary>
internal static class LoadingMessages
{
    /// <summary>The site's folder does not exist.</summary>
    public static DiagnosticMessage MissingSiteFolder(string? folder) => new(
        SiteRules.ConfigurationUnreadable, $"there is no folder '{folder}'", "name the folder that holds your posts/ with -s");

    /// <summary>The configuration file cannot be opened.</summary>
    public static DiagnosticMessage UnreadableConfiguration(string? reason) =>
        new(SiteRules.ConfigurationUnreadable, $"the configuration cannot be read: {reason}", null);

    /// <summary>A folder of another program.</summary>
    /// <param name="program">The program; null when several have such a folder.</param>
    /// <param name="mark">What shows it.</param>
    /// <param name="posts">The folder of its posts; null when there is none where it is usual.</param>
    /// <param name="copied">The folders that it copies.</param>
    public static DiagnosticMessage OtherProgram(string? program, string mark, string? posts, string[] copied)
    {
        var folders = copied.Select(folder => folder is "static" or "public" ? folder
            : $"{{from: {folder}, to: /{folder[(folder.LastIndexOf('/') + 1)..]}/}}");
        var statics = copied is [] or ["static"] ? "" : $" and 'static: [{string.Join(", ", folders)}]'";
        return new(
            SiteRules.OtherProgram,
            $"this folder looks like a site of {program ?? "another program"}: it has {mark}, but neither posts/ nor sitegen.yml",
            $"to build it as it is, write a file sitegen.yml with 'posts: {posts ?? "FOLDER"}'{statics}"
                + (posts is null ? ", where FOLDER is the one that holds your posts" : ""));
    }

    /// <summary>A blog whose posts are in no folder.</summary>
    public static DiagnosticMessage WordPress(string mark) => new(
        SiteRules.OtherProgram,
        $"this folder looks like a site of WordPress: it has {mark}, but neither posts/ nor sitegen.yml",
        "let an export tool write its posts as Markdown or HTML with YAML front matter into posts/, and copy wp-content/uploads "
            + "to static/wp-content/uploads");

    /// <summary>A file cannot be opened.</summary>
    public static DiagnosticMessage UnreadableFile(string? reason) =>
        new(SiteRules.UnreadableFile, $"this file cannot be read: {reason}", reason == "access is denied" ? "check its permissions" : null);

    /// <summary>A file or folder that was listed and cannot be found.</summary>
    public static DiagnosticMessage Vanished(string name) => name.Contains('\uFFFD', StringComparison.Ordinal)
        ? new(SiteRules.UnreadableFile, "this cannot be read: its name is not UTF-8", "rename it")
        : new(SiteRules.UnreadableFile, "this cannot be read: it was there a moment ago, and is not any more", "build again");

    /// <summary>Something that is no file.</summary>
    public static DiagnosticMessage SpecialFile(string kind) =>
        new(SiteRules.SpecialFile, $"this is {kind}, not a file, and was left out", "move it out of the folders of the site");

    /// <summary>A text that is too large.</summary>
    public static DiagnosticMessage TooLarge(long bytes, int most) => new(
        SiteRules.TooLarge,
        FormattableString.Invariant($"this file has {bytes / 1048576.0:0.0} MB, and may have {most >> 20} MB"),
        "divide it; what is to be copied as it is belongs into static/");

    /// <summary>A folder cannot be listed.</summary>
    public static DiagnosticMessage UnreadableFolder(string reason) =>
        new(SiteRules.UnreadableFile, $"this folder cannot be listed: {reason}", null);

    /// <summary>A symbolic link with a target outside the site.</summary>
    public static DiagnosticMessage LinkLeavesSite(string? target) => new(
        SiteRules.LinkLeavesSite, $"this link leads to '{target}', which is not inside the site", "copy the file into the site");

    /// <summary>A symbolic link without a target.</summary>
    public static DiagnosticMessage LinkLeadsNowhere(string target) =>
        new(SiteRules.LinkLeavesSite, $"this link leads to '{target}', which is not there", "delete the link, or correct it");

    /// <summary>A symbolic link that would be followed without end.</summary>
    public static DiagnosticMessage LinkLeadsBack(string target) =>
        new(SiteRules.LinkLeavesSite, $"this link leads to '{target}', and from there back to itself", "delete the link, or correct it");

    /// <summary>A working file.</summary>
    public static DiagnosticMessage IgnoredFile(string pattern) => new(
        SiteRules.IgnoredFile,
        $"left out: it is like '{pattern}'",
        $"to have it in the site, add '!{pattern}' or its own name behind '!' to 'ignore' in sitegen.yml");

    /// <summary>A folder of the options that is not there.</summary>
    public static DiagnosticMessage MissingFolder(string key) => new(
        SiteRules.MissingFolder, "there is no such folder", $"correct '{key}' in sitegen.yml, or make the folder");
}
