namespace SiteGen.Templating.Operators;

/// <summary>A binary operator.</summary>
internal enum BinaryOperator : byte
{
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
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Modulo,
    ShiftLeft,
    ShiftRight,
    Range,
    RangeExclusive,
}

/// <summary>The source text of operators.</summary>
internal static class BinaryOperatorText
{
    public static string Of(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Coalesce => "??",
        BinaryOperator.NotCoalesce => "?!",
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.FloorDivide => "//",
        BinaryOperator.Modulo => "%",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.Range => "..",
        _ => "..<",
    };
}
