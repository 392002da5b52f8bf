using System.Globalization;
using SiteGen.Pipeline.Content;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Feeds;

/// <summary>Writes RSS 2.0 (RSS 2.0 specification; RSS Advisory Board, best practices).</summary>
internal static class RssWriter
{
    /// <summary>Writes the feed.</summary>
    public static void Write(Feed feed, Utf8Buffer output)
    {
        var options = feed.Scope.Options;
        var xml = new XmlWriter(output);
        xml.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"u8)
            .Raw("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\""u8)
            .Raw(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""u8)
            .Raw(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n"u8)
            .Element("title", feed.Route.Subject.Title)
            .Element("link", feed.Scope.Urls.AbsoluteLink(feed.Route.Subject.HomeUrl))
            .Element("description", feed.SiteDescription.Length > 0 ? feed.SiteDescription : feed.SiteTitle)
            .Element("language", feed.Route.Subject.Language);
        if (options.Copyright.Length > 0)
        {
            xml.Element("copyright", options.Copyright);
        }

        if (feed.Changed is { } changed)
        {
            xml.Element("lastBuildDate", XmlWriter.Rfc822(changed));
        }

        xml.Raw("<atom:link href=\""u8)
            .Text(feed.Scope.Urls.AbsoluteLink(feed.Route.Url))
            .Raw("\" rel=\"self\" type=\"application/rss+xml\"/>\n"u8);
        foreach (var post in feed.Posts)
        {
            WriteItem(feed, xml, post);
        }

        xml.Raw("</channel>\n</rss>\n"u8);
    }

    private static void WriteItem(Feed feed, XmlWriter xml, PostHead post)
    {
        var head = post;
        var link = feed.LinkOf(post);
        xml.Raw("<item>\n"u8).Element("title", head.Title).Element("link", link);
        xml.Element(head.Front.Guid is null ? "guid isPermaLink=\"true\"" : "guid isPermaLink=\"false\"", head.Front.Guid ?? link);
        if (head.Date is { } date)
        {
            xml.Element("pubDate", XmlWriter.Rfc822(date));
        }

        if (feed.LanguageOf(post) is { } language)
        {
            xml.Element("dc:language", language);
        }

        foreach (var author in feed.AuthorsOf(post))
        {
            xml.Element("dc:creator", author);
        }

        foreach (var term in Feed.TermsOf(post))
        {
            xml.Element("category", term);
        }

        if (feed.AudioOf(post) is { } audio)
        {
            // Required, with 0 for an unknown length (RSS Advisory Board, best practices, "enclosure").
            var length = (audio.Length ?? 0).ToString(CultureInfo.InvariantCulture);
            xml.Raw("<enclosure url=\""u8).Text(audio.Url).Raw("\" length=\""u8).Text(length)
                .Raw("\" type=\""u8).Text(audio.Type).Raw("\"/>\n"u8);
        }

        xml.Element("description", feed.Scope.DescriptionOf(head))
            .Element("content:encoded", feed.ContentOf(post).Span)
            .Raw("</item>\n"u8);
    }
}
