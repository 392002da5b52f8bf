using SiteGen.Text;

namespace SiteGen.Templating.Syntax;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    End,
    Text,
    OpenCode,
    CloseCode,
    NewLine,
    Semicolon,
    Bad,

    Identifier,
    Local,
    Arguments,
    ArgumentIndex,
    WrappedBlock,
    Number,
    String,
    VerbatimString,
    InterpolatedString,

    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Dot,
    NullDot,
    Comma,
    Colon,
    Question,
    Pipe,
    At,
    Caret,
    Not,
    Increment,
    Decrement,

    Assign,
    PlusAssign,
    MinusAssign,
    TimesAssign,
    DivideAssign,
    FloorDivideAssign,
    ModuloAssign,

    Coalesce,
    NotCoalesce,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Times,
    Divide,
    FloorDivide,
    Modulo,
    ShiftLeft,
    ShiftRight,
    Range,
    RangeExclusive,
    Ellipsis,
}

/// <summary>One token: what it is and where it lies in the source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">The offset of its first byte.</param>
/// <param name="End">The offset behind its last byte.</param>
/// <param name="Mark">For code that opens at the end of an indented line: the length of the indent before it.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, int Mark)
{
    public TextSpan Span => TextSpan.Between(Start, End);

    /// <summary>Whether it ends a statement.</summary>
    public bool EndsStatement => Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CloseCode or TokenKind.End;
}
