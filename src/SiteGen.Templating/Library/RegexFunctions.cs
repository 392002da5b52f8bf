using System.Diagnostics;
using System.Text.RegularExpressions;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Library;

/// <summary>The <c>regex</c> functions, with .NET's regular expressions.</summary>
internal static class RegexFunctions
{
    public static void AddTo(FunctionList list)
    {
        var text = Parameter.Text("text");
        var pattern = Parameter.Text("pattern");
        var options = Parameter.Text("options").Optional();
        list.Add("regex.escape", static (context, a) => Value.From(Regex.Escape(Needed(context, a[0]))), pattern);
        list.Add("regex.unescape", Unescape, pattern);
        list.Add(
            "regex.match", static (context, a) => Run(context, a, 2, static (_, regex, text, _) => Groups(regex.Match(text))),
            text, pattern, options);
        list.Add(
            "regex.matches",
            static (context, a) => Run(context, a, 2, static (context, regex, text, _) => Matches(context, regex, text)),
            text, pattern, options);
        list.Add(
            "regex.replace", static (context, a) => Run(context, a, 3, Replace), text, pattern, Parameter.RequiredText("replace"),
            options);
        list.Add(
            "regex.split",
            static (context, a) => Run(context, a, 2, static (context, regex, text, _) => Split(context, regex, text)),
            text, pattern, options);
    }

    private static string Needed(RenderContext context, in Value text)
    {
        if (text.IsNil)
        {
            context.Fail(FunctionMessages.NullPattern());
        }

        return text.String;
    }

    private static Value Unescape(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var text = Needed(context, arguments[0]);
        try
        {
            return Value.From(Regex.Unescape(text));
        }
        catch (ArgumentException)
        {
            return context.Fail(FunctionMessages.InvalidEscape(text));
        }
    }

    private static Value Run(
        RenderContext context, ReadOnlySpan<Value> arguments, int options, Func<RenderContext, Regex, string, string, Value> work)
    {
        var text = Needed(context, arguments[0]);
        var regex = context.Regexes.Find(context, Needed(context, arguments[1]), arguments[options].String);
        context.Budget.Spend(context, text.Length / 8);
        var start = Stopwatch.GetTimestamp();
        try
        {
            var result = work(context, regex, text, arguments[2].String);
            context.Regexes.Spend(context, Stopwatch.GetElapsedTime(start));
            return result;
        }
        catch (RegexParseException)
        {
            // The pattern has been parsed already, so the error is in the replacement: a group number too large for an integer.
            return context.Fail(FunctionMessages.InvalidReplacement(arguments[2].String));
        }
        catch (RegexMatchTimeoutException)
        {
            return context.Fail(TemplateMessages.RegexTooSlow($"{regex}", regex.MatchTimeout));
        }
    }

    private static Value Groups(Match match)
    {
        var groups = new ArrayValue();
        if (match.Success)
        {
            for (var i = 0; i < match.Groups.Count; i++)
            {
                groups.Add(Value.From(match.Groups[i].Value));
            }
        }

        return Value.From(groups);
    }

    private static Value Matches(RenderContext context, Regex regex, string text)
    {
        var matches = new ArrayValue();
        for (var match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            context.Budget.Walk(context, 1 + match.Groups.Count);
            matches.Add(Groups(match));
        }

        return Value.From(matches);
    }

    private static Value Replace(RenderContext context, Regex regex, string text, string replacement)
    {
        var length = (long)text.Length;
        return Value.From(regex.Replace(text, match =>
        {
            var part = match.Result(replacement);
            length += part.Length;
            context.CheckLength(length);
            return part;
        }));
    }

    private static Value Split(RenderContext context, Regex regex, string text)
    {
        var parts = new ArrayValue();
        foreach (var part in regex.Split(text))
        {
            context.Budget.Walk(context, 1);
            parts.Add(Value.From(part));
        }

        return Value.From(parts);
    }
}
