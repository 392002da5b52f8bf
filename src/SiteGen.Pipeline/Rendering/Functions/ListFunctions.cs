using System.Collections.Immutable;
using SiteGen.Pipeline.Data;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Functions;

/// <summary>Template functions that filter, group and sort lists.</summary>
/// <remarks>A member may be a path: <c>params.featured</c>, <c>date.year</c>. Values are compared as text.</remarks>
internal static class ListFunctions
{
    /// <summary>Adds the functions to a table.</summary>
    public static FunctionTable AddTo(FunctionTable table) => table
        .With("where", HostFunction.Create(
            Where, Parameter.List("list"), Parameter.RequiredText("member"), Parameter.Any("value").Optional()))
        .With("group_by", HostFunction.Create(GroupBy, Parameter.List("list"), Parameter.RequiredText("member")))
        .With("sort_by", HostFunction.Create(
            SortBy, Parameter.List("list"), Parameter.RequiredText("member"), Parameter.Text("order").Or(Value.From("asc"))));

    private static Value Where(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var member = arguments[1].AsText();
        var (anyValue, wanted) = (arguments[2].IsNil, arguments[2].AsText());
        var kept = ImmutableArray.CreateBuilder<Value>();
        foreach (var item in ItemsOf(arguments[0]))
        {
            var value = MemberOf(item, member);
            if (anyValue ? value.IsTruthy : !value.IsNil && value.AsText() == wanted)
            {
                kept.Add(item);
            }
        }

        return Value.From(new ItemList(kept.ToImmutable()));
    }

    private static Value GroupBy(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var member = arguments[1].AsText();
        var groups = new Dictionary<string, (Value Key, ImmutableArray<Value>.Builder Items)>(StringComparer.Ordinal);
        foreach (var item in ItemsOf(arguments[0]))
        {
            var key = MemberOf(item, member);
            if (!groups.TryGetValue(key.AsText(), out var group))
            {
                groups[key.AsText()] = group = (key, ImmutableArray.CreateBuilder<Value>());
            }

            group.Items.Add(item);
        }

        // A dictionary without removals enumerates its entries in the order in which they were added.
        return Value.From(new ItemList([.. groups.Values.Select(group => Value.From(new MemberMap(
            [new("key", group.Key), new("items", Value.From(new ItemList(group.Items.ToImmutable())))])))]));
    }

    private static Value SortBy(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var member = arguments[1].AsText();
        if (arguments[2].AsText() is not ("asc" or "desc"))
        {
            return context.FailArgument(2, $"there is no order '{arguments[2].AsText()}'", "write 'asc' or 'desc'");
        }

        var keyed = ItemsOf(arguments[0]).Select(item => (Key: MemberOf(item, member), Item: item)).ToList();
        var sorted = arguments[2].AsText() == "asc"
            ? keyed.OrderBy(pair => pair.Key, Comparer<Value>.Create(Compare))
            : keyed.OrderByDescending(pair => pair.Key, Comparer<Value>.Create(Compare));
        return Value.From(new ItemList([.. sorted.Select(pair => pair.Item)]));
    }

    // Nil first; numbers and dates by value, everything else as text, ignoring case.
    private static int Compare(Value left, Value right)
    {
        if (left.IsNil || right.IsNil)
        {
            return (left.IsNil ? 0 : 1) - (right.IsNil ? 0 : 1);
        }

        if (left.TryGetDate(out var leftDate) && right.TryGetDate(out var rightDate))
        {
            return leftDate.CompareTo(rightDate);
        }

        if (left.IsNumber && right.IsNumber && left.TryGetDouble(out var leftNumber) && right.TryGetDouble(out var rightNumber))
        {
            return leftNumber.CompareTo(rightNumber);
        }

        return string.CompareOrdinal(left.AsText().ToUpperInvariant(), right.AsText().ToUpperInvariant());
    }

    private static IEnumerable<Value> ItemsOf(Value list)
    {
        if (!list.TryGetItems(out var items))
        {
            yield break;
        }

        for (var i = 0; i < items.Count; i++)
        {
            yield return items[i];
        }
    }

    private static Value MemberOf(Value item, string path)
    {
        foreach (var name in path.Split('.'))
        {
            item = item.Member(name);
        }

        return item;
    }
}
