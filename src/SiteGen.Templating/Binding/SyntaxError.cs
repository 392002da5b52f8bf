using SiteGen.Text;

namespace SiteGen.Templating.Binding;

/// <summary>What an error is; of several in one piece of code the first kind is the cause.</summary>
internal enum SyntaxErrorKind
{
    /// <summary>The parser gave up, as it would at the code behind.</summary>
    TooDeep,
    Lexer,
    UnclosedText,
    StrayKeyword,
    StrayEnd,
    Parser,

    /// <summary>Something is left over behind a statement.</summary>
    Rest,
    MissingEnd,

    /// <summary>Follows from another error, if there is one.</summary>
    Consequence,
}

/// <summary>An error, in UTF-16 units: the end is exclusive.</summary>
internal sealed record SyntaxError(SyntaxErrorKind Kind, int Start, int End, DiagnosticMessage Message);
