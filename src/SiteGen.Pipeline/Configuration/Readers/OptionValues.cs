using System.Collections.Immutable;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;
using SiteGen.Text.TimeZones;

namespace SiteGen.Pipeline.Configuration.Readers;

/// <summary>Reads options whose values have rules of their own.</summary>
internal static class OptionValues
{
    /// <summary>A text, or a map of languages to texts.</summary>
    public static ValueShape LocalizedShape { get; } = ValueShape.Either(ValueShape.Text, new ValueShape.MapOf(ValueShape.Text));

    /// <summary>The URL of the site; under a preview, the path of it on the preview's host.</summary>
    public static Uri BaseUrl(OptionReader reader)
    {
        var written = reader.Text("base_url", "http://localhost/");
        var withSlash = written.EndsWith('/') ? written : written + "/";
        var isUrl = Uri.TryCreate(withSlash, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        if (!isUrl || url is null || url.Query.Length + url.Fragment.Length > 0)
        {
            reader.Report(OptionMessages.NotABaseUrl(written), "base_url");
            url = new Uri("http://localhost/");
        }

        if (url.UserInfo.Length > 0)
        {
            reader.Report(OptionMessages.PasswordInBaseUrl(), "base_url");
        }

        url = Normalized(url);
        return reader.CommandLineText("preview_root") is { } root ? new Uri(new Uri(root), url.AbsolutePath) : url;
    }

    /// <summary>The warning that the site's URL is not set; null when it is, and in a preview, which has its own.</summary>
    public static Diagnostic? IfNoBaseUrl(OptionReader reader, string configurationPath) =>
        reader.Peek("base_url") is not { IsNull: false } && reader.Peek("preview_root") is null
            ? Diagnostic.InFile(OptionMessages.NoBaseUrl(), configurationPath)
            : null;

    // A host is written in ASCII in URIs (RFC 3986 §3.2.2, RFC 5891), and '//' in a path would lead to another page.
    private static Uri Normalized(Uri url)
    {
        var path = url.AbsolutePath;
        while (path.Contains("//", StringComparison.Ordinal))
        {
            path = path.Replace("//", "/", StringComparison.Ordinal);
        }

        return new UriBuilder(url) { Host = url.IdnHost, Path = path, UserName = "", Password = "" }.Uri;
    }

    /// <summary>A language, as a tag.</summary>
    public static string Language(OptionReader reader, string key, string written)
    {
        if (LanguageTag.Normalize(written) is { } tag)
        {
            return tag;
        }

        reader.Report(OptionMessages.NotALanguage(written), key);
        return "en";
    }

    /// <summary>The languages that posts are translated into, as tags.</summary>
    public static ImmutableArray<string> Languages(OptionReader reader)
    {
        if (reader.Find("languages", ValueShape.Texts, "[]") is not { IsNull: false } option)
        {
            return [];
        }

        var languages = ImmutableArray.CreateBuilder<string>();
        foreach (var item in option.Value is YamlList list ? list.Items : [option.Value])
        {
            if (item is YamlScalar { IsNull: false } name)
            {
                languages.Add(Language(reader, "languages", name.Value));
            }
            else if (item is not YamlScalar)
            {
                option.Report(OptionMessages.NotALanguageCode(), item);
            }
        }

        return languages.ToImmutable();
    }

    /// <summary>A text that may be written in several languages.</summary>
    public static LocalizedText LocalizedText(OptionReader reader, string key, string language, string ifMissing)
    {
        if (reader.Find(key, LocalizedShape, ifMissing) is not { IsNull: false } option)
        {
            return new LocalizedText(ifMissing);
        }

        if (OptionNodes.LocalizedTextOf(option.Value, language) is { } text)
        {
            return text;
        }

        option.Report(OptionMessages.NotALocalizedText(key));
        return new LocalizedText(ifMissing);
    }

    /// <summary>A list of texts, or a single one.</summary>
    public static ImmutableArray<string> Texts(OptionReader reader, string key)
    {
        if (reader.Find(key, ValueShape.Texts, "[]") is not { IsNull: false } option)
        {
            return [];
        }

        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in option.Value is YamlList list ? list.Items : [option.Value])
        {
            if (item is YamlScalar { IsNull: false, Value.Length: > 0 } text)
            {
                texts.Add(text.Value);
            }
            else
            {
                option.Report(OptionMessages.NotAListOfTexts(key), item);
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>The zone in which the site's days begin.</summary>
    public static IanaTimeZone TimeZone(OptionReader reader)
    {
        var name = reader.Text("time_zone", "UTC");
        if (IanaTimeZone.TryFind(name, out var zone))
        {
            return zone;
        }

        reader.Report(OptionMessages.NoSuchTimeZone(name, IanaTimeZone.Suggest(name)), "time_zone");
        return IanaTimeZone.Utc;
    }

    /// <summary>The feeds.</summary>
    public static FeedOptions Feeds(OptionReader feeds)
    {
        var entries = feeds.Number("entries", 20);
        var files = ImmutableArray.CreateBuilder<FeedFile>();
        AddFeed(feeds, "rss", FeedFormat.Rss, "rss.xml", files);
        AddFeed(feeds, "atom", FeedFormat.Atom, "atom.xml", files);
        AddFeed(feeds, "json", FeedFormat.Json, "feed.json", files);
        return new FeedOptions(entries, files.ToImmutable(), feeds.Flag("terms", true));
    }

    // A path, true for the default one, or false for no feed.
    private static void AddFeed(OptionReader feeds, string key, FeedFormat format, string usual, ImmutableArray<FeedFile>.Builder files)
    {
        var option = feeds.Find(key, ValueShape.Text, usual);
        var path = option?.Value is YamlScalar { IsPlain: true, AsBoolean: { } isOn }
            ? (isOn ? usual : "")
            : OptionReader.TextOf(option) ?? usual;
        if (UrlPath.Problem(path) is { } reason)
        {
            feeds.Report(OptionMessages.InvalidFeedPath(path, reason), key);
        }
        else if (path.Length > 0)
        {
            files.Add(new FeedFile(format, UrlPath.Normalize(path)));
        }
    }
}
