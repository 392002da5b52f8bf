using System.Net;
using System.Text;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Operators;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;
using ScribanHtml = Scriban.Functions.HtmlFunctions;

namespace SiteGen.Templating.Library;

/// <summary>The <c>html</c> functions.</summary>
internal static class HtmlFunctions
{
    public static void AddTo(FunctionList list)
    {
        var text = Parameter.Text("text");
        list.Add("html.escape", Escape, text);
        list.Add("html.raw", static (_, a) => a[0].IsNil ? a[0] : a[0].With(Markup.Raw), text);
        list.Add("html.strip", Strip, text);
        list.Add("html.newline_to_br", NewLineToBreak, text);
        list.Add("html.url_encode", static (_, a) => a[0].IsNil ? a[0] : Value.From(Uri.EscapeDataString(a[0].String)), text);
        list.Add("html.url_escape", static (_, a) => a[0].IsNil ? a[0] : Value.From(ScribanHtml.UrlEscape(a[0].String)), text);
    }

    private static Value Escape(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNil || (context.EscapesHtml && arguments[0].IsHtml))
        {
            return arguments[0];
        }

        return context.EscapesHtml
            ? Value.Html(HtmlEscape.Escape(arguments[0].String))
            : Value.From(WebUtility.HtmlEncode(arguments[0].String));
    }

    // HTML without tags is text with character references; decode them if printing escapes the text again.
    private static Value Strip(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNil)
        {
            return arguments[0];
        }

        var stripped = TagStripper.Strip(arguments[0].String);
        return Value.From(context.EscapesHtml && arguments[0].IsHtml ? WebUtility.HtmlDecode(stripped) : stripped);
    }

    private static Value NewLineToBreak(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNil)
        {
            return arguments[0];
        }

        var text = context.EscapesHtml ? TextOperations.AsHtml(context, arguments[0]) : arguments[0].String;
        context.CheckLength(text.Length * 7L);
        var broken = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
            {
                broken.Append("<br />");
                if (text[i] == '\r')
                {
                    broken.Append('\r');
                    i++;
                }
            }

            broken.Append(text[i]);
        }

        return context.EscapesHtml ? Value.Html(broken.ToString()) : Value.From(broken.ToString());
    }
}
