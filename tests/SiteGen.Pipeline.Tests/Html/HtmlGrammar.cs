using System.Globalization;
using System.Net;
using System.Text;

namespace SiteGen.Pipeline.Tests.Html;

/// <summary>Random HTML: hostile, as somebody might write it who wants to run a script, or well-formed and harmless.</summary>
internal sealed class HtmlGrammar(Random random)
{
    private static readonly string[] s_elements =
    [
        "p", "b", "em", "a", "a", "a", "code", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "h1", "h2", "img",
        "img", "table", "thead", "tbody", "tr", "td", "th",
        "caption", "col", "colgroup", "div", "span", "details", "summary", "figure", "figcaption", "ruby", "rt", "rp", "time",
        "br", "hr", "abbr", "script", "style", "svg", "math",
        "mtext", "mi", "annotation-xml", "foreignObject", "desc", "title", "noscript", "template", "textarea", "xmp", "iframe",
        "noembed", "noframes", "plaintext", "select", "option",
        "button", "form", "input", "object", "embed", "video", "audio", "source", "body", "html", "head", "frameset", "base",
        "link", "meta", "marquee", "font", "nobr", "strike", "tt",
        "main", "acronym", "address", "image", "isindex", "portal", "slot", "dialog", "x-own", "o:p", "IMG", "ScRiPt", "A",
    ];

    private static readonly string[] s_attributes =
    [
        "href", "href", "href", "src", "src", "HREF", "xlink:href", "action", "formaction", "srcdoc", "srcset", "data",
        "poster", "background", "style", "class", "id", "name", "title",
        "alt", "rel", "target", "onclick", "onerror", "ONLOAD", "onfocus", "autofocus", "on", "lang", "dir", "width", "height",
        "colspan", "start", "type", "open", "datetime", "is",
        "http-equiv", "content", "xmlns", "data-x", "`", "\"", "'", "<", "=", "/", "\u0000onclick", "a\u00A0b",
    ];

    private static readonly string[] s_values =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\u0001javascript:alert(1)",
        " javascript:alert(1)", "java\nscript:alert(1)", "vbscript:x", "livescript:x",
        "data:text/html,<script>alert(1)</script>", "data:image/svg+xml;base64,PHN2Zz4=", "data:image/png;base64,AAAA",
        "feed:javascript:alert(1)", "view-source:x", "blob:https://a.example/x",
        "file:///etc/passwd", "mhtml:http://a.example/", "jar:x", "//a.example/x", "/about", "#top", "?q=1",
        "https://a.example/?a=1&b=2", "http://b.example/\"onclick=alert(1)", "mailto:x",
        "tel:1", "https:alert(1)", "https://", "ht\ttps://a.example/", "x:y", ":x", "javascript&colon;alert(1)",
        "javascript\u00ADx:1", "\u200Bjavascript:1", "C:\\x", "1", "-1", "12345678",
        "lazy", "row", "language-cs", "language-x y", "math", "a b", "en", "auto", "alert(1)", "color:red",
        "background:url(javascript:x)", "expression(alert(1))", "</script>", "-->", "]]>",
        "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "`", "\\", "", "&", "&amp;", "<", ">", "x y=z",
        "</style>", "</title>", "</textarea>", "\u0000", "\uFFFD",
    ];

    private static readonly string[] s_texts =
    [
        "text", " ", "\n", "a < b", "a > b", "a & b", "&lt;script&gt;", "&#60;b&#62;", "&amp;lt;", "&nbsp;", "&notit;", "&#x0;",
        "&#xD800;", "&", "<", ">", "\"", "'", "=", "<3", "< p>", "</", "<>",
        "</>", "<!", "<!-", "<!-->", "<!--->", "<!-- x -->", "<!-- --!>", "<!--<script>", "-->", "--!>", "<![CDATA[",
        "<![CDATA[<b>x</b>]]>", "]]>", "<?xml version='1.0'?>", "<?", "<!DOCTYPE html>",
        "<!ELEMENT x>", "<!--more-->", "<!-- more -->", "<%", "%>", "{{", "}}", "\u0000", "\u000C", "\r", "é", "\u2028", "😀", "\uFEFF",
    ];

    private static readonly string[] s_phrases =
    [
        "em", "strong", "b", "i", "code", "sub", "sup", "q", "cite", "kbd", "var", "small", "mark"
    ];

    /// <summary>A run of tags, texts and broken pieces of both.</summary>
    public string Hostile()
    {
        var text = new StringBuilder();
        for (var pieces = random.Next(1, 14); pieces > 0; pieces--)
        {
            var piece = random.Next(8) switch
            {
                0 or 1 or 2 => OpenTag(),
                3 or 4 => $"</{Pick(s_elements)}{Pick(["", "", " ", "/", " onclick=alert(1)"])}>",
                5 => $"{OpenTag()}{Pick(s_texts)}</{Pick(s_elements)}>",
                _ => Pick(s_texts),
            };
            text.Append(random.Next(12) == 0 ? piece[..random.Next(piece.Length + 1)] : piece);
        }

        return text.ToString();
    }

    /// <summary>Paragraphs, lists and quotes, nested as HTML allows.</summary>
    public string Harmless()
    {
        var text = new StringBuilder();
        for (var blocks = random.Next(1, 5); blocks > 0; blocks--)
        {
            text.Append(Block(0));
        }

        return text.ToString();
    }

    private string Block(int depth) => random.Next(depth < 4 ? 6 : 2) switch
    {
        0 or 1 => $"<p>{Phrases(0)}</p>\n",
        2 => $"<blockquote>\n{Block(depth + 1)}{Block(depth + 1)}</blockquote>\n",
        3 => $"<ul>\n<li>{Phrases(0)}</li>\n<li>{Block(depth + 1)}</li>\n</ul>\n",
        4 => $"<dl><dt>{Phrases(0)}</dt><dd>{Block(depth + 1)}</dd></dl>\n",
        _ => $"<pre><code class=\"language-x\">{WebUtility.HtmlEncode(Words())}</code></pre>\n<hr>\n",
    };

    private string Phrases(int depth)
    {
        var text = new StringBuilder(WebUtility.HtmlEncode(Words()));
        for (var count = random.Next(depth < 3 ? 4 : 1); count > 0; count--)
        {
            var element = Pick(s_phrases);
            text.Append(random.Next(4) == 0 && depth == 0
                ? $" <a href=\"https://a.example/{random.Next(99)}?a=1&amp;b=2\">{WebUtility.HtmlEncode(Words())}</a>"
                : $" <{element}>{Phrases(depth + 1)}</{element}> ");
            text.Append(WebUtility.HtmlEncode(Words()));
        }

        return text.ToString();
    }

    private string Words() => string.Join(
        ' ',
        Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pick(["one", "two", "a<b", "c & d", "\"e\"", "é", "x > y", "&amp;", "😀"])));

    private string OpenTag()
    {
        var tag = new StringBuilder("<").Append(Pick(s_elements));
        for (var count = random.Next(4); count > 0; count--)
        {
            tag.Append(Pick([" ", " ", " ", "/", "\n", "\t", "\f", ""])).Append(Pick(s_attributes));
            if (random.Next(6) > 0)
            {
                var quote = Pick(["\"", "\"", "'", "", "`"]);
                tag.Append(Pick(["=", "=", "=", " = ", "=\n"]))
                    .Append(quote)
                    .Append(Disguise(Pick(s_values)))
                    .Append(random.Next(15) == 0 ? "" : quote);
            }
        }

        return tag.Append(Pick([">", ">", ">", "/>", " />", "", "<"])).ToString();
    }

    // Some letters as references, some behind characters that browsers leave out.
    private string Disguise(string value)
    {
        if (random.Next(3) > 0)
        {
            return value;
        }

        var text = new StringBuilder();
        foreach (var c in value)
        {
            text.Append(random.Next(10) switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};"),
                1 => string.Create(CultureInfo.InvariantCulture, $"&#x{(int)c:x4};"),
                2 => string.Create(CultureInfo.InvariantCulture, $"&#{(int)c}"),
                3 => $"{Pick(["\t", "\n", "\r", "&Tab;", "&NewLine;", "\u0000"])}{c}",
                _ => c.ToString(),
            });
        }

        return text.ToString();
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
