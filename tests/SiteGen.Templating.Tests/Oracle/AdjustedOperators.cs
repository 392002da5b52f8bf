using System.Collections;
using System.Globalization;
using System.Numerics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using Sign = Scriban.Syntax.ScriptBinaryOperator;

namespace SiteGen.Templating.Tests.Oracle;

/// <summary>The package's operators; those that do otherwise with us on purpose do it here too.</summary>
internal static class AdjustedOperators
{
    /// <summary>Applies an operator to two evaluated operands.</summary>
    public static object? Apply(TemplateContext context, SourceSpan span, Sign sign, object? left, object? right) =>
        left is EmptyScriptObject || right is EmptyScriptObject ? OnEmpty(context, span, sign, left, right)
        : left is IList || right is IList ? OnLists(context, span, sign, left, right)
        : left is TimeSpan ? OnDurations(context, span, sign, left, right)
        : OnNumbers(context, span, sign, left, right);

    /// <summary>The operator of <c>+=</c> and its like.</summary>
    public static Sign Of(ScriptAssignExpression change) => change.EqualToken.TokenType switch
    {
        TokenType.PlusEqual => Sign.Add,
        TokenType.MinusEqual => Sign.Subtract,
        TokenType.AsteriskEqual => Sign.Multiply,
        TokenType.DivideEqual => Sign.Divide,
        TokenType.DoubleDivideEqual => Sign.DivideRound,
        _ => Sign.Modulus,
    };

    /// <summary>Whether two values are equal: numbers of any kind, lists by their items, but no text and no number.</summary>
    public static bool AreSame(TemplateContext context, SourceSpan span, object? left, object? right) =>
        left is null || right is null ? left == right
        : (IsNumber(left) && IsNumber(right)) || (left is IList && right is IList) ? AreEqual(context, span, left, right)
        : left.Equals(right);

    // An empty text is equal to empty, and nothing is computed with empty.
    private static object? OnEmpty(TemplateContext context, SourceSpan span, Sign sign, object? left, object? right) =>
        (left as string ?? right as string, sign) switch
        {
            ({ } text, Sign.CompareEqual) => text.Length == 0,
            ({ } text, Sign.CompareNotEqual) => text.Length > 0,
            ({ }, not Sign.Add) or (null, not (Sign.CompareEqual or Sign.CompareNotEqual)) => throw Refuse(span, "empty"),
            _ => ScriptBinaryExpression.Evaluate(context, span, sign, left, right),
        };

    // Lists have an order, and != is the opposite of ==. A range is divided as a list is, a text is put before or behind a list as
    // anything else is, and an object is no list of pairs.
    private static object? OnLists(TemplateContext context, SourceSpan span, Sign sign, object? left, object? right) =>
        (left, sign, right) switch
        {
            (IList a, >= Sign.CompareEqual and <= Sign.CompareGreater, IList b) => Judge(sign, Order(context, span, a, b, sign)),
            (ScriptRange range, Sign.Divide or Sign.DivideRound, _) => OnLists(context, span, sign, new ScriptArray(range), right),
            (IList list, Sign.ShiftLeft, string) => new ScriptArray(list) { right },
            (string, Sign.ShiftRight, IList list) => new ScriptArray([left, .. list.Cast<object?>()]),
            (IList, not Sign.ShiftLeft, ScriptObject) or (ScriptObject, not Sign.ShiftRight, IList) =>
                throw Refuse(span, "a list and an object"),
            _ => ScriptBinaryExpression.Evaluate(context, span, sign, left, right),
        };

    // Durations are added and compared; a duration and a date are added either way round, but never compared.
    private static object? OnDurations(TemplateContext context, SourceSpan span, Sign sign, object? left, object? right) =>
        (left, sign, right) switch
        {
            (TimeSpan a, Sign.Add, TimeSpan b) => a + b,
            (TimeSpan a, Sign.Subtract, TimeSpan b) => a - b,
            (TimeSpan a, >= Sign.CompareEqual and <= Sign.CompareGreater, TimeSpan b) => Judge(sign, a.CompareTo(b)),
            (TimeSpan a, Sign.Add, DateTime b) => b + a,
            (TimeSpan, _, DateTime) => throw Refuse(span, "a duration and a date"),
            _ => ScriptBinaryExpression.Evaluate(context, span, sign, left, right),
        };

    // Only whole numbers are shifted, the quotient of large ones is rounded and not cut, and no number is too large to be one.
    private static object? OnNumbers(TemplateContext context, SourceSpan span, Sign sign, object? left, object? right) =>
        (left, sign, right) switch
        {
            (float or double or decimal, Sign.ShiftLeft or Sign.ShiftRight, not (null or string))
                or (not (null or string), Sign.ShiftLeft or Sign.ShiftRight, float or double or decimal) =>
                throw Refuse(span, "a fraction"),
            (long, Sign.Divide, int or long) or (int, Sign.Divide, long) =>
                Convert.ToDouble(left, CultureInfo.InvariantCulture) / Convert.ToDouble(right, CultureInfo.InvariantCulture),
            (float, Sign.DivideRound, int or long or float or bool) or (int or long or bool, Sign.DivideRound, float) =>
                MathF.Truncate(Single(left) / Single(right)) + 0f,
            _ => ScriptBinaryExpression.Evaluate(context, span, sign, left, right),
        };

    private static ScriptRuntimeException Refuse(SourceSpan span, string what) => new(span, what);

    private static bool IsNumber(object value) => value is int or long or float or double or decimal or BigInteger;

    private static float Single(object? number) => Convert.ToSingle(number, CultureInfo.InvariantCulture);

    private static bool Judge(Sign sign, int order) => sign switch
    {
        Sign.CompareEqual => order == 0,
        Sign.CompareNotEqual => order != 0,
        Sign.CompareLess => order < 0,
        Sign.CompareLessOrEqual => order <= 0,
        Sign.CompareGreater => order > 0,
        _ => order >= 0,
    };

    // By length first, then by the first items that differ.
    private static int Order(TemplateContext context, SourceSpan span, IList left, IList right, Sign sign)
    {
        var isEquality = sign is Sign.CompareEqual or Sign.CompareNotEqual;
        var order = left.Count.CompareTo(right.Count);
        for (var i = 0; i < left.Count && order == 0; i++)
        {
            order = AreEqual(context, span, left[i], right[i]) ? 0
                : isEquality || Apply(context, span, Sign.CompareLess, left[i], right[i]) is true ? -1
                : 1;
        }

        return order;
    }

    // Items of different kinds differ.
    private static bool AreEqual(TemplateContext context, SourceSpan span, object? left, object? right)
    {
        try
        {
            return Apply(context, span, Sign.CompareEqual, left, right) is true;
        }
        catch (ScriptRuntimeException)
        {
            return false;
        }
    }
}
