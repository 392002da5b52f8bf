using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Rules;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Functions;

/// <summary>Template functions for words with placeholders.</summary>
internal static class TranslationFunctions
{
    /// <summary>Adds the functions to a table.</summary>
    public static FunctionTable AddTo(FunctionTable table) => table
        .With("counted", HostFunction.Create(Counted, Parameter.Any("number"), Parameter.RequiredText("word"), Parameter.Rest("parts")))
        .With("phrase", HostFunction.Create(Phrase, Parameter.RequiredText("word"), Parameter.Rest("parts")));

    private static Value Counted(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (!arguments[0].TryGetDouble(out var number))
        {
            return Value.Nil;
        }

        var digits = number.ToString(CultureInfo.InvariantCulture);
        if (Find(context, arguments[1].AsText()) is not { } found)
        {
            return Value.From(digits);
        }

        // Fractions have no plural form of their own.
        var isWhole = number == Math.Floor(number) && Math.Abs(number) < 1e15;
        var text = isWhole ? found.Word.For(PluralRule.KindOf(found.Language, (long)number)) : found.Word.Text;
        return Filled(text, [Value.From(digits), .. arguments[2..]]);
    }

    private static Value Phrase(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (Find(context, arguments[0].AsText()) is not { } found)
        {
            return Value.Nil;
        }

        return Filled(found.Word.Text, arguments[1..]);
    }

    // Each place is filled once: a part may hold what looks like another place.
    private static Value Filled(string text, ReadOnlySpan<Value> parts)
    {
        var isHtml = false;
        foreach (var part in parts)
        {
            isHtml |= part.IsHtml;
        }

        // If one part is HTML, the result is HTML and the other parts are escaped.
        var output = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text.AsSpan(at) is not ['{', >= '0' and <= '9' and var digit, '}', ..])
            {
                output.Append(isHtml ? HtmlEscape.Escape(text[at].ToString()) : text[at]);
                continue;
            }

            var number = digit - '0';
            var part = number < parts.Length ? parts[number].AsText() : "";
            output.Append(isHtml && number < parts.Length && !parts[number].IsHtml ? HtmlEscape.Escape(part) : part);
            at += 2;
        }

        return isHtml ? Value.Html(output.ToString()) : Value.From(output.ToString());
    }

    private static Translation? Find(RenderContext context, string name)
    {
        var words = SiteFunctions.ScopeOf(context).Language.Words.Words;
        if (words.TryGetValue(name, out var found))
        {
            return found;
        }

        var near = Suggestion.For(name, words.Keys);
        context.Warn(RenderingMessages.MissingWord(name, SiteFunctions.ScopeOf(context).Language.Tag, near));
        return null;
    }
}
