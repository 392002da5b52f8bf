using System.Globalization;
using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Feeds;

/// <summary>Writes XML elements in UTF-8; characters that XML 1.0 does not allow are removed (§2.2).</summary>
internal sealed class XmlWriter(Utf8Buffer output)
{
    /// <summary>Writes markup as it is.</summary>
    public XmlWriter Raw(ReadOnlySpan<byte> markup)
    {
        output.Write(markup);
        return this;
    }

    /// <summary>Writes text, escaped; also for attribute values in quotes.</summary>
    public XmlWriter Text(string text)
    {
        HtmlEscape.Write(output, Clean(text));
        return this;
    }

    /// <summary>Writes an element with text.</summary>
    public XmlWriter Element(string name, string text)
    {
        output.Write("<"u8);
        output.Write(name);
        output.Write(">"u8);
        HtmlEscape.Write(output, Clean(text));
        return Close(name);
    }

    /// <summary>Writes an element with escaped HTML.</summary>
    public XmlWriter Element(string name, ReadOnlySpan<byte> html)
    {
        output.Write("<"u8);
        output.Write(name);
        output.Write(">"u8);
        HtmlEscape.Write(output, Clean(html));
        return Close(name);
    }

    // The name may be followed by attributes.
    private XmlWriter Close(string name)
    {
        output.Write("</"u8);
        output.Write(name.AsSpan(0, name.IndexOf(' ') is > 0 and var end ? end : name.Length));
        output.Write(">\n"u8);
        return this;
    }

    /// <summary>A date in the format of RSS 2.0: RFC 822 with a four-digit year.</summary>
    public static string Rfc822(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static bool IsXml(char c) => c is (>= ' ' and < '\uFFFE') or '\t' or '\n' or '\r';

    private static string Clean(string text) => text.All(IsXml) ? text : string.Concat(text.Where(IsXml));

    private static ReadOnlySpan<byte> Clean(ReadOnlySpan<byte> html)
    {
        var isClean = html.IndexOf("\uFFFE"u8) < 0 && html.IndexOf("\uFFFF"u8) < 0;
        foreach (var c in html)
        {
            isClean &= c is >= (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';
        }

        return isClean ? html : Encoding.UTF8.GetBytes(Clean(Encoding.UTF8.GetString(html)));
    }
}
