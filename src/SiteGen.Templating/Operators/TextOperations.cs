using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Operators;

/// <summary>Operators with a text operand, and concatenation of text and HTML.</summary>
/// <remarks>
/// With escaping on, text is escaped before it is joined with HTML, and the result is HTML; text joined with text stays text
/// and is escaped when printed. With escaping off, texts are only concatenated.
/// </remarks>
internal static class TextOperations
{
    public static Value Apply(RenderContext context, in Value left, in Value right, in OperatorSite site)
    {
        switch (site.Operation)
        {
            case BinaryOperator.Add:
                return Join(context, left, right);
            case BinaryOperator.Multiply when !right.IsText && Numbers.TryInteger(right, out var times):
                return Repeat(context, left, times, site);
            case BinaryOperator.Multiply when right.IsText && Numbers.TryInteger(left, out var times):
                return Repeat(context, right, times, site);
        }

        if (!Comparison.Compares(site.Operation))
        {
            return BinaryOperation.Fail(context, left, right, site);
        }

        // Null is before every text, even an empty one.
        var order = left.IsNil ? -1 : right.IsNil ? 1 : string.CompareOrdinal(context.TextOf(left), context.TextOf(right));
        return Comparison.Judge(site.Operation, order);
    }

    /// <summary>Concatenates two values.</summary>
    public static Value Join(RenderContext context, in Value left, in Value right)
    {
        var isHtml = context.EscapesHtml && (left.IsHtml || right.IsHtml);
        var first = isHtml ? AsHtml(context, left) : context.TextOf(left);
        var second = isHtml ? AsHtml(context, right) : context.TextOf(right);
        context.CheckLength((long)first.Length + second.Length);
        var joined = string.Concat(first, second);
        return isHtml ? Value.Html(joined) : Value.From(joined);
    }

    /// <summary>A value as HTML: escaped unless it is HTML already.</summary>
    public static string AsHtml(RenderContext context, in Value value) =>
        value.IsHtml ? value.String : HtmlEscape.Escape(context.TextOf(value));

    private static Value Repeat(RenderContext context, in Value text, long times, in OperatorSite site)
    {
        var part = text.String;
        if (times <= 0 || part.Length == 0)
        {
            return Value.From("").With(text.Markup);
        }

        var limit = context.TextLimit;
        if (times > limit / part.Length)
        {
            return context.Fail(TemplateMessages.TextTooLong(limit), site.Right);
        }

        context.Budget.Spend(context, part.Length * times / 2);
        var repeated = string.Create((int)(part.Length * times), part, static (room, part) =>
        {
            for (; room.Length > 0; room = room[part.Length..])
            {
                part.CopyTo(room);
            }
        });
        return Value.From(repeated).With(text.Markup);
    }
}
