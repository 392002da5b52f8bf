using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Yaml;

/// <summary>Says what is wrong with JSON that cannot be read, for the parser says only where.</summary>
internal sealed class JsonMistake
{
    private readonly string _text;
    private readonly Stack<int> _open = new();
    private int? _openText;

    private JsonMistake(string text) => _text = text;

    /// <summary>The problem of a text at the place where a parser gave up.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="line">The line, counted from 0.</param>
    /// <param name="byteInLine">The byte in the line, counted from 0.</param>
    public static YamlProblem Find(ReadOnlySpan<byte> utf8, int line, int byteInLine)
    {
        var start = 0;
        for (; line > 0 && utf8[start..].IndexOf((byte)'\n') is >= 0 and var end; line--)
        {
            start += end + 1;
        }

        var text = Encoding.UTF8.GetString(utf8);
        var at = Encoding.UTF8.GetCharCount(utf8[..Math.Min(utf8.Length, start + byteInLine)]);
        return new JsonMistake(text).At(at);
    }

    private YamlProblem At(int at)
    {
        var last = ReadUpTo(at);
        if (_openText is { } quote)
        {
            return InText(at, quote);
        }

        while (at < _text.Length && char.IsWhiteSpace(_text[at]))
        {
            at++;
        }

        if (at < _text.Length)
        {
            return Unexpected(at, last);
        }

        return _open.TryPeek(out var opening)
            ? Problem(
                $"the '{_text[opening]}' that opens here is not closed", opening, $"add '{(_text[opening] == '[' ? ']' : '}')}' at its end")
            : Problem("there is nothing in this file", 0, "write at least {} or []");
    }

    private YamlProblem InText(int at, int quote)
    {
        const string Close = "close it with '\"'; a '\"' inside is written '\\\"'";
        return at >= _text.Length || _text[at] is '\n' or '\r'
            ? Problem("the text that begins here does not end in its line", quote, Close)
            : char.IsControl(_text[at])
            ? Problem("a tab or another control character stands in a text", at, "write \\t for a tab")
            : Problem("a '\\' stands before a letter that means nothing there", at, "write \\\\ for a backslash");
    }

    private YamlProblem Unexpected(int at, char last)
    {
        var isBehindValue = last is '"' or '}' or ']' || char.IsAsciiLetterOrDigit(last);
        return _text[at] switch
        {
            _ when _open.Count == 0 && last != '\0' =>
                Problem("a second value begins here", at, "put several values into one list with [ ]"),
            '[' or '{' when _open.Count >= JsonTree.DepthLimit =>
                Problem(FormattableString.Invariant($"values are nested more than {JsonTree.DepthLimit} deep"), at, null),
            '\'' => Problem("a text stands in single quotes", at, "put it in double quotes"),
            >= '0' and <= '9' when at > 0 && _text[at - 1] == '0' => Problem("a number begins with 0", at - 1, "put it in double quotes"),
            '.' => Problem("a number begins with '.'", at, "write a 0 in front of it"),
            '=' => Problem("a '=' stands in the place of a ':'", at, "write ':' behind the name"),
            '"' or '{' or '[' or (>= '0' and <= '9') or '-' when isBehindValue => Missing(at, last),
            ']' or '}' when last == ':' => Problem("a value is missing in front of this", at, "write a value behind the ':'"),
            ']' or '}' => Problem($"this '{_text[at]}' closes nothing that is open", at, "every '[' ends with ']', and every '{' with '}'"),
            var c when char.IsLetter(c) =>
                Problem("a text stands without quotes", at, "put it in double quotes; only true, false and null go without"),
            _ => Problem("this is not JSON", at, null),
        };
    }

    // Behind a text in an object, it may have been a name.
    private YamlProblem Missing(int at, char last) => last == '"' && _open.TryPeek(out var opening) && _text[opening] == '{'
        ? Problem("a ',' or a ':' is missing in front of this", at, "put ':' behind a name, and ',' behind a value")
        : Problem("a ',' is missing in front of this", at, "put a ',' between two values");

    // Keeps what is open there, and returns the last character before it that is not blank.
    private char ReadUpTo(int end)
    {
        var last = '\0';
        for (var i = 0; i < end; i++)
        {
            var c = _text[i];
            if (_openText is not null)
            {
                i += c == '\\' ? 1 : 0;
                _openText = c == '"' ? null : _openText;
            }
            else if (c == '"')
            {
                _openText = i;
            }
            else if (c is '{' or '[')
            {
                _open.Push(i);
            }
            else if (c is '}' or ']')
            {
                _ = _open.TryPop(out _);
            }

            last = char.IsWhiteSpace(c) ? last : c;
        }

        return last;
    }

    private YamlProblem Problem(string message, int at, string? hint)
    {
        var before = _text.AsSpan(0, at);
        return new YamlProblem(message, new LinePosition(before.Count('\n') + 1, at - before.LastIndexOf('\n')), false) { Hint = hint };
    }
}
