namespace SiteGen.Pipeline.Highlighting;

/// <summary>The class of a token; definitions of languages name it in lower case.</summary>
internal enum TokenClass : byte
{
    /// <summary>Nothing that is coloured: names, operators, punctuation, blanks.</summary>
    Plain,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A text, or a character.</summary>
    String,

    /// <summary>A character that a text writes in another way, such as <c>\n</c>.</summary>
    Escape,

    /// <summary>A regular expression.</summary>
    Regex,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A keyword.</summary>
    Keyword,

    /// <summary>A value that is a word: <c>true</c>, <c>nil</c>.</summary>
    Constant,

    /// <summary>A type that the language has.</summary>
    Type,

    /// <summary>The name of a type that the code has.</summary>
    Class,

    /// <summary>The name of a function, where it is defined or called.</summary>
    Function,

    /// <summary>A function that the language has, a command.</summary>
    Builtin,

    /// <summary>A variable that is marked as one, such as <c>$x</c>.</summary>
    Variable,

    /// <summary>A symbol or an atom.</summary>
    Symbol,

    /// <summary>The name of an element.</summary>
    Tag,

    /// <summary>The name of an attribute.</summary>
    Attribute,

    /// <summary>The key of a value in a file of settings.</summary>
    Key,

    /// <summary>An instruction to the compiler.</summary>
    Meta,

    /// <summary>An annotation of a declaration.</summary>
    Decorator,

    /// <summary>A label, a lifetime.</summary>
    Label,

    /// <summary>A heading, the name of a section.</summary>
    Heading,

    /// <summary>Text that is emphasised.</summary>
    Emphasis,

    /// <summary>Text that is strong.</summary>
    Strong,

    /// <summary>An added line.</summary>
    Inserted,

    /// <summary>A removed line.</summary>
    Deleted,

    /// <summary>The prompt of a shell.</summary>
    Prompt,

    /// <summary>What a program writes.</summary>
    Output,
}

/// <summary>Names of the classes of tokens.</summary>
internal static class TokenClasses
{
    // As Pygments names them (Pygments, "Builtin Tokens"), so that style sheets made for it, for Rouge and for Chroma fit.
    private static readonly string[] s_css =
    [
        "", "c", "s", "se", "sr", "m", "k", "kc", "kt", "nc", "nf", "nb", "nv", "ss", "nt", "na", "nt", "cp", "nd", "nl", "gh", "ge", "gs",
        "gi", "gd", "gp", "go",
    ];

    private static readonly string[] s_names = [.. Enum.GetNames<TokenClass>().Select(name => name.ToLowerInvariant())];

    /// <summary>The class in style sheets; empty for what is not coloured.</summary>
    public static string CssOf(TokenClass kind) => s_css[(int)kind];

    /// <summary>The class of a name in a definition; null when there is none.</summary>
    public static TokenClass? Find(string name) => Array.IndexOf(s_names, name) is >= 0 and var index ? (TokenClass)index : null;
}

/// <summary>A part of a code, from the end of the one before.</summary>
/// <param name="End">The exclusive end offset in bytes.</param>
/// <param name="Class">What it is.</param>
internal readonly record struct Token(int End, TokenClass Class);
