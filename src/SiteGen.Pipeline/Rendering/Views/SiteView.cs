using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rendering.Feeds;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary><c>site</c> in templates.</summary>
internal sealed class SiteView(PageScope scope) : IClosedMembers
{
    private static readonly ImmutableArray<string> s_names =
    [
        "title", "description", "base_url", "url", "language", "time_zone", "author", "copyright", "posts", "pages", "tags",
        "categories", "authors", "series", "taxonomies", "own_taxonomies", "years", "archive_url", "data", "params", "menus",
        "feeds", "feed_url", "feeds_url", "theme", "code", "environment", "card_font", "icons",
        "search_url",
    ];

    private readonly Value _home = Value.From(scope.Urls.Link("/"));
    private readonly Dictionary<string, Value> _menus = new(StringComparer.Ordinal);
    private readonly Value _taxonomies = Value.From(new MemberMap(
        [.. scope.Site.Taxonomies.Select(taxonomy => KeyValuePair.Create(taxonomy.Name, Value.From(new TaxonomyView(scope, taxonomy))))]));

    private readonly Value _ownTaxonomies = Value.From(new ItemList(
    [
        .. scope.Site.Taxonomies
            .Where(taxonomy => !TaxonomyDefaults.IsKnown(taxonomy.Name))
            .Select(taxonomy => Value.From(new TaxonomyView(scope, taxonomy))),
    ]));

    private readonly Value _theme = Value.From(new MemberMap(
    [
        .. scope.Options.Theme.Values.Select(choice => KeyValuePair.Create(
            choice.Key, scope.Options.Theme.IsSwitch(choice.Key) ? Value.From(choice.Value == "true") : Value.From(choice.Value))),
    ]));

    private readonly Value _code = Value.From(new MemberMap(
    [
        KeyValuePair.Create("copy", Value.From(scope.Options.Code.Copies)),
        KeyValuePair.Create("wrap", Value.From(scope.Options.Code.Wraps)),
    ]));

    private readonly Value _params = scope.Options.Params.IsNil ? Value.From(MemberMap.Empty) : scope.Options.Params;

    public string Description => "the site";

    public ImmutableArray<string> Names => s_names;

    public bool TryGet(string name, out Value value)
    {
        (var known, value) = name switch
        {
            "title" => (true, Value.From(scope.Options.Title.In(scope.Language.Tag))),
            "description" => (true, Value.From(scope.Options.Description.In(scope.Language.Tag))),
            "base_url" => (true, Value.From(scope.Options.BaseUrl.AbsoluteUri)),
            "url" => (true, _home),
            "language" => (true, Value.From(scope.Options.Language)),
            "time_zone" => (true, Value.From(scope.Options.TimeZone.Id)),
            "author" => (true, Value.From(scope.Options.Author)),
            "copyright" => (true, Value.From(scope.Options.Copyright)),
            "params" => (true, _params),
            "menus" => (true, Menus()),
            "feeds" => (true, Feeds()),
            "feed_url" => (true, Value.From(scope.Options.Feeds.Files is [var first, ..] ? scope.Urls.Link(first.Path) : null)),
            "feeds_url" => (true, Value.From(scope.Options.Feeds.Files.Length > 0 ? scope.Urls.Link("/feeds/") : null)),
            "theme" => (true, _theme),
            "code" => (true, _code),
            "environment" => (true, Value.From(scope.Options.Environment)),
            "card_font" => (true, Value.From(scope.CardFont)),
            "icons" => (true, Icons()),
            "search_url" => (true, scope.Options.Search
                ? Value.From(scope.Language.Translated("/search/") ?? scope.Urls.Link("/search/"))
                : Value.Nil),
            _ => Lists(name),
        };
        return known;
    }

    private Value Icons()
    {
        if (!scope.Options.Images.HasIcons)
        {
            return Value.From(new ItemList([]));
        }

        scope.Dependencies.Note(new DependencyKey(DependencyKind.Icons, 0, 0));
        return Value.From(new ItemList([.. scope.Routes.Icons.Select(icon => Value.From(new MemberMap(
            [new("size", Value.From(icon.Size)), new("url", Value.From(scope.Urls.Link(icon.Url)))])))]));
    }

    private (bool Known, Value Value) Lists(string name) => name switch
    {
        "posts" => (true, Value.From(new PostItems(scope, scope.Site.List))),
        "pages" => (true, Pages()),
        "tags" or "categories" or "authors" or "series" => (true, TaxonomyView.TermsOf(scope, scope.Site.TaxonomyOf(name))),
        "taxonomies" => (true, _taxonomies),
        "own_taxonomies" => (true, _ownTaxonomies),
        "years" => (true, YearView.All(scope)),
        "archive_url" => (true, ArchiveUrl()),
        "data" => (true, Value.From(new ValueTreeView(scope, ""))),
        _ => (false, Value.Nil),
    };

    private Value Feeds()
    {
        var feeds = scope.Options.Feeds.Files;
        var rss = feeds.FirstOrDefault(feed => feed.Format == FeedFormat.Rss);
        return rss is not null && scope.Language.Translated(rss.Path) is { } url
            ? Value.From(new ItemList([FeedAt(rss.Format, url)]))
            : Value.From(new ItemList([.. feeds.Select(feed => FeedAt(feed.Format, scope.Urls.Link(feed.Path)))]));
    }

    private static Value FeedAt(FeedFormat format, string url) => Value.From(new MemberMap(
        [new("title", Value.From(Feed.NameOf(format))), new("url", Value.From(url)), new("type", Value.From(Feed.TypeOf(format)))]));

    private Value Pages()
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.SiteList, DependencyFingerprints.IdOf("pages").Low, 0));
        var pages = scope.Site.Pages;
        return Value.From(new SliceItems(scope, scope.Language.TranslatedInto is null ? pages : [.. pages.Select(Translated)]));
    }

    private PostHead Translated(PostHead page) =>
        scope.TranslationsOf(page).FirstOrDefault(other => other.TranslatedInto == scope.Language.TranslatedInto) ?? page;

    private Value ArchiveUrl()
    {
        YearView.Note(scope);
        return Value.From(scope.Site.HasArchive ? scope.Urls.Link(Archive.Url) : null);
    }

    private Value Menus()
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.SiteList, DependencyFingerprints.IdOf("menus").Low, 0));
        if (scope.Language.TranslatedInto is not null)
        {
            return MenusOf();
        }

        // The same on every page of the site's own language, but for a post that says it is in another.
        return _menus.TryGetValue(scope.Language.Tag, out var known) ? known : _menus[scope.Language.Tag] = MenusOf();
    }

    private Value MenusOf() => Value.From(new MemberMap(
        [.. scope.Site.Menus.Select(menu => KeyValuePair.Create(menu.Key, ItemsOf(menu.Value)))]));

    private Value ItemsOf(ImmutableArray<MenuItem> items) =>
        Value.From(new ItemList([.. items.Select(item => Value.From(ItemOf(item)))]));

    // On a translated page, an entry leads to the translation of its page where there is one.
    private MemberMap ItemOf(MenuItem item)
    {
        var translation = item.Page is { } original && scope.Language.TranslatedInto is not null ? Translated(original) : null;
        var page = translation ?? item.Page;
        var url = page is not null ? scope.Urls.Link(page.Url) : scope.Urls.Rooted(item.Url ?? "/");
        var title = item.OfPageIn is { } menu && translation is not null && translation != item.Page
            ? translation.Front.Menus.FirstOrDefault(place => place.Menu == menu)?.Title ?? translation.Title
            : item.Title.In(scope.Language.Tag);
        return new([new("title", Value.From(title)), new("url", Value.From(url))]);
    }
}
