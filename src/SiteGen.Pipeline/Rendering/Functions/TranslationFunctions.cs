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
        return Value.From(WithParts(text, [digits, .. TextsOf(arguments[2..])]));
    }

    // A part is filled in once: what it holds may look like the place of another one.
    private static string WithParts(string text, string[] parts)
    {
        var filled = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text.AsSpan(at) is ['{', >= '0' and <= '9' and var digit, '}', ..] && digit - '0' < parts.Length)
            {
                filled.Append(parts[digit - '0']);
                at += 2;
            }
            else
            {
                filled.Append(text[at]);
            }
        }

        return filled.ToString();
    }

    private static string[] TextsOf(ReadOnlySpan<Value> values)
    {
        var texts = new string[values.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = values[i].AsText();
        }

        return texts;
    }

    private static Value Phrase(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (Find(context, arguments[0].AsText()) is not { } found)
        {
            return Value.Nil;
        }

        var parts = arguments[1..];
        var isHtml = false;
        foreach (var part in parts)
        {
            isHtml |= part.IsHtml;
        }

        // When one part is HTML the result is: the other parts are escaped.
        var text = found.Word.Text;
        var output = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var isPlaceholder = text[at] == '{' && at + 2 < text.Length && char.IsAsciiDigit(text[at + 1]) && text[at + 2] == '}';
            if (!isPlaceholder)
            {
                output.Append(isHtml ? HtmlEscape.Escape(text[at].ToString()) : text[at]);
                continue;
            }

            var number = text[at + 1] - '0';
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
