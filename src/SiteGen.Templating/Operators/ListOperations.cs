using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Operators;

/// <summary>Operators of which one operand is a list.</summary>
internal static class ListOperations
{
    public static Value Apply(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        switch (site.Operation)
        {
            case BinaryOperator.ShiftLeft when left.Kind == ValueKind.List:
                return Value.From(Append(Copy(context, left.Items), right));
            case BinaryOperator.ShiftRight when right.Kind == ValueKind.List:
                var prepended = new ArrayValue(right.Items.Count + 1);
                prepended.Add(left);
                return Value.From(AddAll(context, prepended, right.Items));
        }

        if (left.Kind == ValueKind.List && right.Kind == ValueKind.List)
        {
            return OnLists(context, left, right, site);
        }

        var (list, other) = left.Kind == ValueKind.List ? (left.Items, right) : (right.Items, left);
        if (other.IsText
            || !Numbers.TryInteger(other, out var number)
            || (left.Kind != ValueKind.List && site.Operation != BinaryOperator.Multiply))
        {
            return FailRight(context, left, right, site);
        }

        return OnNumber(context, list, number, site) ?? FailRight(context, left, right, site);
    }

    /// <summary>A mutable copy of a list.</summary>
    public static ArrayValue Copy(RenderContext context, IItems items) => AddAll(context, new ArrayValue(items.Count), items);

    /// <summary>Appends items, counting the work.</summary>
    public static ArrayValue AddAll(RenderContext context, ArrayValue list, IItems items)
    {
        var count = items.Count;
        context.Budget.SpendItems(context, count);
        for (var i = 0; i < count; i++)
        {
            list.Add(items[i]);
        }

        return list;
    }

    private static ArrayValue Append(ArrayValue list, in Value item)
    {
        list.Add(item);
        return list;
    }

    private static Value OnLists(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        if (site.Operation == BinaryOperator.Add)
        {
            return Value.From(AddAll(context, Copy(context, left.Items), right.Items));
        }

        return Comparison.Compares(site.Operation)
            ? Comparison.Judge(site.Operation, Order(context, left.Items, right.Items, site))
            : BinaryOperation.Fail(context, left, right, site);
    }

    // By length first, then by items; items without an order are only checked for equality.
    private static int Order(RenderContext context, IItems left, IItems right, in OperatorSite site)
    {
        if (ReferenceEquals(left, right) || left.Count != right.Count)
        {
            return left.Count.CompareTo(right.Count);
        }

        context.Budget.Enter(context, site.Span);
        context.Budget.Spend(context, left.Count);
        var order = 0;
        for (var i = 0; i < left.Count && order == 0; i++)
        {
            var isEquality = site.Operation is BinaryOperator.Equal or BinaryOperator.NotEqual;
            order = Comparison.AreEqual(context, left[i], right[i]) ? 0
                : isEquality || BinaryOperation.Apply(context, left[i], right[i], site with { Operation = BinaryOperator.Less }).IsTruthy
                    ? -1
                    : 1;
        }

        context.Budget.Leave();
        return order;
    }

    private static Value? OnNumber(RenderContext context, IItems list, long number, in OperatorSite site)
    {
        var count = list.Count;
        switch (site.Operation)
        {
            case >= BinaryOperator.Multiply and <= BinaryOperator.Modulo when number < 0:
                var sign = BinaryOperatorText.Of(site.Operation);
                return context.Fail(TemplateMessages.BadOperands(sign, "a list", "a negative number"), site.Span);
            case BinaryOperator.Multiply:
                return Repeat(context, list, number);
            case BinaryOperator.Divide or BinaryOperator.FloorDivide or BinaryOperator.Modulo when number == 0:
                return context.Fail(TemplateMessages.ListByZero(), site.Right);
            case BinaryOperator.Divide or BinaryOperator.FloorDivide:
                return Value.From(Take(context, list, count / number, 1));
            case BinaryOperator.Modulo:
                return Value.From(Take(context, list, count, number));
            default:
                return null;
        }
    }

    private static Value Repeat(RenderContext context, IItems list, long times)
    {
        if (list.Count == 0 || times == 0)
        {
            return Value.From(new ArrayValue());
        }

        // Counted before anything is made: the limit is on memory too.
        context.Budget.SpendItems(context, times > int.MaxValue / list.Count ? int.MaxValue : times * list.Count);
        var result = new ArrayValue((int)(times * list.Count));
        for (var i = 0L; i < times; i++)
        {
            for (var item = 0; item < list.Count; item++)
            {
                result.Add(list[item]);
            }
        }

        return Value.From(result);
    }

    private static ArrayValue Take(RenderContext context, IItems list, long count, long step)
    {
        context.Budget.Spend(context, list.Count);
        var result = new ArrayValue();
        for (var i = 0L; i < Math.Min(count, list.Count); i += step)
        {
            result.Add(list[(int)i]);
        }

        return result;
    }

    private static Value FailRight(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        var sign = BinaryOperatorText.Of(site.Operation);
        var span = site.Operation == BinaryOperator.Add ? site.Right : site.Span;
        return context.Fail(TemplateMessages.BadListOperands(sign, TypeNames.For(left), TypeNames.For(right)), span);
    }
}
