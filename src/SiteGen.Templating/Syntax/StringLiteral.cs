using System.Globalization;
using System.Text;
using SiteGen.Templating.Rules;
using SiteGen.Text;

namespace SiteGen.Templating.Syntax;

/// <summary>Reads the text between quotes, with its escapes.</summary>
internal static class StringLiteral
{
    /// <summary>Reads an escaped text; an escape that is not one is reported.</summary>
    public static string Read(ReadOnlySpan<byte> bytes, TextSpan span, string extraEscapes, Problems problems)
    {
        var (start, end) = (span.Start, span.End);
        var body = bytes[start..end];
        if (body.IndexOf((byte)'\\') < 0)
        {
            return Encoding.UTF8.GetString(body);
        }

        var text = new StringBuilder(body.Length);
        var at = start;
        while (at < end)
        {
            var escape = bytes[at..end].IndexOf((byte)'\\');
            var until = escape < 0 ? end : at + escape;
            text.Append(Encoding.UTF8.GetString(bytes[at..until]));
            at = escape < 0 ? end : ReadEscape(bytes[..end], until, text, (extraEscapes, problems));
        }

        return text.ToString();
    }

    /// <summary>Reads a text between backticks: a doubled backtick is one.</summary>
    public static string ReadVerbatim(ReadOnlySpan<byte> body) =>
        Encoding.UTF8.GetString(body).Replace("``", "`", StringComparison.Ordinal);

    private static int ReadEscape(ReadOnlySpan<byte> bytes, int at, StringBuilder text, (string ExtraEscapes, Problems Problems) with)
    {
        var code = at + 1 < bytes.Length ? (char)bytes[at + 1] : '\0';
        switch (code)
        {
            case 'x':
                return ReadHex(bytes, at, text, with.Problems);
            case 'u':
                return ReadHex(bytes, at, text, with.Problems);
            case '\r' when at + 2 < bytes.Length && bytes[at + 2] == '\n':
                return at + 3;
            case '\n' or '\r':
                return at + 2;
        }

        const string Codes = "\\\"'nrtbfv0";
        const string Meanings = "\\\"'\n\r\t\b\f\v\0";
        var index = Codes.IndexOf(code, StringComparison.Ordinal);
        if (index < 0 && with.ExtraEscapes.Contains(code, StringComparison.Ordinal))
        {
            text.Append(code);
            return at + 2;
        }

        if (index < 0 || at + 1 >= bytes.Length)
        {
            var length = 1 + TextScan.RuneLength(bytes, Math.Min(at + 1, bytes.Length - 1));
            var shown = Encoding.UTF8.GetString(bytes.Slice(at, Math.Min(bytes.Length - at, length)));
            with.Problems.Report(
                TemplateRules.BadLiteral,
                new TextSpan(at, 2),
                $"'{shown}' is not an escape",
                "write \\\\ for a backslash, or use `backticks`, which have no escapes");
            return Math.Min(bytes.Length, at + 2);
        }

        text.Append(Meanings[index]);
        return at + 2;
    }

    private static int ReadHex(ReadOnlySpan<byte> bytes, int at, StringBuilder text, Problems problems)
    {
        var count = bytes[at + 1] == 'x' ? 2 : 4;
        var from = at + 2;
        for (var i = from; i < from + count; i++)
        {
            if (i >= bytes.Length || !char.IsAsciiHexDigit((char)bytes[i]))
            {
                problems.Report(
                    TemplateRules.BadLiteral,
                    new TextSpan(Math.Min(i, bytes.Length), 1),
                    $"\\{(char)bytes[at + 1]} is followed by {count} hexadecimal digits",
                    null);
                return Math.Min(bytes.Length, i + 1);
            }
        }

        text.Append((char)int.Parse(
            Encoding.ASCII.GetString(bytes.Slice(from, count)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return from + count;
    }
}
