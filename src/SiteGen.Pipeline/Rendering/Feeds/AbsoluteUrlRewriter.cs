using System.Text;
using SiteGen.Pipeline.Html;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Feeds;

/// <summary>Makes every URL in HTML absolute, for feeds.</summary>
internal static class AbsoluteUrlRewriter
{
    /// <summary>The same HTML with every URL resolved against that of its page.</summary>
    public static ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> html, Uri page)
    {
        var output = new Utf8Buffer();
        var span = html.Span;
        var at = 0;
        var tags = new HtmlTags(span);
        while (tags.MoveNext())
        {
            var attributes = tags.Attributes;
            while (!tags.IsClosing && !tags.Name.IsEmpty && attributes.MoveNext())
            {
                var isSet = Ascii.EqualsIgnoreCase(attributes.Name, "srcset"u8);
                if (attributes.Value.IsEmpty || (!isSet && !UrlAttributes.Holds(attributes.Name)))
                {
                    continue;
                }

                var value = System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(attributes.Value));
                output.Write(span[at..attributes.ValueStart]);
                HtmlEscape.Write(output, isSet ? ResolveSet(value, page) : Resolve(value, page));
                at = attributes.ValueEnd;
            }
        }

        output.Write(span[at..]);
        return output.WrittenMemory;
    }

    private static string Resolve(string address, Uri page)
    {
        // With a scheme it is absolute, even if it is not a valid URL, and stays as it is.
        var colon = address.IndexOfAny([':', '/', '?', '#']);
        var isComplete = colon > 0 && address[colon] == ':';
        return !isComplete && Uri.TryCreate(page, address, out var resolved) ? resolved.AbsoluteUri : address;
    }

    private static string ResolveSet(string set, Uri page) => string.Join(", ", set.Split(',').Select(candidate =>
    {
        var parts = candidate.Trim().Split(' ', 2);
        return parts.Length == 2 ? $"{Resolve(parts[0], page)} {parts[1]}" : Resolve(parts[0], page);
    }));
}
