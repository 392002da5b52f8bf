using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Calls;

/// <summary>Converts arguments to the kinds of their parameters.</summary>
internal static class ArgumentConversion
{
    /// <summary>Whether an argument needs no conversion.</summary>
    public static bool IsReady(in Value value, ParameterKind kind) => kind switch
    {
        ParameterKind.Any => true,
        ParameterKind.Text or ParameterKind.RequiredText => value.IsText,
        ParameterKind.Integer => value.IsInteger,
        ParameterKind.List => value.Kind == ValueKind.List,
        ParameterKind.Date => value.Kind == ValueKind.Date,
        _ => false,
    };

    /// <summary>The argument converted for its parameter; stops the render if it cannot be converted.</summary>
    public static Value Convert(RenderContext context, in Value value, int index, Parameter parameter, string function)
    {
        var converted = IsReady(value, parameter.Kind) ? value : Try(context, value, parameter.Kind);
        if (!converted.IsMissing)
        {
            return converted;
        }

        var wanted = parameter.Kind switch
        {
            ParameterKind.Integer => "a whole number",
            ParameterKind.Number => "a number",
            ParameterKind.List => "a list",
            ParameterKind.Date => "a date",
            ParameterKind.Function => "a function, such as @string.upcase or do … end",
            _ => "a text",
        };
        return context.FailArgument(index, FunctionMessages.WrongType(parameter.Name, function, wanted, TypeNames.For(value)));
    }

    /// <summary>A whole number whose absence means something else than 0: null if it is null.</summary>
    public static long? OptionalInteger(RenderContext context, in Value value, int index, string name) => value.IsNil
        ? null
        : Numbers.TryInteger(value, out var whole) ? whole
        : context.FailArgument(
            index,
            FunctionMessages.WrongType(name, context.CodeOf(context.CallSpan), "a whole number", TypeNames.For(value))).Bits;

    private static Value Try(RenderContext context, in Value value, ParameterKind kind)
    {
        switch (kind)
        {
            case ParameterKind.Text:
                return value.IsNil || value.Kind == ValueKind.Empty ? Value.Nil : Value.From(context.TextOf(value));
            case ParameterKind.RequiredText:
                return value.IsNil || value.Kind == ValueKind.Empty ? Value.Missing : Value.From(context.TextOf(value));
            case ParameterKind.Integer:
                return Numbers.TryInteger(value, out var whole) ? Value.From(whole) : Value.Missing;
            case ParameterKind.Number:
                return value.IsNumber ? Value.From(Numbers.ToDouble(value))
                    : value.IsNil || value.Kind == ValueKind.Bool ? Value.From((double)value.Bits)
                    : Value.Missing;
            case ParameterKind.Bool:
                return Value.From(value.IsTruthy);
            case ParameterKind.List:
                return List(value);
            case ParameterKind.Date:
                return value.IsNil ? Value.Nil : Value.Missing;
            default:
                return value.Kind == ValueKind.Function ? value : Value.Missing;
        }
    }

    private static Value List(in Value value) => value.Kind switch
    {
        ValueKind.Nil or ValueKind.Missing => Value.Nil,
        ValueKind.Text => Value.From(new CharacterItems(value.String)),
        _ => Value.Missing,
    };
}
