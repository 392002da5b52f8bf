using SiteGen.Pipeline.Data;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Functions;

/// <summary>Template functions for texts in formats that do not lay them out.</summary>
internal static class TextFunctions
{
    private const int Most = 1000;

    /// <summary>Adds the functions to a table.</summary>
    public static FunctionTable AddTo(FunctionTable table) => table
        .With("wrap_lines", HostFunction.Create(
            WrapLines, Parameter.Text("text"), Parameter.Integer("columns"), Parameter.Integer("lines").Or(Value.From(Most))));

    private static Value WrapLines(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var (columns, lines) = (NumberOf(context, arguments, 1), NumberOf(context, arguments, 2));
        return arguments[0].IsNil
            ? Value.Nil
            : Value.From(new ItemList([.. LineWrapper.Wrap(arguments[0].AsText(), columns, lines).Select(Value.From)]));
    }

    private static int NumberOf(RenderContext context, ReadOnlySpan<Value> arguments, int index)
    {
        if (!arguments[index].TryGetInteger(out var number) || number is < 1 or > Most)
        {
            context.FailArgument(index, "lines cannot be made so", $"write a number from 1 to {Most}");
        }

        return (int)number;
    }
}
