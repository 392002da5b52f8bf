using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SiteGen.Pipeline.Markdown.Embeds;

/// <summary>A video, slides or a post on another site, as far as its URL tells.</summary>
/// <param name="Kind">The provider's name in lower case, for CSS classes.</param>
/// <param name="Title">The author, if the URL names one, and the provider's name; not translated.</param>
/// <param name="Host">The host as readers know it.</param>
/// <param name="Url">The URL.</param>
/// <param name="Frame">The URL of a frame that does not track readers; null when there is none.</param>
/// <param name="IsOfAnyHost">Whether only the path, and not the host, tells the provider.</param>
internal sealed partial record Embed(string Kind, string Title, string Host, string Url, string? Frame, bool IsOfAnyHost)
{
    private const string YouTubeFrames = "https://www.youtube-nocookie.com";
    private const string VimeoFrames = "https://player.vimeo.com";
    private const string SlideShareFrames = "https://www.slideshare.net";

    /// <summary>Where frames are loaded from.</summary>
    public static ImmutableArray<string> FrameHosts { get; } = [YouTubeFrames, VimeoFrames, SlideShareFrames];

    /// <summary>Reads a URL; null when it belongs to no known provider.</summary>
    public static Embed? Parse(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
        {
            return null;
        }

        var parts = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var host = HostOf(url);
        return host switch
        {
            "youtube.com" or "youtu.be" or "youtube-nocookie.com" => YouTube(url, host, parts),
            "vimeo.com" or "player.vimeo.com" => Vimeo(url, parts),
            "slideshare.net" => SlideShare(url, parts),
            "bsky.app" => parts is ["profile", var who, "post", _] ? Card("bluesky", $"@{who} · Bluesky") : null,
            "x.com" or "twitter.com" => parts is [var who, "status", var id, ..] && IsNumber(id) ? Card("x", $"@{who} · X") : null,
            "gist.github.com" => Gist(address, parts),
            _ => parts is [['@', _, ..] who, var id] && IsNumber(id)
                ? Card("mastodon", $"{Uri.UnescapeDataString(who)} · Mastodon") with { IsOfAnyHost = true }
                : null,
        };

        Embed Card(string kind, string title) => new(kind, title, host, address, null, false);
    }

    private static string HostOf(Uri url)
    {
        var host = url.Host;
        foreach (var prefix in (string[])["www.", "m.", "mobile.", "music."])
        {
            if (host.StartsWith(prefix, StringComparison.Ordinal))
            {
                return host[prefix.Length..];
            }
        }

        return host;
    }

    private static Embed? YouTube(Uri url, string host, string[] parts)
    {
        var list = Query(url, "list");
        var id = host == "youtu.be" ? parts is [var only] ? only : null : parts switch
        {
            ["watch"] => Query(url, "v"),
            ["shorts" or "live" or "embed" or "v", var named] when named != "videoseries" => named,
            _ => null,
        };
        if (id is not null && Name().IsMatch(id))
        {
            var start = Seconds(Query(url, "t") ?? Query(url, "start") ?? "");
            var startPart = start > 0 ? string.Create(CultureInfo.InvariantCulture, $"start={start}") : null;
            var listPart = list is not null && Name().IsMatch(list) ? $"list={list}" : null;
            var query = string.Join('&', ((string?[])[startPart, listPart]).Where(part => part is not null));
            return Framed($"{id}{(query.Length > 0 ? "?" : "")}{query}");
        }

        return parts is ["playlist"] or ["embed", "videoseries"] && list is not null && Name().IsMatch(list)
            ? Framed($"videoseries?list={list}")
            : null;

        Embed Framed(string rest) =>
            new("youtube", "YouTube", "youtube.com", url.OriginalString, $"{YouTubeFrames}/embed/{rest}", false);
    }

    // The number, and after it the key of an unlisted video.
    private static Embed? Vimeo(Uri url, string[] parts)
    {
        var at = Array.FindIndex(parts, IsNumber);
        if (at < 0 || at + 2 < parts.Length || (at > 0 && parts[0] is not ("video" or "channels" or "groups" or "album" or "showcase")))
        {
            return null;
        }

        var key = at + 1 < parts.Length ? parts[at + 1] : Query(url, "h");
        var secret = key is not null && Name().IsMatch(key) ? $"&h={key}" : "";
        return new("vimeo", "Vimeo", "vimeo.com", url.OriginalString, $"{VimeoFrames}/video/{parts[at]}?dnt=1{secret}", false);
    }

    private static Embed? SlideShare(Uri url, string[] parts)
    {
        const string Frames = $"{SlideShareFrames}/slideshow/embed_code/";
        return parts switch
        {
            ["slideshow", "embed_code", "key", var key] when Name().IsMatch(key) => Create("SlideShare", $"{Frames}key/{key}"),
            ["slideshow", "embed_code", var id] when IsNumber(id) => Create("SlideShare", Frames + id),
            ["slideshow", _, var id] when IsNumber(id) => Create("SlideShare", Frames + id),
            [var who, _] when who is not ("slideshow" or "search" or "explore" or "signup" or "login") =>
                Create($"{Uri.UnescapeDataString(who)} · SlideShare", null),
            _ => null,
        };

        Embed Create(string title, string? frame) => new("slideshare", title, "slideshare.net", url.OriginalString, frame, false);
    }

    private static Embed? Gist(string address, string[] parts)
    {
        return parts switch
        {
            [var who, var id] when Hex().IsMatch(id) => Create($"{Uri.UnescapeDataString(who)} · GitHub Gist"),
            [var id] when Hex().IsMatch(id) => Create("GitHub Gist"),
            _ => null,
        };

        Embed Create(string title) => new("gist", title, "gist.github.com", address, null, false);
    }

    private static string? Query(Uri url, string name)
    {
        foreach (var pair in url.Query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith(name, StringComparison.Ordinal) && pair.Length > name.Length && pair[name.Length] == '=')
            {
                return pair[(name.Length + 1)..];
            }
        }

        return null;
    }

    // '90', '90s' or '1h2m3s'.
    private static int Seconds(string text)
    {
        var match = Time().Match(text);
        return match.Success ? (3600 * Part("h")) + (60 * Part("m")) + Part("s") : 0;

        int Part(string name) =>
            int.TryParse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static bool IsNumber(string text) => text.Length is > 0 and < 30 && text.All(char.IsAsciiDigit);

    [GeneratedRegex("^[A-Za-z0-9_-]{4,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^[0-9a-f]{5,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();

    [GeneratedRegex(
        "^((?<h>[0-9]{1,3})h)?((?<m>[0-9]{1,4})m)?((?<s>[0-9]{1,6})s?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();
}
