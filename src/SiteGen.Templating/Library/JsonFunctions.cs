using System.Text.Json;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Library;

/// <summary><c>object.to_json</c> and <c>object.from_json</c>.</summary>
internal static class JsonFunctions
{
    public static void AddTo(FunctionList list)
    {
        list.Add("object.to_json", static (context, a) => Value.From(context.JsonOf(a[0])).With(Markup.Json), Parameter.Any("value"));
        list.Add("object.from_json", FromJson, Parameter.Text("json"));
    }

    private static Value FromJson(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNil)
        {
            context.FailArgument(0, FunctionMessages.NullJson());
        }

        context.Budget.Spend(context, arguments[0].String.Length / 8);
        try
        {
            using var document = JsonDocument.Parse(arguments[0].String);
            return Read(document.RootElement);
        }
        catch (JsonException problem)
        {
            return context.Fail(problem is { LineNumber: { } line, BytePositionInLine: { } column }
                ? FunctionMessages.NotJson(line, column)
                : FunctionMessages.JsonNumberTooLarge());
        }
    }

    // The reader rejects nesting deeper than 64 levels. Data files are converted elsewhere, because all pages share their
    // values: here templates get objects that they may change, and exact numbers.
    private static Value Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new ObjectValue();
                foreach (var member in element.EnumerateObject())
                {
                    members.Set(member.Name, Read(member.Value));
                }

                return Value.From(members);
            case JsonValueKind.Array:
                var items = new ArrayValue(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                {
                    items.Add(Read(item));
                }

                return Value.From(items);
            case JsonValueKind.String:
                return Value.From(element.GetString());
            case JsonValueKind.Number:
                return element.TryGetDecimal(out var exact) ? Value.From(exact)
                    : element.TryGetDouble(out var real) && double.IsFinite(real) ? Value.From(real)
                    : throw new JsonException();
            case JsonValueKind.True or JsonValueKind.False:
                return Value.From(element.GetBoolean());
            default:
                return Value.Nil;
        }
    }
}
