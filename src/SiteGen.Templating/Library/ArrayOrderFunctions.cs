using SiteGen.Templating.Calls;
using SiteGen.Templating.Operators;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Library;

/// <summary>The <c>array</c> functions that reverse and sort items, or remove duplicates.</summary>
internal static class ArrayOrderFunctions
{
    public static void AddTo(FunctionList list)
    {
        list.Add("array.reverse", Reverse, Parameter.List("list"));
        list.Add("array.sort", Sort, Parameter.List("list"), Parameter.Text("member").Optional());
        list.Add("array.uniq", Unique, Parameter.List("list"));
    }

    private static Value Reverse(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var copy = ArrayFunctions.CopyOf(context, arguments[0]);
        copy.Reverse();
        return Value.From(copy);
    }

    private static Value Sort(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var copy = ArrayFunctions.CopyOf(context, arguments[0]);
        var items = copy.Span.ToArray();
        var keys = arguments[1].String.Length == 0 ? items : Array.ConvertAll(items, KeyOf(arguments[1].String));
        CheckKinds(context, keys);
        var order = new int[items.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        context.Budget.Spend(context, items.Length * 16L);
        Array.Sort(order, (left, right) => Compare(keys[left], keys[right]) is var result and not 0 ? result : left.CompareTo(right));
        var sorted = new ArrayValue(items.Length);
        foreach (var at in order)
        {
            sorted.Add(items[at]);
        }

        return Value.From(sorted);
    }

    private static Converter<Value, Value> KeyOf(string path)
    {
        var names = path.Split('.');
        return item =>
        {
            foreach (var name in names)
            {
                item = item.IsNil ? item : ValueMembers.Get(item, name);
            }

            return item;
        };
    }

    private static void CheckKinds(RenderContext context, Value[] keys)
    {
        var first = Value.Nil;
        foreach (var key in keys)
        {
            first = first.IsNil ? key : first;
            var isAlike = key.IsNil || key.Kind == first.Kind || (key.IsNumber && first.IsNumber);
            var isOrdered = key.IsNil
                || key.IsNumber
                || key.Kind is ValueKind.Text or ValueKind.Bool or ValueKind.Date or ValueKind.Duration;
            if (!isAlike || (!isOrdered && keys.Length > 1))
            {
                context.Fail(FunctionMessages.NoOrder(TypeNames.For(first), TypeNames.For(key)));
            }
        }
    }

    private static int Compare(in Value left, in Value right)
    {
        if (left.IsNil || right.IsNil)
        {
            return right.IsNil.CompareTo(left.IsNil);
        }

        if (left.IsInteger && right.IsInteger)
        {
            return left.Bits.CompareTo(right.Bits);
        }

        return left.Kind switch
        {
            ValueKind.Text => TextOrder.Compare(left.String, right.String),
            ValueKind.Date => left.UtcTicks.CompareTo(right.UtcTicks),
            ValueKind.Bool or ValueKind.Duration => left.Bits.CompareTo(right.Bits),
            _ when Numbers.TryDecimal(left, out var a) && Numbers.TryDecimal(right, out var b) => a.CompareTo(b),
            _ => Numbers.ToDouble(left).CompareTo(Numbers.ToDouble(right)),
        };
    }

    private static Value Unique(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNil)
        {
            return Value.Nil;
        }

        var items = ArrayFunctions.CopyOf(context, arguments[0]);
        var seen = new HashSet<Value>(new SameValue(context));
        var unique = new ArrayValue();
        for (var i = 0; i < items.Count; i++)
        {
            if (seen.Add(items[i]))
            {
                unique.Add(items[i]);
            }
        }

        return Value.From(unique);
    }

    private sealed class SameValue(RenderContext context) : IEqualityComparer<Value>
    {
        public bool Equals(Value x, Value y) => Comparison.AreSame(context, x, y);

        public int GetHashCode(Value value) => Comparison.HashOf(value);
    }
}
