namespace SiteGen.Templating.Syntax;

/// <summary>Reads operators and punctuation, the longest that fits.</summary>
internal static class Signs
{
    /// <summary>The sign at the start of these bytes and its length.</summary>
    public static (TokenKind Kind, int Length) Read(ReadOnlySpan<byte> bytes)
    {
        var next = bytes.Length > 1 ? bytes[1] : (byte)0;
        var third = bytes.Length > 2 ? bytes[2] : (byte)0;
        return bytes[0] switch
        {
            (byte)'\n' => (TokenKind.NewLine, 1),
            (byte)';' => (TokenKind.Semicolon, 1),
            (byte)'(' => (TokenKind.LeftParen, 1),
            (byte)')' => (TokenKind.RightParen, 1),
            (byte)'[' => (TokenKind.LeftBracket, 1),
            (byte)']' => (TokenKind.RightBracket, 1),
            (byte)'{' => (TokenKind.LeftBrace, 1),
            (byte)'}' => (TokenKind.RightBrace, 1),
            (byte)',' => (TokenKind.Comma, 1),
            (byte)':' => (TokenKind.Colon, 1),
            (byte)'@' => (TokenKind.At, 1),
            (byte)'^' => (TokenKind.Caret, 1),
            (byte)'.' => Dots(next, third),
            (byte)'?' => Questions(next, third),
            (byte)'|' => next == '|' ? (TokenKind.Or, 2) : (TokenKind.Pipe, next == '>' ? 2 : 1),
            (byte)'&' => next == '&' ? (TokenKind.And, 2) : (TokenKind.Bad, 1),
            _ => Operators(bytes[0], next, third),
        };
    }

    private static (TokenKind Kind, int Length) Dots(byte next, byte third) => (next, third) switch
    {
        ((byte)'.', (byte)'.') => (TokenKind.Ellipsis, 3),
        ((byte)'.', (byte)'<') => (TokenKind.RangeExclusive, 3),
        ((byte)'.', _) => (TokenKind.Range, 2),
        _ => (TokenKind.Dot, 1),
    };

    private static (TokenKind Kind, int Length) Questions(byte next, byte third) => next switch
    {
        (byte)'?' => (TokenKind.Coalesce, 2),
        (byte)'!' => (TokenKind.NotCoalesce, 2),
        (byte)'.' when third is not (>= (byte)'0' and <= (byte)'9') => (TokenKind.NullDot, 2),
        _ => (TokenKind.Question, 1),
    };

    private static (TokenKind Kind, int Length) Operators(byte first, byte next, byte third) => (first, next) switch
    {
        ((byte)'+', (byte)'+') => (TokenKind.Increment, 2),
        ((byte)'+', (byte)'=') => (TokenKind.PlusAssign, 2),
        ((byte)'+', _) => (TokenKind.Plus, 1),
        ((byte)'-', (byte)'-') => (TokenKind.Decrement, 2),
        ((byte)'-', (byte)'=') => (TokenKind.MinusAssign, 2),
        ((byte)'-', _) => (TokenKind.Minus, 1),
        ((byte)'*', (byte)'=') => (TokenKind.TimesAssign, 2),
        ((byte)'*', _) => (TokenKind.Times, 1),
        ((byte)'/', (byte)'/') => third == '=' ? (TokenKind.FloorDivideAssign, 3) : (TokenKind.FloorDivide, 2),
        ((byte)'/', (byte)'=') => (TokenKind.DivideAssign, 2),
        ((byte)'/', _) => (TokenKind.Divide, 1),
        ((byte)'%', (byte)'=') => (TokenKind.ModuloAssign, 2),
        ((byte)'%', _) => (TokenKind.Modulo, 1),
        ((byte)'!', (byte)'=') => (TokenKind.NotEqual, 2),
        ((byte)'!', _) => (TokenKind.Not, 1),
        ((byte)'=', (byte)'=') => (TokenKind.Equal, 2),
        ((byte)'=', _) => (TokenKind.Assign, 1),
        ((byte)'<', (byte)'=') => (TokenKind.LessOrEqual, 2),
        ((byte)'<', (byte)'<') => (TokenKind.ShiftLeft, 2),
        ((byte)'<', _) => (TokenKind.Less, 1),
        ((byte)'>', (byte)'=') => (TokenKind.GreaterOrEqual, 2),
        ((byte)'>', (byte)'>') => (TokenKind.ShiftRight, 2),
        ((byte)'>', _) => (TokenKind.Greater, 1),
        _ => (TokenKind.Bad, 1),
    };
}
