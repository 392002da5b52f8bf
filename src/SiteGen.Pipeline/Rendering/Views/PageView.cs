using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rendering.Seo;
using SiteGen.Pipeline.Routing;
using SiteGen.Templating.Dates;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary><c>page</c> in templates: the page being rendered, of any kind.</summary>
internal sealed class PageView(PageScope scope, Route route, string kind) : IClosedMembers
{
    public string Description => "a page";

    public ImmutableArray<string> Names { get; } =
    [
        "kind", "title", "description", "url", "absolute_url", "canonical_url", "image", "image_alt", "image_width", "image_height",
        "card", "noindex", "params", "language", "locale", "direction", "home_url",
        "alternates", "previous_url", "next_url", "json_ld", "content",
    ];

    public bool TryGet(string name, out Value value)
    {
        (var known, value) = name switch
        {
            "kind" => (true, Value.From(kind)),
            "title" => (true, Value.From(Title())),
            "description" => (true, Value.From(PageDescription())),
            "url" => (true, Value.From(route is AliasRoute { To: { } to } ? scope.Urls.Rooted(to) : scope.Urls.Link(Url))),
            "absolute_url" => (true, Value.From(AbsoluteUrl())),
            "canonical_url" => (true, Value.From(CanonicalUrl())),
            "image" => (true, Head() is { } head ? Value.From(scope.ImageOf(head)) : Value.Nil),
            "image_alt" => (true, Value.From(Head()?.Front.Page.ImageAlt)),
            "image_width" => (true, Cover() is { } size ? Value.From(size.Width) : Value.Nil),
            "image_height" => (true, Cover() is { } size ? Value.From(size.Height) : Value.Nil),
            "card" => (true, route is PostRoute && Head() is { } post ? Value.From(scope.CardOf(post)) : Value.Nil),
            "noindex" => (true, Value.From(IsKeptFromSearch())),
            "params" => (true, Value.From(Head() is { } head ? new MemberMap(head.Front.Page.Params) : MemberMap.Empty)),
            "language" => (true, Value.From(scope.Language.Tag)),
            "locale" => (true, Value.From(LanguageTag.LocaleOf(scope.Language.Tag))),
            "direction" => (true, Value.From(LanguageTag.IsRightToLeft(scope.Language.Tag) ? "rtl" : "ltr")),
            "home_url" => (true, Value.From(scope.Language.Translated("/") ?? scope.Urls.Link("/"))),
            "alternates" => (true, Alternates()),
            "previous_url" => (true, Neighbour(-1)),
            "next_url" => (true, Neighbour(1)),
            "json_ld" => (true, Value.Json(LinkedData.Create(scope, route, Title()))),
            "content" => (true, route is ListRoute ? scope.ListPageContentOf(route.Url) : Value.Nil),
            _ => (false, Value.Nil),
        };
        return known;
    }

    // A redirect describes its target.
    private string Url => route is AliasRoute ? Head()?.Url ?? route.Url : route.Url;

    private string AbsoluteUrl() => route is AliasRoute { To: { } to } ? scope.Urls.Absolute(to) : scope.Urls.AbsoluteLink(Url);

    // What hosts answer with 404 is kept out by that.
    private bool IsKeptFromSearch() =>
        !scope.Options.IsProduction || route is SearchRoute
        || Head() is { Front.NoIndex: true } or { Front.IsDraft: true };

    private PostHead? Head()
    {
        var head = route switch
        {
            PostRoute post => post.Post,
            AliasRoute alias => alias.Target,
            ListRoute list => list.ListPageContent,
            _ => null,
        };
        if (head is not null)
        {
            scope.Dependencies.Head(head);
        }

        return head;
    }

    private string NameOf(Month month) =>
        DateText.Format(ArchiveDates.Of(scope, month.Year, month.Number), scope.Language.WordOr("month", "%B %Y"), scope.Language.Tag);

    private string? PageDescription() =>
        Head() is { } head ? scope.DescriptionOf(head) : kind == "home" ? scope.Options.Description.In(scope.Language.Tag) : null;

    private string? CanonicalUrl() =>
        Head()?.Front.Page.Canonical is { Length: > 0 } canonical ? scope.Urls.Absolute(canonical) : AbsoluteUrl();

    private ImageSize? Cover() => Head() is { } head ? scope.Media.CoverOf(head) : null;

    private string? Title() => route switch
    {
        TermRoute term => Head()?.Front.Page.Title ?? term.Term.Name,
        TermsRoute terms => Head()?.Front.Page.Title ?? scope.Language.TitleOf(terms.Taxonomy),
        ListRoute { ListPageContent.Front.Page.Title: { Length: > 0 } } => Head()?.Front.Page.Title,
        ArchiveRoute { Month: { } month } => NameOf(month),
        ArchiveRoute { Year: { } year } => $"{year.Number:D4}",
        ArchiveRoute => scope.Language.WordOr("archive", "Archive"),
        FeedsRoute => scope.Language.WordOr("feeds", "Feeds"),
        SearchRoute => scope.Language.WordOr("search", "Search"),
        NotFoundRoute => null,
        HomeRoute => scope.Options.Title.In(scope.Language.Tag),
        _ => Head()?.Title,
    };

    // The same page in all its languages, and the one for readers of any other language (Google, "Localized versions").
    private Value Alternates()
    {
        IEnumerable<(string Language, string Url)> pages = route switch
        {
            PostRoute post => scope.TranslationsOf(post.Post).Select(head => (head.Language, head.Url)),
            HomeRoute { Page: 1 } => Homes(),
            _ => [],
        };
        var all = pages.ToArray();
        var withDefault = all.Concat(all.Take(1).Select(page => (Language: "x-default", page.Url)));
        return Value.From(new ItemList([.. withDefault.Select(page => Value.From(new MemberMap(
        [
            new("language", Value.From(page.Language)),
            new("name", page.Language == "x-default" ? Value.Nil : Value.From(LanguageTag.NameOf(page.Language))),
            new("url", Value.From(scope.Urls.AbsoluteLink(page.Url))),
            new("link", Value.From(scope.Urls.Link(page.Url))),
        ])))]));
    }

    private IEnumerable<(string Language, string Url)> Homes()
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.SiteList, DependencyFingerprints.IdOf("languages").Low, 0));
        var languages = scope.Site.Languages;
        return languages.Length > 1 ? languages.Select(section => (section.Language, ListRoutes.HomeUrl(section, 1))) : [];
    }

    private Value Neighbour(int step) => route is HomeRoute home ? new PaginatorView(scope, home).Url(home.Page + step) : Value.Nil;
}

/// <summary>The names that a template starts with.</summary>
internal sealed class PageModel(PageScope scope, Route route, string kind) : IMembers
{
    private readonly Value _page = Value.From(new PageView(scope, route, kind));

    /// <summary>The output of the inner template, for the layout.</summary>
    public Value Content { get; set; }

    public ImmutableArray<string> Names { get; } =
        ["site", "page", "words", "post", "paginator", "term", "terms", "taxonomy", "archive", "search", "content"];

    public bool TryGet(string name, out Value value)
    {
        (var known, value) = name switch
        {
            "site" => (true, Value.From(scope.SiteView)),
            "page" => (true, _page),
            "words" => (true, Value.From(scope.WordsView)),
            "post" => (true, route is PostRoute post ? Value.From(scope.Views.Of(post.Post)) : Value.Nil),
            "paginator" => (true, route is HomeRoute home ? Value.From(new PaginatorView(scope, home)) : Value.Nil),
            "content" => (true, Content),
            "term" => (true, Term()),
            "terms" => (true, route is TermsRoute terms ? TaxonomyView.TermsOf(scope, terms.Taxonomy) : Value.Nil),
            "taxonomy" => (true, Taxonomy()),
            "search" => (true, route is SearchRoute search ? Value.From(new SearchView(scope, search)) : Value.Nil),
            "archive" => (true, route is ArchiveRoute archive ? Value.From(new ArchiveView(scope, archive)) : Value.Nil),
            _ => (false, Value.Nil),
        };
        return known;
    }

    private Value Term() => route is TermRoute term ? Value.From(scope.Views.Of(term.Taxonomy, term.Term)) : Value.Nil;

    private Value Taxonomy() => route switch
    {
        TermRoute term => Value.From(new TaxonomyView(scope, term.Taxonomy)),
        TermsRoute terms => Value.From(new TaxonomyView(scope, terms.Taxonomy)),
        _ => Value.Nil,
    };
}
