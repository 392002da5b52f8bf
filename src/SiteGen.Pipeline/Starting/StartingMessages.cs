using SiteGen.Pipeline.Writing;
using SiteGen.Templating.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Starting;

/// <summary>The messages of the commands that start a site and add to it.</summary>
public static class StartingMessages
{
    /// <summary>The hint for an archetype that looks for the functions of dates.</summary>
    internal const string DateIsAValue =
        "in an archetype, 'date' is the date of the post: write {{ date }}, or a part such as {{ date.year }} or {{ date.day_of_week }}";

    /// <summary>A file cannot be added.</summary>
    /// <param name="obstacle">Why.</param>
    /// <param name="path">The part of its path that is in the way.</param>
    public static StartingProblem InTheWay(FileObstacle obstacle, string path) => obstacle switch
    {
        FileObstacle.Exists => new($"'{path}' is there already, and nothing is written over it", "take another name, or edit that file"),
        FileObstacle.Changed => new($"'{path}' has just been changed by another program", "try again"),
        FileObstacle.Link => new(
            $"'{path}' is a symbolic link, and nothing is written through one", "name the folder that it leads to"),
        FileObstacle.FileForFolder => new($"'{path}' is a file, and a folder is needed there", "move it, or take another name"),
        _ => new($"'{path}' is not inside the site's folder", "write a path from the site's folder, without '..'"),
    };

    /// <summary>A folder that is not empty.</summary>
    public static StartingProblem FolderInUse(string folder) => new(
        $"the folder '{folder}' is not empty", "name a new folder; or add --force, which adds what is missing and changes nothing");

    /// <summary>A folder that is a file.</summary>
    public static StartingProblem FolderIsFile(string folder) => new($"'{folder}' is a file", "name a folder, which need not be there yet");

    /// <summary>A title or a name with nothing to read in it.</summary>
    internal static StartingProblem Blank(string what) => new($"the {what} is empty", null);

    /// <summary>A title or a name of several lines.</summary>
    internal static StartingProblem SeveralLines(string what) =>
        new($"the {what} has a line break or another character that cannot be seen", "write it in one line");

    /// <summary>A title of which no file name can be made.</summary>
    internal static StartingProblem NoSlug(string title) =>
        new($"'{title}' has no letter and no digit to name a file by", "add a name for it, such as --slug hello");

    /// <summary>An author's name of which no key can be made.</summary>
    internal static StartingProblem NoKey(string name) =>
        new($"'{name}' has no letter and no digit to make a key of", "add a key for it, such as --key ana");

    /// <summary>A section outside of the folder of posts.</summary>
    internal static StartingProblem SectionOutside(string section) => new(
        $"'{section}' is not a folder inside the folder of posts", "write --section garden, or --section garden/tools");

    /// <summary>A file that a build would not read.</summary>
    internal static StartingProblem Ignored(string path, string pattern) => new(
        $"a build would ignore '{path}', for it matches the pattern '{pattern}'", "take another name with --slug");

    /// <summary>An archetype that cannot be opened.</summary>
    internal static StartingProblem UnreadableArchetype(string path, string? reason) => new($"'{path}' cannot be read: {reason}", null);

    /// <summary>A title that an archetype does not write as it should.</summary>
    internal static StartingProblem OtherTitle(string archetype, string title, string read) => new(
        $"with the archetype '{archetype}' the title is '{read}', and not '{title}'",
        "write {{ front_matter }} in its front matter, or quote the title: {{ title | object.to_json }}");

    /// <summary>An archetype in the template language of Hugo.</summary>
    internal static DiagnosticMessage HugoArchetype(string written) => new(
        TemplateRules.UnexpectedToken,
        $"'{written}' is written for Hugo, and the template language of this program is another",
        "names begin without a dot and with a small letter, as in {{ title }}; "
            + "an archetype has front_matter, title, date, slug, author, draft, tags and section");

    /// <summary>A key of an author that is taken.</summary>
    internal static StartingProblem AuthorExists(string path, string key) =>
        new($"'{path}' has an author '{key}' already", "edit that entry, or take another key with --key");

    /// <summary>A file of authors that cannot be added to.</summary>
    /// <param name="path">The file.</param>
    /// <param name="entry">The entry in one line.</param>
    internal static StartingProblem AuthorsNotExtensible(string path, string entry) => new(
        $"'{path}' is written in a way that nothing can be added at its end", $"add it yourself: {entry}");

    /// <summary>No file of the theme has this name.</summary>
    internal static StartingProblem UnknownThemeFile(string name, string? nearest) => new(
        $"the built-in theme has no file '{name}'",
        nearest is null ? "'sitegen new theme' lists what there is" : $"did you mean '{nearest}'?");
}
