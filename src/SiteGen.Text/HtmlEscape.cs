using System.Buffers;

namespace SiteGen.Text;

/// <summary>Escapes text for HTML and XML, in content and in quoted attribute values.</summary>
/// <remarks>
/// <c>&amp; &lt; &gt; " '</c> become character references (HTML Living Standard §13.3) that XML knows too, the apostrophe a
/// numeric one. Everything else is copied.
/// </remarks>
public static class HtmlEscape
{
    private static readonly SearchValues<char> s_chars = SearchValues.Create("&<>\"'");
    private static readonly SearchValues<byte> s_bytes = SearchValues.Create("&<>\"'"u8);

    /// <summary>Whether a text needs no escaping.</summary>
    public static bool IsClean(ReadOnlySpan<char> text) => !text.ContainsAny(s_chars);

    /// <summary>Writes text, escaped.</summary>
    public static void Write(Utf8Buffer output, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAny(s_chars);
            if (at < 0)
            {
                output.Write(text);
                return;
            }

            output.Write(text[..at]);
            output.Write(Reference((byte)text[at]));
            text = text[(at + 1)..];
        }
    }

    /// <summary>Writes UTF-8 text, escaped.</summary>
    public static void Write(Utf8Buffer output, ReadOnlySpan<byte> utf8)
    {
        while (true)
        {
            var at = utf8.IndexOfAny(s_bytes);
            if (at < 0)
            {
                output.Write(utf8);
                return;
            }

            output.Write(utf8[..at]);
            output.Write(Reference(utf8[at]));
            utf8 = utf8[(at + 1)..];
        }
    }

    /// <summary>The text, escaped; the same instance if nothing needs escaping.</summary>
    public static string Escape(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var buffer = new Utf8Buffer();
        Write(buffer, text);
        return buffer.ToString();
    }

    private static ReadOnlySpan<byte> Reference(byte c) => c switch
    {
        (byte)'&' => "&amp;"u8,
        (byte)'<' => "&lt;"u8,
        (byte)'>' => "&gt;"u8,
        (byte)'"' => "&quot;"u8,
        _ => "&#39;"u8,
    };
}
