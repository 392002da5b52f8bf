using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Feeds;

/// <summary>The content of a feed, common to all formats: full posts with absolute URLs.</summary>
internal sealed class Feed
{
    private const int MostTerms = 30;

    private Feed(PageScope scope, FeedRoute route, ImmutableArray<PostHead> posts) => (Scope, Route, Posts) = (scope, route, posts);

    /// <summary>The site and its URLs.</summary>
    public PageScope Scope { get; }

    /// <summary>The feed's own file.</summary>
    public FeedRoute Route { get; }

    /// <summary>The title of the site in the language of the feed.</summary>
    public string SiteTitle => Scope.Options.Title.In(Route.Subject.Language);

    /// <summary>The description of the site in the language of the feed; empty when not set.</summary>
    public string SiteDescription => Scope.Options.Description.In(Route.Subject.Language);

    /// <summary>The newest posts.</summary>
    public ImmutableArray<PostHead> Posts { get; }

    /// <summary>The newest change of a post; never the clock, so that the same posts give the same feed.</summary>
    public DateTimeOffset? Changed => Posts.Max(post => ChangedAt(post));

    /// <summary>Writes a feed in its format.</summary>
    public static void Write(PageScope scope, FeedRoute route, Utf8Buffer output)
    {
        var list = route.Subject.List;
        var most = scope.Options.Feeds.Entries;
        // Only the feed of a term is named after it.
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Term, list.Id, 0));
        scope.Dependencies.Prefix(list, Math.Min(most, list.Posts.Length));
        if (list.Posts.Length < most)
        {
            // The feed is not full, so it changes when a post is added after the last one.
            scope.Dependencies.Note(new DependencyKey(DependencyKind.Count, list.Id, 0));
        }

        var posts = list.Posts.Take(most).ToImmutableArray();
        foreach (var post in posts)
        {
            scope.Dependencies.Head(post);
        }

        var feed = new Feed(scope, route, posts);
        switch (route.Format)
        {
            case FeedFormat.Rss:
                RssWriter.Write(feed, output);
                break;
            case FeedFormat.Atom:
                AtomWriter.Write(feed, output);
                break;
            case FeedFormat.Json:
                JsonFeedWriter.Write(feed, output);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The media type of a format.</summary>
    public static string TypeOf(FeedFormat format) => format switch
    {
        FeedFormat.Rss => "application/rss+xml",
        FeedFormat.Atom => "application/atom+xml",
        _ => "application/feed+json",
    };

    /// <summary>The display name of a format.</summary>
    public static string NameOf(FeedFormat format) => format switch
    {
        FeedFormat.Rss => "RSS",
        FeedFormat.Atom => "Atom",
        _ => "JSON Feed",
    };

    /// <summary>When a post last changed: its update, else its date.</summary>
    public static DateTimeOffset? ChangedAt(PostHead head) =>
        head.Front.Page.Updated?.Instant is { } updated && (head.Date is null || updated > head.Date) ? updated : head.Date;

    /// <summary>A date in the format of Atom and JSON Feed (RFC 3339).</summary>
    public static string Rfc3339(DateTimeOffset date) => date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The absolute URL of a post.</summary>
    public string LinkOf(PostHead post) => Scope.Urls.AbsoluteLink(post.Url);

    /// <summary>The authors of a post, the first of very many.</summary>
    public ImmutableArray<string> AuthorsOf(PostHead post) => Scope.AuthorsOf(post) is { Length: > MostTerms } authors
        ? authors[..MostTerms]
        : Scope.AuthorsOf(post);

    /// <summary>A post's language if it differs from the feed's; null otherwise.</summary>
    public string? LanguageOf(PostHead post) => post.Language == Route.Subject.Language ? null : post.Language;

    /// <summary>A post's audio file with an absolute URL; null when it has none.</summary>
    public AudioFile? AudioOf(PostHead post) =>
        Scope.Media.AudioOf(post) is { } audio ? audio with { Url = Scope.Urls.Absolute(audio.Url) } : null;

    /// <summary>What a reader's program shows of a post: its cover, unless the text begins with it, and the text.</summary>
    public ReadOnlyMemory<byte> ContentOf(PostHead post)
    {
        var content = Scope.Bodies.AbsoluteContent(post);
        if (Scope.ImageOf(post) is not { Length: > 0 } image || Scope.Urls.Absolute(image) is not { } cover)
        {
            return content;
        }

        var output = new Utf8Buffer();
        output.Write("<p><img src=\""u8);
        HtmlEscape.Write(output, cover);
        output.Write("\" alt=\""u8);
        HtmlEscape.Write(output, post.Front.Page.ImageAlt ?? "");
        output.Write("\"></p>\n"u8);
        output.Write(content.Span);
        return output.WrittenMemory;
    }

    /// <summary>Categories and tags, without duplicates, and the first of very many.</summary>
    /// <remarks>A post is in the feed of each of its tags: with all of them, 5000 tags would fill 700 MB.</remarks>
    public static IEnumerable<string> TermsOf(PostHead post) =>
        post.Front.Categories.Concat(post.Front.Tags).Distinct(StringComparer.Ordinal).Take(MostTerms);
}
