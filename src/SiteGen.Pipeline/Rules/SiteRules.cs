using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>Every kind of problem that the pipeline reports.</summary>
public static class SiteRules
{
    /// <summary>The configuration file cannot be read.</summary>
    public static readonly DiagnosticRule ConfigurationUnreadable =
        DiagnosticRule.Error("SG1001", "configuration-unreadable", "The configuration file is missing or is not YAML.");

    /// <summary>A key of the configuration is not known.</summary>
    public static readonly DiagnosticRule UnknownOption =
        DiagnosticRule.Error("SG1002", "unknown-option", "A key in sitegen.yml is not an option.");

    /// <summary>The value of an option cannot be used.</summary>
    public static readonly DiagnosticRule InvalidOption =
        DiagnosticRule.Error("SG1003", "invalid-option", "The value of an option cannot be used.");

    /// <summary>There is nothing to build.</summary>
    public static readonly DiagnosticRule NoPosts =
        DiagnosticRule.Warning("SG1004", "no-posts", "The folder of posts is missing or holds no post.");

    /// <summary>A file cannot be read.</summary>
    public static readonly DiagnosticRule UnreadableFile =
        DiagnosticRule.Error("SG1005", "unreadable-file", "The system refuses to open a file.");

    /// <summary>The target of a symbolic link is outside the site.</summary>
    public static readonly DiagnosticRule LinkLeavesSite =
        DiagnosticRule.Warning("SG1006", "link-leaves-site", "A symbolic link leads out of the site's folder and was not followed.");

    /// <summary>A data file cannot be read.</summary>
    public static readonly DiagnosticRule DataUnreadable =
        DiagnosticRule.Error("SG1007", "data-unreadable", "A data file is not JSON, YAML or CSV.");

    /// <summary>Two data files have the same name.</summary>
    public static readonly DiagnosticRule RepeatedData =
        DiagnosticRule.Warning("SG1008", "repeated-data", "Two data files have the same name; one of them is not read.");

    /// <summary>A permalink pattern for a folder without posts.</summary>
    public static readonly DiagnosticRule UnusedPermalink =
        DiagnosticRule.Warning("SG1009", "unused-permalink", "A pattern of addresses is given for a folder in which there is no post.");

    /// <summary>A colour of the theme has too little contrast.</summary>
    public static readonly DiagnosticRule LowContrast =
        DiagnosticRule.Warning("SG1010", "low-contrast", "A colour chosen for the theme is hard to read on the page's.");

    /// <summary>A working file.</summary>
    public static readonly DiagnosticRule IgnoredFile =
        DiagnosticRule.Note("SG1011", "ignored-file", "A file or a folder is not a source, by its name.");

    /// <summary>A folder that the options name is not there.</summary>
    public static readonly DiagnosticRule MissingFolder =
        DiagnosticRule.Warning("SG1012", "missing-folder", "A folder that sitegen.yml names is not there.");

    /// <summary>The address of the site is not known.</summary>
    public static readonly DiagnosticRule NoBaseUrl =
        DiagnosticRule.Warning("SG1013", "no-base-url", "The site has no base_url, so that its complete addresses lead nowhere.");

    /// <summary>The site is one of another program.</summary>
    public static readonly DiagnosticRule OtherProgram =
        DiagnosticRule.Error(
            "SG1014", "other-program", "The folder holds a site of another program, and nothing says where its posts are.");

    /// <summary>The front matter has no closing line.</summary>
    public static readonly DiagnosticRule FrontMatterNotClosed =
        DiagnosticRule.Error("SG2001", "front-matter-not-closed", "The line that ends the front matter is missing.");

    /// <summary>Front matter, or one of its values, cannot be read.</summary>
    public static readonly DiagnosticRule FrontMatterUnreadable =
        DiagnosticRule.Error("SG2002", "front-matter-unreadable", "The front matter, or one of its values, cannot be read.");

    /// <summary>A value was read as text because it is not YAML.</summary>
    public static readonly DiagnosticRule FrontMatterAsText =
        DiagnosticRule.Warning("SG2003", "front-matter-as-text", "A value is not valid YAML and was read as text.");

    /// <summary>Front matter in TOML or JSON.</summary>
    public static readonly DiagnosticRule FrontMatterLanguage =
        DiagnosticRule.Error("SG2004", "front-matter-language", "The front matter is written in TOML or JSON, which is not read.");

    /// <summary>Front matter that is shown as text because its opening line is missing.</summary>
    public static readonly DiagnosticRule FrontMatterNotRead =
        DiagnosticRule.Warning("SG2005", "front-matter-not-read", "A text starts like front matter that is not read.");

    /// <summary>A key appears twice.</summary>
    public static readonly DiagnosticRule RepeatedKey =
        DiagnosticRule.Warning("SG2101", "repeated-key", "The same front matter key appears twice; the later one is used.");

    /// <summary>A value is not a date.</summary>
    public static readonly DiagnosticRule InvalidDate =
        DiagnosticRule.Warning("SG2102", "invalid-date", "A date does not exist or cannot be understood.");

    /// <summary>A key is nearly a known one.</summary>
    public static readonly DiagnosticRule UnknownKey =
        DiagnosticRule.Warning("SG2103", "unknown-key", "A front matter key is one slip away from a known one.");

    /// <summary>A value has the wrong shape.</summary>
    public static readonly DiagnosticRule InvalidValue =
        DiagnosticRule.Warning("SG2104", "invalid-value", "A front matter value has a shape that its key cannot have.");

    /// <summary>A file is not UTF-8.</summary>
    public static readonly DiagnosticRule NotUtf8 =
        DiagnosticRule.Warning("SG2105", "not-utf8", "A text file is not UTF-8; it was read in the encoding that it seems to have.");

    /// <summary>A date or time has two meanings.</summary>
    public static readonly DiagnosticRule AmbiguousDate =
        DiagnosticRule.Warning("SG2106", "ambiguous-date", "A date or a time can mean two moments; one was taken.");

    /// <summary>Nothing of a post can be a name in an address.</summary>
    public static readonly DiagnosticRule NoName =
        DiagnosticRule.Warning("SG2107", "no-name", "Neither the name of a file nor its title has a letter or a digit.");

    /// <summary>A hashtag in a value of front matter.</summary>
    public static readonly DiagnosticRule HashtagKept =
        DiagnosticRule.Note("SG2108", "hashtag-kept", "A '#' that YAML would read as a comment is part of a text.");

    /// <summary>A merge conflict in a text or a template.</summary>
    public static readonly DiagnosticRule MergeConflict =
        DiagnosticRule.Warning("SG2109", "merge-conflict", "A text or a template holds the marks of a merge conflict.");

    /// <summary>Markdown is nested too deep.</summary>
    public static readonly DiagnosticRule MarkdownTooDeep =
        DiagnosticRule.Error("SG2201", "markdown-too-deep", "Markdown is nested too deep to be converted.");

    /// <summary>HTML in a text in which it is not allowed.</summary>
    public static readonly DiagnosticRule HtmlRemoved =
        DiagnosticRule.Warning("SG2202", "html-removed", "HTML was left out of a text, as the site's options ask.");

    /// <summary>A URL that could run a script, in untrusted text.</summary>
    public static readonly DiagnosticRule AddressRemoved =
        DiagnosticRule.Warning(
            "SG2203", "address-removed", "An address that could run a script was left out of a text that is not trusted.");

    /// <summary>Markdown becomes far larger than it is.</summary>
    public static readonly DiagnosticRule MarkdownTooLarge =
        DiagnosticRule.Error("SG2204", "markdown-too-large", "Markdown would become more than a hundred times as large as it is.");

    /// <summary>A translation file, or an entry in it, cannot be used.</summary>
    public static readonly DiagnosticRule UnusableWords =
        DiagnosticRule.Warning("SG2311", "unusable-words", "A file of words, or a word in it, cannot be used.");

    /// <summary>A name in a translation file is nearly one that the theme uses.</summary>
    public static readonly DiagnosticRule UnknownWord =
        DiagnosticRule.Warning("SG2312", "unknown-word", "A name in a file of words is one slip away from a word of the theme.");

    /// <summary>A shortcode of another generator.</summary>
    public static readonly DiagnosticRule Shortcode =
        DiagnosticRule.Warning("SG2320", "shortcode", "A shortcode of another program is not understood and stands in the text as it is.");

    /// <summary>The target of a relative link does not exist.</summary>
    public static readonly DiagnosticRule BrokenLink =
        DiagnosticRule.Warning("SG4001", "broken-link", "A link names a post or a file that is not part of the site.");

    /// <summary>Two outputs have the same URL.</summary>
    public static readonly DiagnosticRule RouteClash =
        DiagnosticRule.Error("SG4002", "route-clash", "Two outputs have the same address.");

    /// <summary>An alias that is the page's own URL.</summary>
    public static readonly DiagnosticRule UselessAlias =
        DiagnosticRule.Warning("SG4003", "useless-alias", "An alias is the page's own address.");

    /// <summary>A URL that cannot be a path in the output folder.</summary>
    public static readonly DiagnosticRule InvalidUrl =
        DiagnosticRule.Error("SG4004", "invalid-url", "An address cannot be the address of a file in the output.");

    /// <summary>A post that is not published now.</summary>
    public static readonly DiagnosticRule LeftOut =
        DiagnosticRule.Note("SG4005", "left-out", "A post was left out: a draft, not yet due, or expired.");

    /// <summary>A term has several spellings.</summary>
    public static readonly DiagnosticRule TermSpelling =
        DiagnosticRule.Warning("SG4006", "term-spelling", "A term is written in several ways; one page serves them all.");

    /// <summary>An author without a profile, with nearly the name of one who has one.</summary>
    public static readonly DiagnosticRule UnknownAuthor =
        DiagnosticRule.Warning("SG4007", "unknown-author", "An author is not in authors.yml, but one with nearly this name is.");

    /// <summary>An author has no profile.</summary>
    public static readonly DiagnosticRule AuthorNotIntroduced =
        DiagnosticRule.Note("SG4008", "author-not-introduced", "An author is not in authors.yml; the name is used as it is.");

    /// <summary>An image does not exist.</summary>
    public static readonly DiagnosticRule MissingImage =
        DiagnosticRule.Warning("SG4009", "missing-picture", "A post shows a picture that is not part of the site.");

    /// <summary>An audio file does not exist.</summary>
    public static readonly DiagnosticRule MissingAudio =
        DiagnosticRule.Warning("SG4010", "missing-audio", "A post names a sound file that is not part of the site.");

    /// <summary>Two posts are the same part of a series.</summary>
    public static readonly DiagnosticRule RepeatedPart =
        DiagnosticRule.Warning("SG4012", "repeated-part", "Two posts are the same part of a series.");

    /// <summary>Redirects form a loop.</summary>
    public static readonly DiagnosticRule RedirectLoop =
        DiagnosticRule.Error("SG4013", "redirect-loop", "Redirects lead to each other and never to a page.");

    /// <summary>Comments without a post.</summary>
    public static readonly DiagnosticRule CommentsWithoutPost =
        DiagnosticRule.Warning("SG4020", "comments-without-post", "A file of comments is not named for any post.");

    /// <summary>The target of a menu entry does not exist.</summary>
    public static readonly DiagnosticRule BrokenMenu =
        DiagnosticRule.Warning("SG4030", "broken-menu", "An entry of a menu leads to nothing that is part of the site.");

    /// <summary>An alias that holds a query.</summary>
    public static readonly DiagnosticRule AliasWithQuery =
        DiagnosticRule.Warning("SG4031", "alias-with-query", "An alias with a query cannot be a file.");

    /// <summary>A term with a description but without posts.</summary>
    public static readonly DiagnosticRule UnusedTerm =
        DiagnosticRule.Warning("SG4032", "unused-term", "A term is described in the data folder, and no post has it.");

    /// <summary>A page or a file of the site takes the place of what would be generated.</summary>
    public static readonly DiagnosticRule Replaced =
        DiagnosticRule.Note("SG4033", "replaced", "A page or a file of the site takes the place of one that would be generated.");

    /// <summary>Two posts have the same identifier for feeds.</summary>
    public static readonly DiagnosticRule RepeatedGuid =
        DiagnosticRule.Warning("SG4034", "repeated-guid", "Two posts have the same guid; feed readers show only one of them.");

    /// <summary>A folder that many files are missed in.</summary>
    public static readonly DiagnosticRule AbsentFolder =
        DiagnosticRule.Warning(
            "SG4035", "absent-folder", "Many pictures or links begin with a folder of which nothing is part of the site.");

    /// <summary>A template is missing.</summary>
    public static readonly DiagnosticRule MissingTemplate =
        DiagnosticRule.Warning("SG5001", "missing-template", "A page asks for a template that is not there.");

    /// <summary>An asset is missing.</summary>
    public static readonly DiagnosticRule MissingAsset =
        DiagnosticRule.Warning("SG5002", "missing-asset", "A template asks for an asset that is not there.");

    /// <summary>A translation is missing.</summary>
    public static readonly DiagnosticRule MissingWord =
        DiagnosticRule.Warning("SG5011", "missing-word", "A template asks for a word that no file of words has.");

    /// <summary>A file that sitegen did not write is in the way of an output.</summary>
    public static readonly DiagnosticRule ForeignFile =
        DiagnosticRule.Error("SG6001", "foreign-file", "A file that this program did not write stands where an output belongs.");

    /// <summary>An output cannot be written.</summary>
    public static readonly DiagnosticRule WriteFailed =
        DiagnosticRule.Error("SG6002", "write-failed", "The system refuses to write an output.");

    /// <summary>Redirects that need a file system that distinguishes case.</summary>
    public static readonly DiagnosticRule CaseVariant =
        DiagnosticRule.Warning(
            "SG6003", "case-variant", "A redirect differs from another address in capital letters only, and the folder cannot hold both.");

    /// <summary>All rules of the pipeline, by code.</summary>
    public static ImmutableArray<DiagnosticRule> All { get; } =
    [
        ConfigurationUnreadable, UnknownOption, InvalidOption, NoPosts, UnreadableFile, LinkLeavesSite,
        DataUnreadable, RepeatedData, UnusedPermalink, LowContrast, IgnoredFile, MissingFolder, NoBaseUrl, OtherProgram,
        FrontMatterNotClosed, FrontMatterUnreadable,
        FrontMatterAsText, FrontMatterLanguage, FrontMatterNotRead, RepeatedKey, InvalidDate, UnknownKey, InvalidValue,
        NotUtf8, AmbiguousDate, NoName, HashtagKept, MergeConflict,
        MarkdownTooDeep, HtmlRemoved, AddressRemoved, MarkdownTooLarge, UnusableWords, UnknownWord, Shortcode, BrokenLink, RouteClash,
        UselessAlias, InvalidUrl, LeftOut, TermSpelling, UnknownAuthor, AuthorNotIntroduced, MissingImage,
        MissingAudio, RepeatedPart, RedirectLoop, CommentsWithoutPost, BrokenMenu, AliasWithQuery, UnusedTerm, Replaced, RepeatedGuid,
        AbsentFolder,
        MissingTemplate, MissingAsset, MissingWord, ForeignFile, WriteFailed, CaseVariant,
    ];
}
