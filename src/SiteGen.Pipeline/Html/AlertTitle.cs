using System.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>The titles of alerts (GitHub, "Alerts"): generated in English, shown in the language of the post.</summary>
internal static class AlertTitle
{
    /// <summary>The class of the title's paragraph.</summary>
    public const string Class = "markdown-alert-title";

    /// <summary>Whether a tag opens a title's paragraph.</summary>
    public static bool IsAt(HtmlTags tag)
    {
        var attributes = tag.Attributes;
        return tag.Is("p"u8)
            && attributes.MoveNext()
            && attributes.Name.SequenceEqual("class"u8)
            && attributes.Value.SequenceEqual("markdown-alert-title"u8);
    }

    /// <summary>The placeholder for the title that a tag opens; null for other paragraphs and for custom kinds of alerts.</summary>
    public static TextPlaceholder? At(ReadOnlySpan<byte> html, HtmlTags tag)
    {
        if (!IsAt(tag))
        {
            return null;
        }

        var length = Math.Max(0, html[tag.End..].IndexOf((byte)'<'));
        var title = Encoding.UTF8.GetString(html.Slice(tag.End, length));
        return title is "Note" or "Tip" or "Important" or "Warning" or "Caution"
            ? new TextPlaceholder(tag.End, length, $"alert_{title.ToLowerInvariant()}")
            : null;
    }
}
