namespace SiteGen.Templating.Escaping;

/// <summary>Decides whether a value is a single CSS value and cannot break out of its place.</summary>
internal static class StyleGuard
{
    public static bool IsSafe(string text)
    {
        var quotes = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ';' or '{' or '}' or '<' or '>' or '\\' or '@' or '`' or '\n' or '\r' or '\f' or '\0')
            {
                return false;
            }

            quotes += text[i] is '"' ? 1 : text[i] is '\'' ? 1000 : 0;
            if (text[i] == '/' && i + 1 < text.Length && text[i + 1] is '*' or '/')
            {
                return false;
            }
        }

        var isPaired = quotes % 2 == 0 && quotes / 1000 % 2 == 0 && (quotes < 1000 || quotes % 1000 == 0);
        return isPaired && !Calls(text, "url") && !Calls(text, "expression") && !Calls(text, "image-set") && !Calls(text, "src");
    }

    private static bool Calls(string text, string function)
    {
        for (var at = 0; (at = text.IndexOf(function, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += function.Length)
        {
            if (text.AsSpan(at + function.Length).TrimStart().StartsWith("(", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
