using SiteGen.Text;

namespace SiteGen.Templating.Binding;

/// <summary>The kind of an error, causes first: of several in one piece of code, the lowest kind is reported.</summary>
internal enum SyntaxErrorKind
{
    /// <summary>The parser gave up; parsing again further on would hit the same limit.</summary>
    TooDeep,
    Lexer,
    UnclosedText,
    StrayKeyword,
    StrayEnd,
    Parser,

    /// <summary>Extra code after a statement.</summary>
    Rest,
    MissingEnd,

    /// <summary>Follows from another error if there is one.</summary>
    Consequence,
}

/// <summary>An error between two UTF-16 offsets; the end is exclusive.</summary>
internal sealed record SyntaxError(SyntaxErrorKind Kind, int Start, int End, DiagnosticMessage Message);
