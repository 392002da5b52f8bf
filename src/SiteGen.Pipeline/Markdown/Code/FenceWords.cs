using System.Buffers;

namespace SiteGen.Pipeline.Markdown.Code;

/// <summary>Cuts the line behind a fence into names and values.</summary>
internal static class FenceWords
{
    /// <summary>The name of lines that stand alone in braces: <c>{1,3-5}</c>.</summary>
    public const string Ranges = "{}";

    private const int MostWords = 50;

    private static readonly SearchValues<char> s_ranges = SearchValues.Create("0123456789,- ");

    /// <summary>The names in small letters, each with its value; without one, null.</summary>
    public static IEnumerable<(string Name, string? Value)> In(string text)
    {
        var at = 0;
        for (var count = 0; count < MostWords && at < text.Length; count++)
        {
            while (at < text.Length && text[at] is ' ' or '\t' or ',' or '{' or '}' or '.' or '#')
            {
                if (RangesAt(text, at) is { Length: > 0 } ranges)
                {
                    yield return (Ranges, ranges);
                    at += ranges.Length;
                }

                at++;
            }

            var start = at;
            while (at < text.Length && text[at] is not (' ' or '\t' or ',' or '{' or '}' or '='))
            {
                at++;
            }

            var name = text[start..at].ToLowerInvariant();
            if (at < text.Length && text[at] == '=')
            {
                yield return (name, ValueAt(text, ref at));
            }
            else if (name.Length > 0)
            {
                yield return (name, null);
            }
        }
    }

    // '{1,3-5}': only digits, commas, dashes and blanks.
    private static string RangesAt(string text, int at)
    {
        var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
        return end > at + 1 && text.AsSpan(at + 1, end - at - 1).IndexOfAnyExcept(s_ranges) < 0 ? text[(at + 1)..end] : "";
    }

    private static string ValueAt(string text, ref int at)
    {
        at++;
        var quote = at < text.Length && text[at] is '"' or '\'' or '[' ? text[at] : ' ';
        var start = quote is '"' or '\'' ? at + 1 : at;
        var end = quote == ' ' ? text.AsSpan(start).IndexOfAny(" \t,}") : text.AsSpan(start).IndexOf(quote == '[' ? ']' : quote);
        end = end < 0 ? text.Length : start + end;
        at = int.Min(text.Length, quote == ' ' ? end : end + 1);
        return text[start..end];
    }
}
