using System.Diagnostics.CodeAnalysis;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>Says why something cannot be called.</summary>
internal static class FunctionProblem
{
    [DoesNotReturn]
    public static Callable Fail(RenderContext context, Expression target, in Value value)
    {
        var code = context.CodeOf(target.Span);
        if (!value.IsNil || target is not (VariableExpression or PathExpression or LocalExpression))
        {
            context.Fail(
                TemplateMessages.NotAFunction(code, TypeNames.For(value), OperatorHint(context, target.Span.End)), target.Span);
        }

        var hint = OperatorHint(context, target.Span.End) ?? Hint(context, code);
        context.Fail(TemplateMessages.UnknownFunction(code, hint), target.Span);
        return null;
    }

    // Operators of other template languages make a call of the value before them.
    private static string? OperatorHint(RenderContext context, int end)
    {
        var rest = context.Source.Bytes.Span[end..].TrimStart((byte)' ');
        return rest.StartsWith("and "u8) ? "for 'and', write &&"
            : rest.StartsWith("or "u8) ? "for 'or', write ||"
            : rest.StartsWith("is "u8) ? "for 'is', write =="
            : rest.StartsWith("contains "u8) ? "for 'contains', write list | array.contains item, or text | string.contains part"
            : null;
    }

    // Words of other template languages, and then what is spelt alike.
    private static string? Hint(RenderContext context, string written) => written switch
    {
        "not" => "write !",
        "unless" => "write if !",
        "elsif" or "elseif" or "elif" => "write else if",
        "assign" or "set" or "let" => "write name = value",
        "endif" or "endfor" => "write end",
        _ => Nearest(context, written) is { } nearest ? $"did you mean '{nearest}'?" : null,
    };

    // A name without its group is as frequent a mistake as a misspelt one.
    private static string? Nearest(RenderContext context, string written)
    {
        var full = Suggestion.For(written, context.Functions.Names.Concat(context.Variables.Names()));
        if (full is not null)
        {
            return full;
        }

        var lasts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in context.Functions.Names)
        {
            // Of functions with the same last name, those for texts are meant most often.
            var last = name[(name.LastIndexOf('.') + 1)..];
            if (!lasts.ContainsKey(last) || name.StartsWith("string.", StringComparison.Ordinal))
            {
                lasts[last] = name;
            }
        }

        var nearest = Suggestion.For(written[(written.LastIndexOf('.') + 1)..], lasts.Keys);
        return nearest is null ? null : lasts[nearest];
    }
}
