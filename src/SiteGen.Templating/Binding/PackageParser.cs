using Scriban.Parsing;

namespace SiteGen.Templating.Binding;

/// <summary>The parser of the package.</summary>
internal static class PackageParser
{
    /// <summary>Parses a template; null if the parser throws, as it does for functions defined inside arguments.</summary>
    public static Scriban.Template? TryParse(string text, ParserOptions options, LexerOptions lexer)
    {
        try
        {
            return Scriban.Template.Parse(text, null, options, lexer);
        }
#pragma warning disable CA1031 // The exceptions of the package are not documented.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
#pragma warning restore CA1031
    }

    /// <summary>The start of the first piece of code that makes the parser throw.</summary>
    public static int FailingCode(string text, ParserOptions options, LexerOptions lexer)
    {
        for (var start = text.IndexOf("{{", StringComparison.Ordinal); start >= 0;)
        {
            var next = text.IndexOf("{{", start + 2, StringComparison.Ordinal);
            if (next < 0 || TryParse(text[..next], options, lexer) is null)
            {
                return start;
            }

            start = next;
        }

        return 0;
    }
}
