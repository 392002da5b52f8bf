using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SiteGen.Pipeline.Content;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Feeds;

/// <summary>Writes JSON Feed 1.1 (jsonfeed.org/version/1.1).</summary>
internal static class JsonFeedWriter
{
    // Served as JSON, never inside HTML, so text in other scripts need not be escaped.
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the feed.</summary>
    public static void Write(Feed feed, Utf8Buffer output)
    {
        using (var json = new Utf8JsonWriter(output, s_options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Route.Subject.Title);
            json.WriteString("home_page_url", feed.Scope.Urls.AbsoluteLink(feed.Route.Subject.HomeUrl));
            json.WriteString("feed_url", feed.Scope.Urls.AbsoluteLink(feed.Route.Url));
            if (feed.SiteDescription.Length > 0)
            {
                json.WriteString("description", feed.SiteDescription);
            }

            json.WriteString("language", feed.Route.Subject.Language);
            json.WriteStartArray("items");
            foreach (var post in feed.Posts)
            {
                WriteItem(feed, json, post);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteItem(Feed feed, Utf8JsonWriter json, PostHead post)
    {
        var head = post;
        var link = feed.LinkOf(post);
        json.WriteStartObject();
        json.WriteString("id", head.Front.Guid ?? link);
        json.WriteString("url", link);
        json.WriteString("title", head.Title);
        json.WriteString("summary", feed.Scope.DescriptionOf(head));
        json.WriteString("content_html", Encoding.UTF8.GetString(feed.Scope.Bodies.AbsoluteContent(post).Span));
        if (feed.Scope.ImageOf(head) is { } image)
        {
            json.WriteString("image", feed.Scope.Urls.Absolute(image));
        }

        if (feed.LanguageOf(post) is { } language)
        {
            json.WriteString("language", language);
        }

        WriteDate(json, "date_published", head.Date);
        WriteDate(json, "date_modified", head.Front.Page.Updated?.Instant);
        WriteList(json, "authors", feed.AuthorsOf(post), static (json, name) =>
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteEndObject();
        });
        WriteList(json, "tags", [.. Feed.TermsOf(post)], static (json, name) => json.WriteStringValue(name));
        if (feed.AudioOf(post) is { } audio)
        {
            WriteAttachment(json, audio);
        }

        json.WriteEndObject();
    }

    private static void WriteAttachment(Utf8JsonWriter json, AudioFile audio)
    {
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("url", audio.Url);
        json.WriteString("mime_type", audio.Type);
        if (audio.Length is { } length)
        {
            json.WriteNumber("size_in_bytes", length);
        }

        if (audio.Duration is { } duration)
        {
            json.WriteNumber("duration_in_seconds", (long)duration.TotalSeconds);
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteDate(Utf8JsonWriter json, string name, DateTimeOffset? date)
    {
        if (date is { } given)
        {
            json.WriteString(name, Feed.Rfc3339(given));
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyCollection<string> items, Action<Utf8JsonWriter, string> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
