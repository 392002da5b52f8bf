using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>An option of a loop that the language does not know.</summary>
internal readonly record struct UnknownOption(string Name, TextSpan Span);

/// <summary>What a loop runs over: a list and the part of it that counts.</summary>
internal sealed record LoopSource(
    Expression List, Expression? Offset, Expression? Limit, Expression? Columns, bool IsReversed, UnknownOption? Unknown)
{
    /// <summary>The list; null when the loop has nothing at all to run over.</summary>
    public IItems? Items(RenderContext context)
    {
        if (Unknown is { } option)
        {
            context.Fail(TemplateMessages.UnknownLoopOption(option.Name), option.Span);
        }

        var list = List.Evaluate(context);
        return list.Kind switch
        {
            ValueKind.List => list.Items,
            ValueKind.Text => new CharacterItems(list.String),
            ValueKind.Object => new PairItems(list.Members),
            ValueKind.Nil or ValueKind.Missing => null,
            _ => Refuse(context, list),
        };
    }

    /// <summary>The window of the list that the loop runs over: offset first, then reversal, then limit.</summary>
    public LoopWindow Window(RenderContext context, int count)
    {
        var offset = (int)Math.Clamp(Number(context, Offset) ?? 0, 0, count);
        var limit = Number(context, Limit) is { } most and > 0 ? most : int.MaxValue;
        var length = (int)Math.Min(count - offset, limit);
        return IsReversed ? new LoopWindow(count - 1, -1, length) : new LoopWindow(offset, 1, length);
    }

    /// <summary>The columns of a table row, at least one.</summary>
    public int ColumnCount(RenderContext context) => (int)Math.Clamp(Number(context, Columns) ?? 1, 1, int.MaxValue);

    private static long? Number(RenderContext context, Expression? option)
    {
        if (option is null)
        {
            return null;
        }

        var value = option.Evaluate(context);
        return Numbers.TryInteger(value, out var number)
            ? number
            : context.Fail(TemplateMessages.LoopOptionNotNumber(context.CodeOf(option.Span), TypeNames.For(value)), option.Span).Bits;
    }

    private ArrayValue Refuse(RenderContext context, in Value list)
    {
        context.Fail(TemplateMessages.NotIterable(context.CodeOf(List.Span), TypeNames.For(list)), List.Span);
        return new ArrayValue();
    }
}

/// <summary>The indexes that a loop visits.</summary>
internal readonly record struct LoopWindow(int Start, int Step, int Length);
