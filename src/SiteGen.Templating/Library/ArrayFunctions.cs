using SiteGen.Templating.Calls;
using SiteGen.Templating.Operators;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Library;

/// <summary>The <c>array</c> functions; they return new lists and do not change their arguments.</summary>
internal static class ArrayFunctions
{
    public static void AddTo(FunctionList list)
    {
        var items = Parameter.List("list");
        var function = Parameter.Function("function");
        list.Add("array.add", static (context, a) => Value.From(Appended(context, a)), items, Parameter.Any("value"));
        list.Add("array.add_range", Concat, Parameter.List("list1"), Parameter.List("list2"));
        list.Add("array.concat", Concat, Parameter.List("list1"), Parameter.List("list2"));
        list.Add("array.any", Any, items, function, Parameter.Rest("args"));
        list.Add("array.compact", static (context, a) => a[0].IsNil ? a[0] : Where(context, a[0], static (_, item) => !item.IsNil), items);
        list.Add("array.contains", Contains, items, Parameter.Any("item"));
        list.Add("array.cycle", Cycle, items, Parameter.Any("group").Optional());
        list.Add("array.each", Each, items, function);
        list.Add("array.filter", Filter, items, function);
        list.Add("array.first", static (_, a) => a[0].IsNil || a[0].Items.Count == 0 ? Value.Nil : a[0].Items[0], items);
        list.Add("array.last", static (_, a) => a[0].IsNil || a[0].Items.Count == 0 ? Value.Nil : a[0].Items[a[0].Items.Count - 1], items);
        list.Add("array.insert_at", InsertAt, items, Parameter.Integer("index"), Parameter.Any("value"));
        list.Add("array.join", Join, items, Parameter.Text("delimiter"), Parameter.Any("function").Optional());
        var count = Parameter.Integer("count");
        list.Add("array.limit", static (context, a) => a[0].IsNil ? a[0] : Part(context, a[0], 0, a[1].Bits), items, count);
        list.Add(
            "array.offset", static (context, a) => a[0].IsNil ? a[0] : Part(context, a[0], a[1].Bits, long.MaxValue),
            items, Parameter.Integer("index"));
        list.Add("array.map", Map, Parameter.Any("list"), Parameter.Text("member"));
        list.Add("array.remove_at", RemoveAt, items, Parameter.Integer("index"));
        list.Add("array.size", Size, Parameter.Any("list"));
    }

    /// <summary>A copy of a list, empty for null; its items count as work.</summary>
    public static ArrayValue CopyOf(RenderContext context, in Value list)
    {
        var copy = new ArrayValue();
        if (list.IsNil)
        {
            return copy;
        }

        context.Budget.Walk(context, list.Items.Count);
        return ListOperations.AddAll(context, copy, list.Items);
    }

    private static ArrayValue Appended(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var copy = CopyOf(context, arguments[0]);
        copy.Add(arguments[1]);
        return copy;
    }

    private static Value Concat(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNil && arguments[1].IsNil)
        {
            return Value.Nil;
        }

        var copy = CopyOf(context, arguments[0]);
        return Value.From(arguments[1].IsNil ? copy : ListOperations.AddAll(context, copy, arguments[1].Items));
    }

    private static Value Any(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var items = CopyOf(context, arguments[0]);
        var passed = new Value[arguments.Length - 1];
        arguments[2..].CopyTo(passed.AsSpan(1));
        var function = Callable.From(arguments[1]);
        for (var i = 0; i < items.Count; i++)
        {
            passed[0] = items[i];
            if (context.Invoke(function, passed).IsTruthy)
            {
                return Value.From(true);
            }
        }

        return Value.From(false);
    }

    private static Value Where(RenderContext context, in Value list, Func<RenderContext, Value, bool> test)
    {
        var items = CopyOf(context, list);
        var kept = new ArrayValue();
        for (var i = 0; i < items.Count; i++)
        {
            if (test(context, items[i]))
            {
                kept.Add(items[i]);
            }
        }

        return Value.From(kept);
    }

    private static Value Contains(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var count = arguments[0].IsNil ? 0 : arguments[0].Items.Count;
        context.Budget.Walk(context, count);
        for (var i = 0; i < count; i++)
        {
            if (Comparison.AreSame(context, arguments[0].Items[i], arguments[1]))
            {
                return Value.From(true);
            }
        }

        return Value.From(false);
    }

    private static Value Cycle(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNil || arguments[0].Items.Count == 0)
        {
            return Value.Nil;
        }

        var items = arguments[0].Items;
        var group = context.TextOf(arguments[1].IsNil ? Join(context, [arguments[0], Value.From(","), Value.Nil]) : arguments[1]);
        context.Cycles ??= new Dictionary<string, int>(StringComparer.Ordinal);
        _ = context.Cycles.TryGetValue(group, out var next);
        context.Cycles[group] = (next + 1) % items.Count;
        return items[next % items.Count];
    }

    private static Value Each(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNil)
        {
            return Value.Nil;
        }

        var (items, function) = (CopyOf(context, arguments[0]), Callable.From(arguments[1]));
        var mapped = new ArrayValue(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            mapped.Add(context.Invoke(function, items[i]));
        }

        return Value.From(mapped);
    }

    private static Value Filter(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var function = Callable.From(arguments[1]);
        return arguments[0].IsNil
            ? Value.Nil
            : Where(context, arguments[0], (running, item) => running.Invoke(function, item).IsTruthy);
    }

    private static Value InsertAt(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var copy = CopyOf(context, arguments[0]);
        var index = Math.Max(0, arguments[1].Bits);
        if (index > context.TextLimit)
        {
            context.Fail(TemplateMessages.ListTooLong());
        }

        context.Budget.SpendItems(context, Math.Max(0, index - copy.Count));
        while (copy.Count < index)
        {
            copy.Add(Value.Nil);
        }

        copy.Insert((int)index, arguments[2]);
        return Value.From(copy);
    }

    private static Value Join(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNil)
        {
            return Value.From("");
        }

        var (items, delimiter, function) = (CopyOf(context, arguments[0]), arguments[1], arguments[2]);
        _ = function.IsNil ? function : ArgumentConversion.Convert(context, function, 2, Parameter.Function("function"), "array.join");
        var isHtml = false;
        for (var i = 0; i < items.Count; i++)
        {
            if (function.Kind == ValueKind.Function)
            {
                var text = items[i].IsText ? items[i] : Value.From(context.TextOf(items[i]));
                items.Set(i, context.Invoke(Callable.From(function), text));
            }

            isHtml |= items[i].IsHtml;
        }

        isHtml = context.EscapesHtml && (isHtml || delimiter.IsHtml);
        return Join(context, items, delimiter, isHtml);
    }

    private static Value Join(RenderContext context, ArrayValue items, in Value delimiter, bool isHtml)
    {
        var buffer = context.Output.Borrow();
        var separator = isHtml ? TextOperations.AsHtml(context, delimiter) : delimiter.String;
        for (var i = 0; i < items.Count; i++)
        {
            buffer.Write(i == 0 ? "" : separator);
            if (isHtml && !items[i].IsHtml)
            {
                HtmlEscape.Write(buffer, context.TextOf(items[i]));
            }
            else
            {
                context.WriteText(buffer, items[i]);
            }

            if (buffer.Length > context.TextLimit)
            {
                context.CheckLength(System.Text.Encoding.UTF8.GetCharCount(buffer.WrittenSpan));
            }
        }

        var joined = buffer.ToString();
        context.Output.Return(buffer);
        return isHtml ? Value.Html(joined) : Value.From(joined);
    }

    private static Value Part(RenderContext context, in Value list, long start, long count)
    {
        var items = list.Items;
        start = Math.Clamp(start, 0, items.Count);
        var end = count <= 0 ? start : Math.Min(items.Count, count > items.Count ? items.Count : start + count);
        context.Budget.Walk(context, (int)(end - start));
        var part = new ArrayValue((int)(end - start));
        for (var i = (int)start; i < end; i++)
        {
            part.Add(items[i]);
        }

        return Value.From(part);
    }

    private static Value Map(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var mapped = new ArrayValue();
        if (arguments[0].IsNil || arguments[1].IsNil)
        {
            return Value.From(mapped);
        }

        var items = arguments[0].Kind == ValueKind.Object
            ? [arguments[0]]
            : CopyOf(context, ArgumentConversion.Convert(context, arguments[0], 0, Parameter.List("list"), "array.map")).Span;
        var name = arguments[1].String;
        foreach (ref readonly var item in items)
        {
            if (item.TryGetMembers(out var members))
            {
                if (members.TryGet(name, out var member))
                {
                    mapped.Add(member);
                }
            }
            else if (!item.IsNil && ValueMembers.Get(item, name) is { IsNil: false } found)
            {
                mapped.Add(found);
            }
        }

        return Value.From(mapped);
    }

    private static Value RemoveAt(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var copy = CopyOf(context, arguments[0]);
        var index = arguments[1].Bits;
        index += index < 0 ? copy.Count : 0;
        if (index >= 0 && index < copy.Count)
        {
            copy.RemoveAt((int)index);
        }

        return Value.From(copy);
    }

    private static Value Size(RenderContext context, ReadOnlySpan<Value> arguments) => arguments[0].Kind switch
    {
        ValueKind.Nil or ValueKind.Missing => Value.From(0),
        ValueKind.List => Value.From(arguments[0].Items.Count),
        ValueKind.Object => Value.From(ValueMembers.CountOf(arguments[0].Members)),
        ValueKind.Text => Value.From(arguments[0].String.Length),
        _ => context.FailArgument(0, FunctionMessages.WrongType("list", "array.size", "a list", TypeNames.For(arguments[0]))),
    };
}
