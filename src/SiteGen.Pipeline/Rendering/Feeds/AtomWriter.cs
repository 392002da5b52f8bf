using System.Globalization;
using SiteGen.Pipeline.Content;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Feeds;

/// <summary>Writes Atom 1.0 (RFC 4287).</summary>
internal static class AtomWriter
{
    // RFC 4287 §4.2.15 requires an update time; the current time would change the feed with every build.
    private static readonly DateTimeOffset s_never = DateTimeOffset.UnixEpoch;

    /// <summary>Writes the feed.</summary>
    public static void Write(Feed feed, Utf8Buffer output)
    {
        var options = feed.Scope.Options;
        var self = feed.Scope.Urls.AbsoluteLink(feed.Route.Url);
        var xml = new XmlWriter(output);
        xml.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"u8)
            .Raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\""u8).Text(feed.Route.Subject.Language).Raw("\">\n"u8)
            .Element("title", feed.Route.Subject.Title)
            .Element("id", self)
            .Element("updated", Feed.Rfc3339(feed.Changed ?? s_never))
            .Raw("<link rel=\"self\" type=\"application/atom+xml\" href=\""u8).Text(self)
            .Raw("\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\""u8)
            .Text(feed.Scope.Urls.AbsoluteLink(feed.Route.Subject.HomeUrl))
            .Raw("\"/>\n"u8);
        if (feed.SiteDescription.Length > 0)
        {
            xml.Element("subtitle", feed.SiteDescription);
        }

        if (options.Copyright.Length > 0)
        {
            xml.Element("rights", options.Copyright);
        }

        // RFC 4287 §4.1.1: a feed names an author unless each of its entries does.
        if (feed.Posts.Any(post => feed.AuthorsOf(post).Length == 0))
        {
            WriteAuthor(xml, options.Author.Length > 0 ? options.Author : feed.SiteTitle);
        }

        foreach (var post in feed.Posts)
        {
            WriteEntry(feed, xml, post);
        }

        xml.Raw("</feed>\n"u8);
    }

    private static void WriteEntry(Feed feed, XmlWriter xml, PostHead post)
    {
        var head = post;
        var link = feed.LinkOf(post);
        if (feed.LanguageOf(post) is { } language)
        {
            xml.Raw("<entry xml:lang=\""u8).Text(language).Raw("\">\n"u8);
        }
        else
        {
            xml.Raw("<entry>\n"u8);
        }

        xml.Element("title", head.Title)
            .Element("id", Uri.TryCreate(head.Front.Guid, UriKind.Absolute, out var id) ? id.OriginalString : link)
            .Raw("<link rel=\"alternate\" type=\"text/html\" href=\""u8).Text(link).Raw("\"/>\n"u8)
            .Element("updated", Feed.Rfc3339(Feed.ChangedAt(head) ?? s_never));
        if (head.Date is { } date)
        {
            xml.Element("published", Feed.Rfc3339(date));
        }

        foreach (var author in feed.AuthorsOf(post))
        {
            WriteAuthor(xml, author);
        }

        foreach (var term in Feed.TermsOf(post))
        {
            xml.Raw("<category term=\""u8).Text(term).Raw("\"/>\n"u8);
        }

        if (feed.AudioOf(post) is { } audio)
        {
            WriteEnclosure(xml, audio);
        }

        xml.Element("summary", feed.Scope.DescriptionOf(head))
            .Element("content type=\"html\"", feed.ContentOf(post).Span)
            .Raw("</entry>\n"u8);
    }

    // RFC 4287 §4.2.7.2: the related resource is potentially large.
    private static void WriteEnclosure(XmlWriter xml, AudioFile audio)
    {
        xml.Raw("<link rel=\"enclosure\" type=\""u8).Text(audio.Type);
        if (audio.Length is { } length)
        {
            xml.Raw("\" length=\""u8).Text(length.ToString(CultureInfo.InvariantCulture));
        }

        xml.Raw("\" href=\""u8).Text(audio.Url).Raw("\"/>\n"u8);
    }

    private static void WriteAuthor(XmlWriter xml, string name) =>
        xml.Raw("<author>"u8).Element("name", name).Raw("</author>\n"u8);
}
