using System.Text.Encodings.Web;
using SiteGen.Templating.Escaping;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>Escapes printed values for their HTML context, so that they cannot break out of it.</summary>
internal static class Escaper
{
    /// <summary>Prints a value in a context.</summary>
    public static void Print(RenderContext context, Utf8Buffer output, in Value value, OutputContext place)
    {
        if (place == OutputContext.Text)
        {
            PrintText(context, output, value);
            return;
        }

        if (place is OutputContext.Script or OutputContext.ScriptAttribute)
        {
            PrintScript(context, output, value, place == OutputContext.ScriptAttribute);
            return;
        }

        // Digits and signs are safe in every context.
        if (value.IsNumber || value.Kind == ValueKind.Bool)
        {
            context.WriteText(output, value);
            return;
        }

        PrintElsewhere(context, output, value, place);
    }

    private static void PrintText(RenderContext context, Utf8Buffer output, in Value value)
    {
        if (value.IsHtml || value.IsNumber)
        {
            context.WriteText(output, value);
        }
        else if (value.IsUtf8)
        {
            HtmlEscape.Write(output, value.Utf8);
        }
        else
        {
            HtmlEscape.Write(output, context.TextOf(value));
        }
    }

    private static void PrintElsewhere(RenderContext context, Utf8Buffer output, in Value value, OutputContext place)
    {
        var text = context.TextOf(value);
        switch (place)
        {
            case OutputContext.Tag when value.IsHtml:
                output.Write(text);
                break;
            case OutputContext.Quoted:
                WriteQuoted(output, text, value.IsHtml);
                break;
            case OutputContext.Url or OutputContext.UrlScheme or OutputContext.UrlList:
                WriteQuoted(output, Guarded(context, output, text, place), value.IsHtml);
                break;
            case OutputContext.UnquotedUrl:
                WriteUnquoted(output, Guarded(context, output, text, place), value.IsHtml);
                break;
            case OutputContext.Document:
                HtmlEscape.Write(output, value.IsHtml ? text : HtmlEscape.Escape(text));
                break;
            case OutputContext.ScriptString or OutputContext.ScriptAttributeString:
                output.Write(value.Markup == Markup.Raw && place == OutputContext.ScriptString ? Closed(text) : ScriptText(text));
                break;
            case OutputContext.Style or OutputContext.StyleAttribute:
                WriteStyle(context, output, text, value.Markup == Markup.Raw, place);
                break;
            default:
                WriteUnquoted(output, text, value.IsHtml);
                break;
        }
    }

    private static void PrintScript(RenderContext context, Utf8Buffer output, in Value value, bool isAttribute)
    {
        if (value.Markup == Markup.Json && value.IsUtf8 && !isAttribute)
        {
            output.Write(value.Utf8);
            return;
        }

        var script = value.Markup switch
        {
            Markup.Json => value.String,
            Markup.Raw => Closed(value.String),
            _ => context.JsonOf(value),
        };
        if (isAttribute)
        {
            HtmlEscape.Write(output, script);
            return;
        }

        output.Write(script);
    }

    // HTML in an attribute keeps its character references; characters that would end the value are escaped.
    private static void WriteQuoted(Utf8Buffer output, string text, bool isHtml)
    {
        if (!isHtml)
        {
            HtmlEscape.Write(output, text);
            return;
        }

        var rest = text.AsSpan();
        while (rest.IndexOfAny("<>\"'") is var at and >= 0)
        {
            output.Write(rest[..at]);
            HtmlEscape.Write(output, rest.Slice(at, 1));
            rest = rest[(at + 1)..];
        }

        output.Write(rest);
    }

    private static void WriteUnquoted(Utf8Buffer output, string text, bool isHtml)
    {
        if (text.Length == 0)
        {
            output.Write("\"\""u8);
            return;
        }

        Span<byte> room = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var c = rune.Value;
            if (char.IsAsciiLetterOrDigit((char)c)
                || c is > 0xA0 or '-' or '_' or '.' or '/' or ':' or '#' or '?' or '%' or '~' or ',' or '+' or '@' or '!'
                || (c == '&' && isHtml)
                || (c == ';' && isHtml))
            {
                output.Write(room[..rune.EncodeToUtf8(room)]);
                continue;
            }

            output.Write("&#"u8);
            output.Write(c);
            output.Write((byte)';');
        }
    }

    private static string Guarded(RenderContext context, Utf8Buffer output, string text, OutputContext place)
    {
        var isScheme = place == OutputContext.UrlScheme;
        if (!isScheme && text.AsSpan().IndexOfAny(":&") < 0)
        {
            return text;
        }

        var start = UrlStart(output.WrittenSpan, place == OutputContext.UnquotedUrl);
        var isList = place == OutputContext.UrlList;
        if ((!isList && start.AsSpan().IndexOfAny("/?#") >= 0) || !UrlGuard.IsDangerous(start + text + (isScheme ? ":" : ""), isList))
        {
            return text;
        }

        context.Warn(TemplateMessages.DangerousUrl(Shortened(text)), context.CallSpan);
        return "#";
    }

    // A URL may be printed in parts; the part written so far starts after the quote or equals sign.
    private static string UrlStart(ReadOnlySpan<byte> written, bool isUnquoted)
    {
        var recent = written[Math.Max(0, written.Length - 2000)..];
        var start = recent.LastIndexOfAny("\"'"u8);
        if (isUnquoted)
        {
            recent = recent[(recent.LastIndexOfAny(" \t\n\r\f"u8) + 1)..];
            start = recent.IndexOf((byte)'=');

            // Where branches disagree, the value may be quoted after all.
            start += recent[(start + 1)..].IndexOfAnyExcept((byte)'"', (byte)'\'') is var quotes and > 0
                ? quotes
                : start + 2 == recent.Length ? 1 : 0;
        }

        return System.Text.Encoding.UTF8.GetString(recent[(start + 1)..]);
    }

    private static void WriteStyle(RenderContext context, Utf8Buffer output, string text, bool isVouchedFor, OutputContext place)
    {
        if (!isVouchedFor && !StyleGuard.IsSafe(text))
        {
            context.Warn(TemplateMessages.DangerousStyle(Shortened(text)), context.CallSpan);
            return;
        }

        if (place == OutputContext.StyleAttribute)
        {
            HtmlEscape.Write(output, text);
            return;
        }

        output.Write(Closed(text));
    }

    // JSON escapes quotes and angle brackets the way script strings do.
    private static string ScriptText(string text) =>
        JavaScriptEncoder.Default.Encode(text).Replace("${", "\\u0024{", StringComparison.Ordinal);

    private static string Closed(string text) => text
        .Replace("</", "<\\/", StringComparison.Ordinal)
        .Replace("<!--", "<\\!--", StringComparison.Ordinal);

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
