using SiteGen.Templating.Operators;

namespace SiteGen.Templating.Syntax;

/// <summary>How strongly operators bind.</summary>
internal static class OperatorTable
{
    /// <summary>The strength of <c>||</c>.</summary>
    public const int OrStrength = 2;

    /// <summary>The strength of a token that is an operator between two values; 0 for any other.</summary>
    public static int Find(TokenKind kind, out BinaryOperator operation)
    {
        var (strength, found) = kind switch
        {
            TokenKind.Coalesce => (1, BinaryOperator.Coalesce),
            TokenKind.NotCoalesce => (1, BinaryOperator.NotCoalesce),
            TokenKind.Or => (OrStrength, BinaryOperator.Or),
            TokenKind.And => (3, BinaryOperator.And),
            TokenKind.Equal => (4, BinaryOperator.Equal),
            TokenKind.NotEqual => (4, BinaryOperator.NotEqual),
            TokenKind.Less => (5, BinaryOperator.Less),
            TokenKind.LessOrEqual => (5, BinaryOperator.LessOrEqual),
            TokenKind.Greater => (5, BinaryOperator.Greater),
            TokenKind.GreaterOrEqual => (5, BinaryOperator.GreaterOrEqual),
            TokenKind.Plus => (6, BinaryOperator.Add),
            TokenKind.Minus => (6, BinaryOperator.Subtract),
            TokenKind.Times => (7, BinaryOperator.Multiply),
            TokenKind.Divide => (7, BinaryOperator.Divide),
            TokenKind.FloorDivide => (7, BinaryOperator.FloorDivide),
            TokenKind.Modulo => (7, BinaryOperator.Modulo),
            TokenKind.ShiftLeft => (7, BinaryOperator.ShiftLeft),
            TokenKind.ShiftRight => (7, BinaryOperator.ShiftRight),
            TokenKind.Range => (8, BinaryOperator.Range),
            TokenKind.RangeExclusive => (8, BinaryOperator.RangeExclusive),
            _ => (0, default),
        };
        operation = found;
        return strength;
    }

    /// <summary>The operator of an assignment that changes its target, such as <c>+=</c>.</summary>
    public static BinaryOperator? Change(TokenKind kind) => kind switch
    {
        TokenKind.PlusAssign => BinaryOperator.Add,
        TokenKind.MinusAssign => BinaryOperator.Subtract,
        TokenKind.TimesAssign => BinaryOperator.Multiply,
        TokenKind.DivideAssign => BinaryOperator.Divide,
        TokenKind.FloorDivideAssign => BinaryOperator.FloorDivide,
        TokenKind.ModuloAssign => BinaryOperator.Modulo,
        _ => null,
    };

    /// <summary>Whether a token assigns.</summary>
    public static bool IsAssignment(TokenKind kind) => kind is >= TokenKind.Assign and <= TokenKind.ModuloAssign;
}
