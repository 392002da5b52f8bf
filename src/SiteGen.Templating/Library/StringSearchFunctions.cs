using System.Buffers;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Library;

/// <summary>The <c>string</c> functions that search a text.</summary>
internal static class StringSearchFunctions
{
    // Replacing a match with one of these in HTML could change tags, not only text.
    private static readonly SearchValues<char> s_markup = SearchValues.Create("<>\"'=&");

    public static void AddTo(FunctionList list)
    {
        var text = Parameter.Text("text");
        var value = Parameter.Text("value");
        list.Add(
            "string.contains",
            static (_, a) => Value.From(Has(a) && a[0].String.Contains(a[1].String, StringComparison.Ordinal)),
            text, value);
        list.Add(
            "string.starts_with",
            static (_, a) => Value.From(Has(a) && a[0].String.StartsWith(a[1].String, StringComparison.Ordinal)),
            text, value);
        list.Add(
            "string.ends_with",
            static (_, a) => Value.From(Has(a) && a[0].String.EndsWith(a[1].String, StringComparison.Ordinal)),
            text, value);
        list.Add(
            "string.equals_ignore_case", static (_, a) => Value.From(
                !a[0].IsNil && !a[1].IsNil && string.Equals(a[0].String, a[1].String, StringComparison.OrdinalIgnoreCase)),
            text, value);
        list.Add("string.empty", static (_, a) => Value.From(a[0].String.Length == 0), text);
        list.Add("string.whitespace", static (_, a) => Value.From(string.IsNullOrWhiteSpace(a[0].String)), text);
        list.Add("string.size", static (_, a) => Value.From(a[0].String.Length), text);
        list.Add(
            "string.index_of", IndexOf, Parameter.RequiredText("text"), Parameter.RequiredText("search"),
            Parameter.Any("startIndex").Optional(), Parameter.Any("count").Optional(),
            Parameter.Text("stringComparison").Optional());
        AddReplacements(list, text);
    }

    private static void AddReplacements(FunctionList list, Parameter text)
    {
        list.Add("string.replace", Replace, text, Parameter.Text("match"), Parameter.Text("replace"));
        list.Add(
            "string.remove", static (context, a) => a[0].IsNil ? a[0] : Replace(context, [a[0], a[1], Value.From("")]),
            text, Parameter.Text("remove"));
        list.Add(
            "string.replace_first", ReplaceFirst,
            text, Parameter.Text("match"), Parameter.Text("replace"), Parameter.Bool("fromEnd").Optional());
        list.Add(
            "string.remove_first", static (context, a) => ReplaceAt(
                context, a[0], a[0].String.IndexOf(a[1].String, StringComparison.OrdinalIgnoreCase), a[1], Value.From("")),
            text, Parameter.Text("remove"));
        list.Add(
            "string.remove_last", static (context, a) => ReplaceAt(
                context, a[0], a[0].String.LastIndexOf(a[1].String, StringComparison.OrdinalIgnoreCase), a[1], Value.From("")),
            text, Parameter.Text("remove"));
    }

    private static bool Has(ReadOnlySpan<Value> arguments) => arguments[0].String.Length > 0 && arguments[1].String.Length > 0;

    private static Value IndexOf(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var text = arguments[0].String;
        var start = ArgumentConversion.OptionalInteger(context, arguments[2], 2, "startIndex") ?? 0;
        var count = ArgumentConversion.OptionalInteger(context, arguments[3], 3, "count") ?? text.Length - start;
        if (start < 0 || count < 0 || start > text.Length || count > text.Length - start)
        {
            context.Fail(FunctionMessages.OutsideText());
        }

        var comparison = arguments[4].IsNil ? StringComparison.Ordinal : arguments[4].String switch
        {
            "Ordinal" or "CurrentCulture" or "InvariantCulture" => StringComparison.Ordinal,
            "OrdinalIgnoreCase" or "CurrentCultureIgnoreCase" or "InvariantCultureIgnoreCase" => StringComparison.OrdinalIgnoreCase,
            var name => FailComparison(context, name),
        };
        return Value.From(text.IndexOf(arguments[1].String, (int)start, (int)count, comparison));
    }

    private static StringComparison FailComparison(RenderContext context, string name)
    {
        context.FailArgument(4, FunctionMessages.NotComparison(name));
        return default;
    }

    private static Value Replace(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var (text, match) = (arguments[0].String, arguments[1].String);
        if (text.Length == 0 || match.Length == 0)
        {
            return arguments[0].IsNil ? Value.From("") : arguments[0];
        }

        var markup = MarkupOf(context, arguments[0], match);
        var replacement = Replacement(context, arguments[2], markup);
        if (replacement.Length > match.Length)
        {
            var count = (long)text.AsSpan().Count(match);
            context.CheckLength(text.Length + (count * (replacement.Length - match.Length)));
        }

        return Value.From(text.Replace(match, replacement, StringComparison.Ordinal)).With(markup);
    }

    private static Value ReplaceFirst(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var (text, match) = (arguments[0].String, arguments[1].String);
        var at = arguments[3].IsTruthy
            ? text.LastIndexOf(match, StringComparison.OrdinalIgnoreCase)
            : text.IndexOf(match, StringComparison.OrdinalIgnoreCase);
        return ReplaceAt(context, arguments[0].IsNil ? Value.From("") : arguments[0], at, arguments[1], arguments[2]);
    }

    private static Value ReplaceAt(RenderContext context, in Value subject, int at, in Value match, in Value replacement)
    {
        var length = match.String.Length;
        if (at < 0 || length == 0)
        {
            return subject;
        }

        var text = subject.String;
        var markup = MarkupOf(context, subject, match.String);
        var middle = Replacement(context, replacement, markup);
        context.CheckLength((long)text.Length + middle.Length);
        return Value.From(string.Concat(text.AsSpan(0, at), middle, text.AsSpan(at + length))).With(markup);
    }

    private static Markup MarkupOf(RenderContext context, in Value subject, string match) =>
        context.EscapesHtml && subject.IsHtml && !match.AsSpan().ContainsAny(s_markup) ? subject.Markup : Markup.None;

    private static string Replacement(RenderContext context, in Value value, Markup markup) =>
        markup == Markup.None || value.IsHtml ? value.String : HtmlEscape.Escape(context.TextOf(value));
}
