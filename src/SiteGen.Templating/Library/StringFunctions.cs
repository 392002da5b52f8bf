using System.Text;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Operators;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Library;

/// <summary>The <c>string</c> functions that transform text.</summary>
/// <remarks>
/// HTML stays HTML if only white space is removed or parts are joined; any other change turns it into plain text, which is
/// escaped when printed.
/// </remarks>
internal static class StringFunctions
{
    public static void AddTo(FunctionList list)
    {
        var text = Parameter.Text("text");
        list.Add("string.append", static (context, a) => TextOperations.Join(context, a[0], a[1]), text, Parameter.Text("with"));
        list.Add("string.prepend", static (context, a) => TextOperations.Join(context, a[1], a[0]), text, Parameter.Text("by"));
        list.Add("string.capitalize", static (_, a) => Value.From(Capitalize(a[0].String)), text);
        list.Add("string.capitalizewords", static (_, a) => Value.From(CapitalizeWords(a[0].String)), text);
        list.Add("string.downcase", static (_, a) => a[0].IsNil ? a[0] : Value.From(a[0].String.ToLowerInvariant()), text);
        list.Add("string.upcase", static (_, a) => a[0].IsNil ? a[0] : Value.From(a[0].String.ToUpperInvariant()), text);
        list.Add("string.handleize", static (_, a) => Value.From(Handleize(a[0].String)), text);
        list.Add("string.lstrip", static (_, a) => a[0].IsNil ? a[0] : Same(a[0], a[0].String.TrimStart()), text);
        list.Add("string.rstrip", static (_, a) => a[0].IsNil ? a[0] : Same(a[0], a[0].String.TrimEnd()), text);
        list.Add("string.strip", static (_, a) => a[0].IsNil ? a[0] : Same(a[0], a[0].String.Trim()), text);
        list.Add(
            "string.strip_newlines", static (_, a) => Same(
                a[0], a[0].String.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)),
            text);
        list.Add("string.pad_left", static (context, a) => Pad(context, a, isLeft: true), text, Parameter.Integer("width"));
        list.Add("string.pad_right", static (context, a) => Pad(context, a, isLeft: false), text, Parameter.Integer("width"));
        list.Add(
            "string.pluralize", static (_, a) => a[0].Bits == 1 ? a[1] : a[2],
            Parameter.Integer("number"), Parameter.Text("singular"), Parameter.Text("plural"));
        list.Add("string.slice", Slice, text, Parameter.Integer("start"), Parameter.Any("length").Optional());
        list.Add("string.slice1", Slice, text, Parameter.Integer("start"), Parameter.Integer("length").Or(Value.From(1)));
        list.Add("string.split", Split, text, Parameter.Text("match"));
        list.Add(
            "string.truncate", static (_, a) => Truncate(a),
            text, Parameter.Integer("length"), Parameter.Text("ellipsis").Optional());
        list.Add(
            "string.truncatewords", static (_, a) => TruncateWords(a),
            text, Parameter.Integer("count"), Parameter.Text("ellipsis").Optional());
        list.Add("string.escape", static (_, a) => a[0].IsNil ? a[0] : Value.From(Escape(a[0].String, "")), text);
        list.Add("string.literal", static (_, a) => a[0].IsNil ? a[0] : Value.From(Escape(a[0].String, "\"")), text);
    }

    /// <summary>A changed text, which is HTML if the original is.</summary>
    private static Value Same(in Value source, string text) => Value.From(text).With(source.Markup);

    private static string Capitalize(string text) =>
        text.Length == 0 || char.IsUpper(text[0]) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string CapitalizeWords(string text)
    {
        var result = new StringBuilder(text.Length);
        var isStart = true;
        foreach (var c in text)
        {
            result.Append(isStart ? char.ToUpperInvariant(c) : c);
            isStart = char.IsWhiteSpace(c) || (isStart && !char.IsLetter(c));
        }

        return result.ToString();
    }

    private static string Handleize(string text)
    {
        var result = new StringBuilder(text.Length);
        var isGap = false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                isGap = true;
                continue;
            }

            result.Append(isGap ? "-" : "").Append(char.ToLowerInvariant(c));
            isGap = false;
        }

        return result.ToString();
    }

    private static Value Pad(RenderContext context, ReadOnlySpan<Value> arguments, bool isLeft)
    {
        var (text, width) = (arguments[0].String, arguments[1].Bits);
        if (width < 0)
        {
            context.Fail(FunctionMessages.NegativeWidth(width));
        }

        context.CheckLength(width);
        return Value.From(isLeft ? text.PadLeft((int)width) : text.PadRight((int)width));
    }

    private static Value Slice(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var text = arguments[0].String;
        var start = arguments[1].Bits;
        start += start < 0 ? text.Length : 0;
        var length = ArgumentConversion.OptionalInteger(context, arguments[2], 2, "length") ?? text.Length;
        var end = Math.Clamp(start, -int.MaxValue, int.MaxValue) + Math.Clamp(length, 0, int.MaxValue);
        start = Math.Clamp(start, 0, text.Length);
        end = Math.Clamp(end, start, text.Length);

        // A surrogate pair belongs to the part with its first unit.
        start += start < end && CharacterItems.IsInsidePair(text, (int)start) ? 1 : 0;
        end += start < end && CharacterItems.IsInsidePair(text, (int)end) ? 1 : 0;
        return Value.From(text[(int)start..(int)end]);
    }

    private static Value Split(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var text = arguments[0].String;
        var result = new ArrayValue();
        if (text.Length == 0)
        {
            return Value.From(result);
        }

        var separator = arguments[1].String;
        context.Budget.Spend(context, text.Length / 8);
        if (separator.Length == 0)
        {
            result.Add(Value.From(text));
            return Value.From(result);
        }

        foreach (var part in text.Split(separator, StringSplitOptions.RemoveEmptyEntries))
        {
            result.Add(Value.From(part));
        }

        return Value.From(result);
    }

    private static Value Truncate(ReadOnlySpan<Value> arguments)
    {
        var (text, mark) = (arguments[0].String, EllipsisOf(arguments[2]));
        var length = (int)Math.Clamp(arguments[1].Bits, 0, int.MaxValue);
        if (text.Length <= length)
        {
            return Value.From(text);
        }

        var cut = Math.Max(0, length - mark.Length);

        // Never split a surrogate pair.
        cut -= cut > 0 && char.IsHighSurrogate(text[cut - 1]) ? 1 : 0;
        return Value.From(string.Concat(text.AsSpan(0, cut), mark));
    }

    private static Value TruncateWords(ReadOnlySpan<Value> arguments)
    {
        var words = arguments[0].String.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var count = (int)Math.Clamp(arguments[1].Bits, 0, words.Length);
        var text = string.Join(' ', words, 0, count);
        return Value.From(count < words.Length ? text + EllipsisOf(arguments[2]) : text);
    }

    private static string EllipsisOf(in Value ellipsis) => ellipsis.IsNil ? "..." : ellipsis.String;

    private static string Escape(string text, string quote)
    {
        var buffer = new SiteGen.Text.Utf8Buffer();
        ValueFormatter.WriteEscaped(buffer, text);
        return string.Concat(quote, buffer.ToString(), quote);
    }
}
