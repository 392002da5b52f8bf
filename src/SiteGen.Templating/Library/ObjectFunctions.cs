using System.Globalization;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Library;

/// <summary>The <c>object</c> functions that inspect a value.</summary>
internal static class ObjectFunctions
{
    public static void AddTo(FunctionList list)
    {
        var value = Parameter.Any("value");
        var key = Parameter.Text("key");
        list.Add(
            "object.default", static (_, a) => a[0].IsNil || (a[0].IsText && a[0].String.Length == 0) ? a[1] : a[0],
            value, Parameter.Any("default"));
        list.Add("object.format", Format, value, Parameter.RequiredText("format"), Parameter.Text("culture").Optional());
        list.Add("object.has_key", static (context, a) => Value.From(TryMember(context, a, "object.has_key", out var _)), value, key);
        list.Add(
            "object.has_value",
            static (context, a) => Value.From(TryMember(context, a, "object.has_value", out var member) && !member.IsNil),
            value, key);
        list.Add("object.keys", Keys, value);
        list.Add("object.values", Members, value);
        list.Add("object.size", static (_, a) => Value.From(Size(a[0])), value);
        list.Add("object.typeof", static (_, a) => Value.From(TypeOf(a[0])), value);
        list.Add("object.kind", static (_, a) => Value.From(KindOf(a[0])), value);
    }

    private static bool TryMember(RenderContext context, ReadOnlySpan<Value> arguments, string function, out Value member)
    {
        member = default;
        if (arguments[0].Kind is not (ValueKind.Nil or ValueKind.Missing or ValueKind.Object))
        {
            context.FailArgument(0, FunctionMessages.WrongType("value", function, "an object", TypeNames.For(arguments[0])));
        }

        return !arguments[1].IsNil && arguments[0].TryGetMembers(out var members) && members.TryGet(arguments[1].String, out member);
    }

    private static Value Format(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var (value, format) = (arguments[0], arguments[1].String);
        if (value.IsNil)
        {
            return Value.From("");
        }

        if (value.IsNumber)
        {
            return MathFunctions.FormatNumber(context, value, format);
        }

        if (value.Kind == ValueKind.Object)
        {
            return Value.From(context.TextOf(value));
        }

        if (value.Kind is not (ValueKind.Date or ValueKind.Duration))
        {
            context.Fail(FunctionMessages.NotFormattable(context.TextOf(value)));
        }

        try
        {
            var culture = CultureInfo.InvariantCulture;
            return Value.From(value.Kind == ValueKind.Duration ? new TimeSpan(value.Bits).ToString(format, culture)
                : value.HasOffset ? new DateTimeOffset(value.LocalTime, value.Offset).ToString(format, culture)
                : value.LocalTime.ToString(format, culture));
        }
        catch (FormatException)
        {
            return context.FailArgument(1, FunctionMessages.WrongFormat(format, TypeNames.For(value)));
        }
    }

    private static Value Keys(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var keys = new ArrayValue();
        if (arguments[0].TryGetMembers(out var members))
        {
            var names = members.Names;
            context.Budget.Walk(context, names.Length);
            foreach (var name in names)
            {
                keys.Add(Value.From(name));
            }
        }

        return Value.From(keys);
    }

    private static Value Members(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var values = new ArrayValue();
        if (arguments[0].TryGetMembers(out var members))
        {
            var names = members.Names;
            context.Budget.Walk(context, names.Length);
            foreach (var name in names)
            {
                values.Add(members.TryGet(name, out var member) ? member : Value.Nil);
            }
        }

        return Value.From(values);
    }

    private static int Size(in Value value) => value.Kind switch
    {
        ValueKind.Text => value.String.Length,
        ValueKind.List => value.Items.Count,
        ValueKind.Object => ValueMembers.CountOf(value.Members),
        _ => 0,
    };

    private static string? TypeOf(in Value value) => value.Kind switch
    {
        ValueKind.Nil or ValueKind.Missing => null,
        ValueKind.Bool => "boolean",
        ValueKind.Text => "string",
        ValueKind.List => value.Reference is RangeItems ? "iterator" : "array",
        _ => value.IsNumber ? "number" : "object",
    };

    private static string? KindOf(in Value value) => value.Kind switch
    {
        ValueKind.Nil or ValueKind.Missing => null,
        ValueKind.Bool => "bool",
        ValueKind.Int => "int",
        ValueKind.Long => "long",
        ValueKind.Big => "bigint",
        ValueKind.Float => "float",
        ValueKind.Double => "double",
        ValueKind.Decimal => "decimal",
        ValueKind.Text => "string",
        ValueKind.Date => "DateTime",
        ValueKind.Duration => "TimeSpan",
        ValueKind.List => value.Reference is RangeItems ? "range" : "array",
        ValueKind.Function => "function",
        _ => "object",
    };
}
