using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using SiteGen.Pipeline.Html;
using SiteGen.Text;

namespace SiteGen.Pipeline.Highlighting;

/// <summary>Writes a block of code with its tokens, its lines and what stands above it. Not thread-safe.</summary>
/// <remarks>Adds elements for the token classes that the theme colours; the text of the code never changes.</remarks>
internal sealed class CodeWriter(GrammarSet grammars)
{
    private static readonly byte[][] s_openings =
    [
        .. Enum.GetValues<TokenClass>().Select(kind => Encoding.UTF8.GetBytes($"<span class=\"{TokenClasses.CssOf(kind)}\">")),
    ];

    private static readonly SearchValues<byte> s_special = SearchValues.Create("&<>"u8);

    private readonly Lexer _lexer = new(grammars);
    private readonly Utf8Buffer _code = new();

    /// <summary>Writes a block.</summary>
    /// <param name="element">The block as Markdown made it: <c>&lt;pre&gt;&lt;code class="language-…"&gt;…</c></param>
    /// <param name="fence">What its fence says.</param>
    /// <param name="file">The code, when it comes from a file; otherwise the default.</param>
    /// <param name="wraps">Whether long lines are wrapped.</param>
    /// <param name="output">The destination.</param>
    public void Write(ReadOnlySpan<byte> element, CodeFence fence, ReadOnlySpan<byte> file, bool wraps, Utf8Buffer output)
    {
        var (start, end) = CodeIn(element);
        var code = file.IsEmpty ? Unescaped(element[start..end]) : file;
        var grammar = fence.IsPlain ? null : grammars.Find(fence.Language);
        var box = fence.Title is null ? "div"u8 : "figure"u8;
        output.Write("<"u8);
        output.Write(box);
        output.Write(wraps ? " class=\"code wrap\""u8 : " class=\"code\""u8);
        if (grammar is not null)
        {
            output.Write(" data-lang=\""u8);
            HtmlEscape.Write(output, grammar.Title);
            output.Write("\""u8);
        }

        output.Write(">"u8);
        if (fence.Title is { } title)
        {
            output.Write("<figcaption>"u8);
            HtmlEscape.Write(output, title);
            output.Write("</figcaption>"u8);
        }

        // Focusable, so that the box can be scrolled with the keyboard.
        output.Write(wraps ? "<pre>"u8 : "<pre tabindex=\"0\">"u8);
        output.Write(element["<pre>"u8.Length..start]);
        WriteCode(code, grammar, fence, wraps, output);
        output.Write("</code></pre></"u8);
        output.Write(box);
        output.Write(">\n"u8);
    }

    /// <summary>Writes a block as it is, with code from a file in it.</summary>
    public static void WritePlain(ReadOnlySpan<byte> element, ReadOnlySpan<byte> file, Utf8Buffer output)
    {
        var (start, end) = CodeIn(element);
        output.Write(element[..start]);
        Escape(file, output);
        output.Write(element[end..]);
    }

    private void WriteCode(ReadOnlySpan<byte> code, Grammar? grammar, CodeFence fence, bool wraps, Utf8Buffer output)
    {
        var tokens = grammar is null ? [new Token(code.Length, TokenClass.Plain)] : CollectionsMarshal.AsSpan(_lexer.Read(grammar, code));
        var lines = wraps || fence.FirstNumber is not null || !fence.Marked.IsEmpty ? new LineWriter(fence, wraps, output) : null;
        lines?.Open(code, 0);
        var start = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var kind = tokens[i].Class;
            while (kind != TokenClass.Plain && GoesOn(tokens, i, code))
            {
                i += 2;
            }

            var end = tokens[i].End;
            if (lines is null)
            {
                WriteToken(code[start..end], kind, output);
            }
            else
            {
                WriteLines(code, start, end, kind, lines, output);
            }

            start = end;
        }

        lines?.Close();
    }

    // Tokens of a class with nothing but blanks between them are one element.
    private static bool GoesOn(ReadOnlySpan<Token> tokens, int at, ReadOnlySpan<byte> code) =>
        at + 2 < tokens.Length && tokens[at + 1].Class == TokenClass.Plain && tokens[at + 2].Class == tokens[at].Class
        && code[tokens[at].End..tokens[at + 1].End].IndexOfAnyExcept(" \t\n"u8) < 0;

    private static void WriteLines(ReadOnlySpan<byte> code, int start, int end, TokenClass kind, LineWriter lines, Utf8Buffer output)
    {
        while (start < end)
        {
            var length = code[start..end].IndexOf((byte)'\n');
            WriteToken(code.Slice(start, length < 0 ? end - start : length), kind, output);
            if (length < 0)
            {
                return;
            }

            start += length + 1;
            output.Write("\n"u8);
            lines.Close();
            if (start < code.Length)
            {
                lines.Open(code, start);
            }
        }
    }

    private static void WriteToken(ReadOnlySpan<byte> text, TokenClass kind, Utf8Buffer output)
    {
        if (kind == TokenClass.Plain || text.IsEmpty)
        {
            Escape(text, output);
            return;
        }

        output.Write(s_openings[(int)kind]);
        Escape(text, output);
        output.Write("</span>"u8);
    }

    private static void Escape(ReadOnlySpan<byte> text, Utf8Buffer output)
    {
        while (text.IndexOfAny(s_special) is >= 0 and var at)
        {
            output.Write(text[..at]);
            output.Write(text[at] switch
            {
                (byte)'&' => "&amp;"u8,
                (byte)'<' => "&lt;"u8,
                _ => "&gt;"u8,
            });
            text = text[(at + 1)..];
        }

        output.Write(text);
    }

    // As Markdown escapes it.
    private ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> html)
    {
        _code.Clear();
        while (html.IndexOf((byte)'&') is >= 0 and var at)
        {
            _code.Write(html[..at]);
            html = html[at..];
            var (length, letter) = html.StartsWith("&lt;"u8) ? (4, (byte)'<')
                : html.StartsWith("&gt;"u8) ? (4, (byte)'>')
                : html.StartsWith("&amp;"u8) ? (5, (byte)'&')
                : html.StartsWith("&quot;"u8) ? (6, (byte)'"')
                : (1, (byte)'&');
            _code.Write(letter);
            html = html[length..];
        }

        _code.Write(html);
        return _code.WrittenSpan;
    }

    private static (int Start, int End) CodeIn(ReadOnlySpan<byte> element)
    {
        var start = element.IndexOf("<code"u8);
        return (start + element[start..].IndexOf((byte)'>') + 1, element.LastIndexOf("</code></pre>"u8));
    }
}
