using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about code in posts.</summary>
internal static class CodeMessages
{
    /// <summary>A line of a definition that cannot be understood.</summary>
    public static DiagnosticMessage UnreadableDefinition(string reason) =>
        new(SiteRules.UnusableLanguage, $"this line is left out: {reason}", "the page 'Code' of the guide says what a definition has");

    /// <summary>A language that has no definition.</summary>
    public static DiagnosticMessage UnknownLanguage(string name) => new(
        SiteRules.UnknownCodeLanguage,
        $"there is no definition of the language '{name}'; the code stays plain",
        "write data/highlighting/" + name + ".grammar, or 'text' if it is not code");

    /// <summary>A file that is not part of the site.</summary>
    /// <param name="path">The path as written.</param>
    /// <param name="isOutside">Whether it leads out of the site's folder.</param>
    public static DiagnosticMessage MissingFile(string path, bool isOutside) => new(
        SiteRules.MissingCode,
        isOutside ? $"the code '{path}' is outside of the site's folder, where no file is read" : $"the code '{path}' does not exist",
        isOutside
            ? "copy the file beside the post or into static/"
            : "put the file beside the post, or into static/ and name it from there: '/" + path[(path.LastIndexOf('/') + 1)..] + "'");

    /// <summary>The message of a file that has not the lines that are asked for.</summary>
    /// <param name="marker">The name of the part; null when lines are asked for by number.</param>
    public static string NoSuchLines(string? marker) =>
        marker is null ? "the file has no such lines" : $"the file has no part that is marked '{marker}'";
}
