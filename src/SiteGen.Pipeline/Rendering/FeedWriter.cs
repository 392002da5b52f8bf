using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Writes the RSS 2.0 feed: the newest posts in full, with complete addresses (RSS 2.0 specification; RSS Advisory Board, best practices).</summary>
internal static class FeedWriter
{
    /// <summary>Writes the feed of all posts.</summary>
    public static void Write(PageScope scope, FeedRoute route, Utf8Buffer output)
    {
        var options = scope.Options;
        var list = scope.Site.List;
        var count = Math.Min(options.FeedEntries, list.Posts.Length);
        scope.Reads.Prefix(list, count);
        if (count < options.FeedEntries)
        {
            // There is room for one more, which would stand behind those that are read.
            scope.Reads.Note(new InputKey(InputKind.Count, list.Id, 0));
        }

        var xml = new XmlWriter(output);
        xml.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"u8)
            .Raw("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n"u8)
            .Element("title", options.Title)
            .Element("link", scope.AbsoluteLink("/"))
            .Element("description", options.Description.Length > 0 ? options.Description : options.Title)
            .Element("language", options.Language);
        if (options.Copyright.Length > 0)
        {
            xml.Element("copyright", options.Copyright);
        }

        // The newest change of a post, never the clock: the same posts give the same feed.
        if (list.Posts.Take(count).Max(ChangedAt) is { } changed)
        {
            xml.Element("lastBuildDate", XmlWriter.Rfc822(changed));
        }

        xml.Raw("<atom:link href=\""u8);
        HtmlEscape.Write(output, scope.AbsoluteLink(route.Url));
        xml.Raw("\" rel=\"self\" type=\"application/rss+xml\"/>\n"u8);
        for (var i = 0; i < count; i++)
        {
            WriteItem(scope, xml, list.Posts[i]);
        }

        xml.Raw("</channel>\n</rss>\n"u8);
    }

    private static void WriteItem(PageScope scope, XmlWriter xml, PostHead head)
    {
        scope.Reads.Head(head);
        var link = scope.AbsoluteLink(head.Url);
        xml.Raw("<item>\n"u8).Element("title", head.Title).Element("link", link);
        xml.Element(head.Front.Guid is null ? "guid isPermaLink=\"true\"" : "guid isPermaLink=\"false\"", head.Front.Guid ?? link);
        if (head.Date is { } date)
        {
            xml.Element("pubDate", XmlWriter.Rfc822(date));
        }

        foreach (var author in Site.AuthorsOf(head, scope.Options))
        {
            xml.Element("dc:creator", author);
        }

        foreach (var term in head.Front.Categories.Concat(head.Front.Tags).Distinct(StringComparer.Ordinal))
        {
            xml.Element("category", term);
        }

        xml.Element("description", head.Description);
        if (scope.Site.Find(head.Id) is { } post)
        {
            xml.Element("content:encoded", scope.AbsoluteContent(post).Span);
        }

        xml.Raw("</item>\n"u8);
    }

    private static DateTimeOffset? ChangedAt(PostHead head) =>
        head.Front.Updated?.Instant is { } updated && (head.Date is null || updated > head.Date) ? updated : head.Date;
}
