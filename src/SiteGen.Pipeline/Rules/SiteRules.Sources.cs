using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <content>The kinds of problems of options, files and texts.</content>
public static partial class SiteRules
{
    /// <summary>The configuration file cannot be read.</summary>
    public static readonly DiagnosticRule ConfigurationUnreadable = DiagnosticRule.Error(
        "SG1001", "configuration-unreadable",
        "The configuration file is missing or is not YAML.",
        "Write sitegen.yml as lines 'key: value', indented with spaces, and put a text with ': ' or '#' in it into quotation marks.");

    /// <summary>A key of the configuration is not known.</summary>
    public static readonly DiagnosticRule UnknownOption = DiagnosticRule.Error(
        "SG1002", "unknown-option",
        "A key in sitegen.yml is not an option.",
        "Correct the name as the hint says. Values of your own, for your own templates, belong under 'params'.");

    /// <summary>The value of an option cannot be used.</summary>
    public static readonly DiagnosticRule InvalidOption = DiagnosticRule.Error(
        "SG1003", "invalid-option",
        "The value of an option cannot be used.",
        "Write a value as the guide's table of options shows it, or delete the line to get the default.");

    /// <summary>There is nothing to build.</summary>
    public static readonly DiagnosticRule NoPosts = DiagnosticRule.Warning(
        "SG1004", "no-posts",
        "The folder of posts is missing or holds no post.",
        "Write a post into the folder, or let 'posts' in sitegen.yml name the folder that has them. Drafts and posts that "
        + "are not due yet come with -D and -F.");

    /// <summary>A file cannot be read.</summary>
    public static readonly DiagnosticRule UnreadableFile = DiagnosticRule.Error(
        "SG1005", "unreadable-file",
        "The system refuses to open a file.",
        "Look at the permissions and the owner of the file, and whether another program has it open.");

    /// <summary>The target of a symbolic link is outside the site, is not there, or is the link itself.</summary>
    public static readonly DiagnosticRule LinkLeavesSite = DiagnosticRule.Warning(
            "SG1006",
            "link-leaves-site",
            "A symbolic link leads out of the site's folder, nowhere or back to itself, and was not followed.",
            "Copy the file into the folder of the site: what is published must not depend on what lies around it.");

    /// <summary>A data file cannot be read.</summary>
    public static readonly DiagnosticRule DataUnreadable = DiagnosticRule.Error(
        "SG1007", "data-unreadable",
        "A data file is not JSON, YAML or CSV.",
        "Mend the file at the place that is named. JSON wants double quotes and no comma behind the last entry; YAML "
        + "wants spaces, not tabs.");

    /// <summary>Two data files have the same name.</summary>
    public static readonly DiagnosticRule RepeatedData = DiagnosticRule.Warning(
        "SG1008", "repeated-data",
        "Two data files have the same name; one of them is not read.",
        "Rename one of the two files, or delete it.");

    /// <summary>A permalink pattern for a folder without posts.</summary>
    public static readonly DiagnosticRule UnusedPermalink = DiagnosticRule.Warning(
        "SG1009", "unused-permalink",
        "A pattern of addresses is given for a folder in which there is no post.",
        "Correct the name of the folder under 'permalinks', or delete the line.");

    /// <summary>A colour of the theme has too little contrast.</summary>
    public static readonly DiagnosticRule LowContrast = DiagnosticRule.Warning(
        "SG1010", "low-contrast",
        "A colour chosen for the theme is hard to read on the page's.",
        "Choose a darker colour for a light page and a lighter one for a dark page, until the contrast is 4.5 or more "
        + "(WCAG 2.2, 1.4.3).");

    /// <summary>A working file.</summary>
    public static readonly DiagnosticRule IgnoredFile = DiagnosticRule.Note(
        "SG1011", "ignored-file",
        "A file or a folder is not a source, by its name.",
        "Nothing, if it is a working file. To publish it, add its name with '!' before it to 'ignore' in sitegen.yml.");

    /// <summary>A folder that the options name is not there.</summary>
    public static readonly DiagnosticRule MissingFolder = DiagnosticRule.Warning(
        "SG1012", "missing-folder",
        "A folder that sitegen.yml names is not there.",
        "Correct the name of the folder in sitegen.yml, or make the folder.");

    /// <summary>The address of the site is not known.</summary>
    public static readonly DiagnosticRule NoBaseUrl = DiagnosticRule.Warning(
        "SG1013", "no-base-url",
        "The site has no base_url, so that its complete addresses lead nowhere.",
        "Write the address of the site into sitegen.yml, as in 'base_url: https://example.org/', or give it with -b. "
        + "Feeds, the sitemap and canonical links need it.");

    /// <summary>The site is one of another program.</summary>
    public static readonly DiagnosticRule OtherProgram =
        DiagnosticRule.Error(
            "SG1014",
            "other-program",
            "The folder holds a site of another program, and nothing says where its posts are.",
            "Write the lines that the hint shows into sitegen.yml; they say where the posts of the other program are.");
    /// <summary>A pipe, a socket or a device.</summary>
    public static readonly DiagnosticRule SpecialFile = DiagnosticRule.Warning(
        "SG1015", "special-file",
        "A pipe, a socket or a device is among the sources, and is not read.",
        "Move it out of the folder of the site: only files can be published.");

    /// <summary>A text that is too large.</summary>
    public static readonly DiagnosticRule TooLarge = DiagnosticRule.Error(
        "SG1016", "too-large",
        "A post is larger than 5 MB, or another text larger than 10 MB.",
        "Split the text into several posts. A large file that is only to be downloaded stands in static/.");

    /// <summary>The front matter has no closing line.</summary>
    public static readonly DiagnosticRule FrontMatterNotClosed = DiagnosticRule.Error(
        "SG2001", "front-matter-not-closed",
        "The line that ends the front matter is missing.",
        "Write a line '---' behind the last key of the front matter.");

    /// <summary>Front matter, or one of its values, cannot be read.</summary>
    public static readonly DiagnosticRule FrontMatterUnreadable = DiagnosticRule.Error(
        "SG2002", "front-matter-unreadable",
        "The front matter, or one of its values, cannot be read.",
        "Mend the line that is named; most often a bracket or a quotation mark is not closed.");

    /// <summary>A value was read as text because it is not YAML.</summary>
    public static readonly DiagnosticRule FrontMatterAsText = DiagnosticRule.Warning(
        "SG2003", "front-matter-as-text",
        "A value is not valid YAML and was read as text.",
        "Put the whole value into quotation marks. It was read as you most likely meant it.");

    /// <summary>Front matter in TOML or JSON.</summary>
    public static readonly DiagnosticRule FrontMatterLanguage = DiagnosticRule.Error(
        "SG2004", "front-matter-language",
        "The front matter is written in TOML or JSON, which is not read.",
        "Write the front matter in YAML: 'key: value' between two lines '---'.");

    /// <summary>Front matter that is shown as text because its opening line is missing.</summary>
    public static readonly DiagnosticRule FrontMatterNotRead = DiagnosticRule.Warning(
        "SG2005", "front-matter-not-read",
        "A text starts like front matter that is not read.",
        "Write a line '---' before the first key and behind the last one.");

    /// <summary>A key appears twice.</summary>
    public static readonly DiagnosticRule RepeatedKey = DiagnosticRule.Warning(
        "SG2101", "repeated-key",
        "The same front matter key appears twice; the later one is used.",
        "Keep the line that you mean, and delete the other.");

    /// <summary>A value is not a date.</summary>
    public static readonly DiagnosticRule InvalidDate = DiagnosticRule.Warning(
        "SG2102", "invalid-date",
        "A date does not exist or cannot be understood.",
        "Write the date like 2026-03-05, or with a time like 2026-03-05T14:30:00+01:00.");

    /// <summary>A key is nearly a known one.</summary>
    public static readonly DiagnosticRule UnknownKey = DiagnosticRule.Warning(
        "SG2103", "unknown-key",
        "A front matter key is one slip away from a known one.",
        "Correct the name as the hint says. A key of your own that only looks like another can be silenced with a comment above it.");

    /// <summary>A value has the wrong shape.</summary>
    public static readonly DiagnosticRule InvalidValue = DiagnosticRule.Warning(
        "SG2104", "invalid-value",
        "A front matter value has a shape that its key cannot have.",
        "Write the value in the shape that the guide shows for its key.");

    /// <summary>A file is not UTF-8.</summary>
    public static readonly DiagnosticRule NotUtf8 = DiagnosticRule.Warning(
        "SG2105", "not-utf8",
        "A text file is not UTF-8; it was read in the encoding that it seems to have.",
        "Save the file as UTF-8 in your editor.");

    /// <summary>A date or time has two meanings.</summary>
    public static readonly DiagnosticRule AmbiguousDate = DiagnosticRule.Warning(
        "SG2106", "ambiguous-date",
        "A date or a time can mean two moments; one was taken.",
        "Write the day like 2026-03-05, and a time with its offset, like 2026-03-05T14:30:00+01:00: these have one meaning.");

    /// <summary>Nothing of a post can be a name in an address.</summary>
    public static readonly DiagnosticRule NoName = DiagnosticRule.Warning(
        "SG2107", "no-name",
        "Neither the name of a file nor its title has a letter or a digit.",
        "Give the file a name with a letter or a digit, or write a 'slug' into its front matter.");

    /// <summary>A hashtag in a value of front matter.</summary>
    public static readonly DiagnosticRule HashtagKept = DiagnosticRule.Note(
        "SG2108", "hashtag-kept",
        "A '#' that YAML would read as a comment is part of a text.",
        "Nothing. To have it read as a remark, write 'yaml: strict' into sitegen.yml.");

    /// <summary>A merge conflict in a text or a template.</summary>
    public static readonly DiagnosticRule MergeConflict = DiagnosticRule.Warning(
        "SG2109", "merge-conflict",
        "A text or a template holds the marks of a merge conflict.",
        "Keep one of the two versions, and delete the lines of '<<<<<<<', '=======' and '>>>>>>>'.");

    /// <summary>A comment that silences a rule, to no effect.</summary>
    public static readonly DiagnosticRule UselessSuppression = DiagnosticRule.Warning(
        "SG2110", "useless-suppression",
        "A comment silences a rule that reports nothing there.",
        "Delete the comment, or move it to the line above the problem that it is for.");

    /// <summary>Markdown is nested too deep.</summary>
    public static readonly DiagnosticRule MarkdownTooDeep = DiagnosticRule.Error(
        "SG2201", "markdown-too-deep",
        "Markdown is nested too deep to be converted.",
        "Look for hundreds of '>' or '[' in a row; they are most often the work of a program.");

    /// <summary>HTML in a text in which it is not allowed.</summary>
    public static readonly DiagnosticRule HtmlRemoved = DiagnosticRule.Warning(
        "SG2202", "html-removed",
        "HTML was left out of a text, as the site's options ask.",
        "Write it in Markdown, or write 'markdown: {raw_html: keep}' into sitegen.yml if you trust the authors.");

    /// <summary>A URL that could run a script, in untrusted text.</summary>
    public static readonly DiagnosticRule AddressRemoved = DiagnosticRule.Warning(
        "SG2203", "address-removed",
        "An address that could run a script was left out of a text that is not trusted.",
        "Write an address that begins with https://, or with / for a page of the site.");

    /// <summary>Markdown becomes far larger than it is.</summary>
    public static readonly DiagnosticRule MarkdownTooLarge = DiagnosticRule.Error(
        "SG2204", "markdown-too-large",
        "Markdown would become more than a hundred times as large as it is.",
        "Look for a long address or title that is used by hundreds of links, and for a table with far more columns than cells.");

    /// <summary>A translation file, or an entry in it, cannot be used.</summary>
    public static readonly DiagnosticRule UnusableWords = DiagnosticRule.Warning(
        "SG2311", "unusable-words",
        "A file of words, or a word in it, cannot be used.",
        "Name the file for a language, like 'de.yml', and write 'name: word' lines into it.");

    /// <summary>A name in a translation file is nearly one that the theme uses.</summary>
    public static readonly DiagnosticRule UnknownWord = DiagnosticRule.Warning(
        "SG2312", "unknown-word",
        "A name in a file of words is one slip away from a word of the theme.",
        "Correct the name as the hint says. The template reference lists all words of the theme.");

    /// <summary>A definition of a language has a line that cannot be used.</summary>
    public static readonly DiagnosticRule UnusableLanguage = DiagnosticRule.Warning(
        "SG2313", "unusable-language",
        "A definition of a language that code is coloured in has a line that cannot be used.",
        "Write the line as the page about code says, or delete it: the rest of the definition holds without it.");

    /// <summary>Code in a language that has no definition.</summary>
    public static readonly DiagnosticRule UnknownCodeLanguage = DiagnosticRule.Note(
        "SG2314", "unknown-code-language",
        "A fence names a language that has no definition, and its code stays plain.",
        "Nothing. To have it coloured, write a definition into data/highlighting/, or correct the name.");

    /// <summary>A shortcode of another generator.</summary>
    public static readonly DiagnosticRule Shortcode = DiagnosticRule.Warning(
        "SG2320", "shortcode",
        "A shortcode of another program is not understood and stands in the text as it is.",
        "Write what it stood for in Markdown or HTML. When readers are to see it as it is, put it in backticks.");
}
