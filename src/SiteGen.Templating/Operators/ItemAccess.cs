using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Operators;

/// <summary>Reads items of values of any kind.</summary>
internal static class ItemAccess
{
    /// <summary>The item of a non-null value by index, negative from the end, or the member by name.</summary>
    public static Value Item(RenderContext context, in Value target, in Value index, TextSpan span)
    {
        switch (target.Kind)
        {
            case ValueKind.List when index.IsText && target.Reference is ArrayValue:
            case ValueKind.Object:
                return ValueMembers.Get(target, context.TextOf(index));
            case ValueKind.List or ValueKind.Text when !Numbers.TryInteger(index, out _):
                return context.Fail(TemplateMessages.NotAnIndex(TypeNames.For(index)), span);
            case ValueKind.List:
                var items = target.Items;
                return TryPlace(index, items.Count, out var at) && at < items.Count ? items[(int)at] : Value.Nil;
            case ValueKind.Text:
                var text = target.String;
                context.Budget.Spend(context, target.IsUtf8 ? text.Length >> 6 : 0);
                return TryPlace(index, text.Length, out at) && at < text.Length
                    ? Value.From(CharacterItems.At(text, (int)at))
                    : Value.Nil;
            case ValueKind.Bool or (>= ValueKind.Int and <= ValueKind.Decimal):
                return context.Fail(TemplateMessages.NoItems(TypeNames.For(target)), span);
            default:
                return Value.Nil;
        }
    }

    /// <summary>Resolves an index, negative from the end; false if it is before the start.</summary>
    public static bool TryPlace(in Value index, int count, out long place)
    {
        var isNumber = Numbers.TryInteger(index, out place);
        place += place < 0 ? count : 0;
        return isNumber && place >= 0;
    }
}
