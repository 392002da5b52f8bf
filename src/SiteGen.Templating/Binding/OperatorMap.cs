using System.Diagnostics;
using Scriban.Parsing;
using Scriban.Syntax;
using SiteGen.Templating.Operators;

namespace SiteGen.Templating.Binding;

/// <summary>Maps the operators of the syntax tree to ours.</summary>
internal static class OperatorMap
{
    /// <summary>The operator between two values.</summary>
    public static BinaryOperator Find(ScriptBinaryOperator operation) => operation switch
    {
        ScriptBinaryOperator.EmptyCoalescing => BinaryOperator.Coalesce,
        ScriptBinaryOperator.NotEmptyCoalescing => BinaryOperator.NotCoalesce,
        ScriptBinaryOperator.Or => BinaryOperator.Or,
        ScriptBinaryOperator.And => BinaryOperator.And,
        ScriptBinaryOperator.CompareEqual => BinaryOperator.Equal,
        ScriptBinaryOperator.CompareNotEqual => BinaryOperator.NotEqual,
        ScriptBinaryOperator.CompareLess => BinaryOperator.Less,
        ScriptBinaryOperator.CompareLessOrEqual => BinaryOperator.LessOrEqual,
        ScriptBinaryOperator.CompareGreater => BinaryOperator.Greater,
        ScriptBinaryOperator.CompareGreaterOrEqual => BinaryOperator.GreaterOrEqual,
        ScriptBinaryOperator.Add => BinaryOperator.Add,
        ScriptBinaryOperator.Subtract => BinaryOperator.Subtract,
        ScriptBinaryOperator.Multiply => BinaryOperator.Multiply,
        ScriptBinaryOperator.Divide => BinaryOperator.Divide,
        ScriptBinaryOperator.DivideRound => BinaryOperator.FloorDivide,
        ScriptBinaryOperator.Modulus => BinaryOperator.Modulo,
        ScriptBinaryOperator.ShiftLeft => BinaryOperator.ShiftLeft,
        ScriptBinaryOperator.ShiftRight => BinaryOperator.ShiftRight,
        ScriptBinaryOperator.RangeInclude => BinaryOperator.Range,
        ScriptBinaryOperator.RangeExclude => BinaryOperator.RangeExclusive,
        _ => throw new UnreachableException($"{operation} is an operator of another language mode"),
    };

    /// <summary>The operator of an assignment that changes its target, such as <c>+=</c>; null for a plain one.</summary>
    public static BinaryOperator? FindChange(TokenType sign) => sign switch
    {
        TokenType.PlusEqual => BinaryOperator.Add,
        TokenType.MinusEqual => BinaryOperator.Subtract,
        TokenType.AsteriskEqual => BinaryOperator.Multiply,
        TokenType.DivideEqual => BinaryOperator.Divide,
        TokenType.DoubleDivideEqual => BinaryOperator.FloorDivide,
        TokenType.PercentEqual => BinaryOperator.Modulo,
        _ => null,
    };
}
