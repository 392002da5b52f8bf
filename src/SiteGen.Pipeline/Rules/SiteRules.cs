using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>Every kind of problem that the pipeline reports.</summary>
public static partial class SiteRules
{
    /// <summary>The target of a relative link does not exist.</summary>
    public static readonly DiagnosticRule BrokenLink = DiagnosticRule.Warning(
        "SG4001", "broken-link",
        "A link names a post or a file that is not part of the site.",
        "Correct the name. A link to another post is the way from this file to that one, as in '../posts/rain.md'.");

    /// <summary>Two outputs have the same URL.</summary>
    public static readonly DiagnosticRule RouteClash = DiagnosticRule.Error(
        "SG4002", "route-clash",
        "Two outputs have the same address.",
        "Give one of the two another 'slug' or 'url', or delete it.");

    /// <summary>An alias that is the page's own URL.</summary>
    public static readonly DiagnosticRule UselessAlias = DiagnosticRule.Warning(
        "SG4003", "useless-alias",
        "An alias is the page's own address.",
        "Delete the alias: the page is there already.");

    /// <summary>A URL that cannot be a path in the output folder.</summary>
    public static readonly DiagnosticRule InvalidUrl = DiagnosticRule.Error(
        "SG4004", "invalid-url",
        "An address cannot be the address of a file in the output.",
        "Write a path from the site's root, like '/about/', without '..'.");

    /// <summary>A post that is not published now.</summary>
    public static readonly DiagnosticRule LeftOut = DiagnosticRule.Note(
        "SG4005", "left-out",
        "A post was left out: a draft, not yet due, or expired.",
        "Nothing, if it is not to be published yet. -D builds drafts, -F what is not due yet, and -E what has expired.");

    /// <summary>A term has several spellings.</summary>
    public static readonly DiagnosticRule TermSpelling = DiagnosticRule.Warning(
        "SG4006", "term-spelling",
        "A term is written in several ways; one page serves them all.",
        "Write it alike everywhere. One page serves all spellings, and it is named as most posts have it.");

    /// <summary>An author without a profile, with nearly the name of one who has one.</summary>
    public static readonly DiagnosticRule UnknownAuthor = DiagnosticRule.Warning(
        "SG4007", "unknown-author",
        "An author is not in authors.yml, but one with nearly this name is.",
        "Correct the name in the post, or add the author to authors.yml.");

    /// <summary>An author has no profile.</summary>
    public static readonly DiagnosticRule AuthorNotIntroduced = DiagnosticRule.Note(
        "SG4008", "author-not-introduced",
        "An author is not in authors.yml; the name is used as it is.",
        "Nothing. With an entry in authors.yml the author has a picture, links and a text.");

    /// <summary>An image does not exist.</summary>
    public static readonly DiagnosticRule MissingImage = DiagnosticRule.Warning(
        "SG4009", "missing-picture",
        "A page shows a picture that is not part of the site.",
        "Correct the name, and mind capital letters. A picture stands beside the post, or in static/.");

    /// <summary>An audio file does not exist.</summary>
    public static readonly DiagnosticRule MissingAudio = DiagnosticRule.Warning(
        "SG4010", "missing-audio",
        "A post names a sound file that is not part of the site.",
        "Correct the name. A sound file stands beside the post, or in static/, or is a whole address with https://.");

    /// <summary>Two posts are the same part of a series.</summary>
    public static readonly DiagnosticRule RepeatedPart = DiagnosticRule.Warning(
        "SG4012", "repeated-part",
        "Two posts are the same part of a series.",
        "Give one of the two posts another 'part', or none: then the date decides.");

    /// <summary>Redirects form a loop.</summary>
    public static readonly DiagnosticRule RedirectLoop = DiagnosticRule.Error(
        "SG4013", "redirect-loop",
        "Redirects lead to each other and never to a page.",
        "Let one of the redirects lead to a page.");

    /// <summary>Comments without a post.</summary>
    public static readonly DiagnosticRule CommentsWithoutPost = DiagnosticRule.Warning(
        "SG4020", "comments-without-post",
        "A file of comments is not named for any post.",
        "Name the file for the post that the comments belong to: its path below the folder of posts, without the ending.");

    /// <summary>The target of a menu entry does not exist.</summary>
    public static readonly DiagnosticRule BrokenMenu = DiagnosticRule.Warning(
        "SG4030", "broken-menu",
        "An entry of a menu leads to nothing that is part of the site.",
        "Correct the address in the menu, or write the page.");

    /// <summary>An alias that holds a query.</summary>
    public static readonly DiagnosticRule AliasWithQuery = DiagnosticRule.Warning(
        "SG4031", "alias-with-query",
        "An alias with a query cannot be a file.",
        "Delete what stands behind the '?', or let the host redirect it: a file's name has no query. 'redirects: file' "
        + "writes a file for some hosts.");

    /// <summary>A term with a description but without posts.</summary>
    public static readonly DiagnosticRule UnusedTerm = DiagnosticRule.Warning(
        "SG4032", "unused-term",
        "A term is described in the data folder, and no post has it.",
        "Correct the name, or delete the description.");

    /// <summary>A page or a file of the site takes the place of what would be generated.</summary>
    public static readonly DiagnosticRule Replaced = DiagnosticRule.Note(
        "SG4033", "replaced",
        "A page or a file of the site takes the place of one that would be generated.",
        "Nothing, if you mean it. Otherwise give your page or file another address.");

    /// <summary>Two posts have the same identifier for feeds.</summary>
    public static readonly DiagnosticRule RepeatedGuid = DiagnosticRule.Warning(
        "SG4034", "repeated-guid",
        "Two posts have the same guid; feed readers show only one of them.",
        "Give each post a 'guid' of its own, or none: then it is the address.");

    /// <summary>A folder that many files are missed in.</summary>
    public static readonly DiagnosticRule AbsentFolder = DiagnosticRule.Warning(
        "SG4035", "absent-folder",
        "Many pictures or links begin with a folder of which nothing is part of the site.",
        "Add the folder to 'static' in sitegen.yml, as the hint shows, or copy the files into static/.");

    /// <summary>Code is taken from a file that does not exist.</summary>
    public static readonly DiagnosticRule MissingCode = DiagnosticRule.Warning(
        "SG4036", "missing-code",
        "A fence takes its code from a file, or from lines of one, that the site does not have.",
        "Correct the name, and mind capital letters. The file stands beside the post, or in static/ and is named with '/'.");

    /// <summary>A template is missing.</summary>
    public static readonly DiagnosticRule MissingTemplate = DiagnosticRule.Warning(
        "SG5001", "missing-template",
        "A page asks for a template that is not there.",
        "Write the template, or leave 'layout' out.");

    /// <summary>An asset is missing.</summary>
    public static readonly DiagnosticRule MissingAsset = DiagnosticRule.Warning(
        "SG5002", "missing-asset",
        "A template asks for an asset that is not there.",
        "Correct the name. An asset stands below templates/assets/.");

    /// <summary>A translation is missing.</summary>
    public static readonly DiagnosticRule MissingWord = DiagnosticRule.Warning(
        "SG5011", "missing-word",
        "A template asks for a word that no file of words has.",
        "Add the word to a file of words, such as data/i18n/en.yml.");

    /// <summary>libvips is missing.</summary>
    public static readonly DiagnosticRule NoImageLibrary = DiagnosticRule.Warning(
        "SG5020", "no-image-library",
        "The library that makes smaller versions of pictures is not there; pictures are published in one size.",
        "Put libvips into the folder 'libvips' beside the program, name one in SITEGEN_LIBVIPS, or write 'images: off' into sitegen.yml.");

    /// <summary>A picture cannot be decoded.</summary>
    public static readonly DiagnosticRule UnusablePicture = DiagnosticRule.Warning(
        "SG5021", "unusable-picture",
        "No smaller versions can be made of a picture: it is damaged, too large, or of a kind that is not read.",
        "Copy it again from where it came from, make it smaller, or save it as JPEG.");

    /// <summary>A picture from which metadata cannot be removed.</summary>
    public static readonly DiagnosticRule MetadataKept = DiagnosticRule.Warning(
        "SG5022", "metadata-kept",
        "A picture cannot be read, so that its metadata is published with it.",
        "Open the picture in an image editor and save it anew. It may say where it was taken, and whose camera took it.");

    /// <summary>Cards are asked for, and there is no font that can be used.</summary>
    public static readonly DiagnosticRule NoCardFont = DiagnosticRule.Warning(
        "SG5023", "no-card-font",
        "There is no font to write cards with, so there are no cards.",
        "Put a font (TTF or OTF) into the site's folder and name it in sitegen.yml: 'theme: {card_font: fonts/inter.ttf}'.");

    /// <summary>An SVG cannot be drawn.</summary>
    public static readonly DiagnosticRule UndrawableSvg = DiagnosticRule.Error(
        "SG5024", "undrawable-svg",
        "An SVG cannot be drawn: a card from its template, a cover or the site's icon.",
        "Correct the SVG: open it in a browser, which says where its markup is wrong. Every tag must be closed, and '&' be '&amp;'.");

    /// <summary>Cards are written with the fonts of the machine.</summary>
    public static readonly DiagnosticRule MachineFonts = DiagnosticRule.Note(
        "SG5025", "machine-fonts",
        "Cards are written with the fonts of the machine, so another machine makes other files.",
        "Nothing, if you always build on the same machine. Otherwise name a file of the site: 'theme: {card_font: fonts/inter.ttf}'.");

    /// <summary>Another libvips than that of the program.</summary>
    public static readonly DiagnosticRule OtherImageLibrary = DiagnosticRule.Note(
        "SG5026", "other-image-library",
        "Versions of pictures are made by another libvips than the program's own, so another machine may make other files.",
        "Nothing, if that is the one you want. Without SITEGEN_LIBVIPS the one beside the program is used.");

    /// <summary>A file that sitegen did not write is in the way of an output.</summary>
    public static readonly DiagnosticRule ForeignFile = DiagnosticRule.Error(
        "SG6001", "foreign-file",
        "A file that this program did not write stands where an output belongs.",
        "Move the file away if you need it, or delete it. This program never overwrites what it did not write.");

    /// <summary>An output cannot be written.</summary>
    public static readonly DiagnosticRule WriteFailed = DiagnosticRule.Error(
        "SG6002", "write-failed",
        "The system refuses to write an output.",
        "Look at the permissions of the folder and at the room on the disk, and build again.");

    /// <summary>Redirects that need a file system that distinguishes case.</summary>
    public static readonly DiagnosticRule CaseVariant = DiagnosticRule.Warning(
        "SG6003", "case-variant",
        "A redirect differs from another address in capital letters only, and the folder cannot hold both.",
        "Nothing, if a host with a file system of its own serves the site. 'redirects: file' does without these files.");

    /// <summary>All rules of the pipeline, by code.</summary>
    public static ImmutableArray<DiagnosticRule> All => List.All;

    // A type of its own, because the order in which the files of a class are initialized is not defined.
    private static class List
    {
        public static readonly ImmutableArray<DiagnosticRule> All =
        [
            ConfigurationUnreadable, UnknownOption, InvalidOption, NoPosts, UnreadableFile, LinkLeavesSite,
            DataUnreadable, RepeatedData, UnusedPermalink, LowContrast, IgnoredFile, MissingFolder, NoBaseUrl, OtherProgram,
            SpecialFile, TooLarge,
            FrontMatterNotClosed, FrontMatterUnreadable,
            FrontMatterAsText, FrontMatterLanguage, FrontMatterNotRead, RepeatedKey, InvalidDate, UnknownKey, InvalidValue,
            NotUtf8, AmbiguousDate, NoName, HashtagKept, MergeConflict, UselessSuppression,
            MarkdownTooDeep, HtmlRemoved, AddressRemoved, MarkdownTooLarge, UnusableWords, UnknownWord, UnusableLanguage,
            UnknownCodeLanguage, Shortcode, BrokenLink, RouteClash,
            UselessAlias, InvalidUrl, LeftOut, TermSpelling, UnknownAuthor, AuthorNotIntroduced, MissingImage,
            MissingAudio, RepeatedPart, RedirectLoop, CommentsWithoutPost, BrokenMenu, AliasWithQuery, UnusedTerm, Replaced, RepeatedGuid,
            AbsentFolder, MissingCode,
            MissingTemplate, MissingAsset, MissingWord, NoImageLibrary, UnusablePicture, MetadataKept,
            NoCardFont, UndrawableSvg, MachineFonts, OtherImageLibrary,
            ForeignFile, WriteFailed, CaseVariant,
        ];
    }
}
