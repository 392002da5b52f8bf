using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rendering.Seo;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary><c>post</c> in templates, and every post of a list.</summary>
internal sealed class PostView(PageScope scope, PostHead head) : IClosedMembers
{
    private static readonly ImmutableArray<string> s_names =
    [
        "title", "url", "absolute_url", "date", "updated", "description", "summary", "content", "image", "image_alt", "image_width",
        "image_height", "audio", "language", "direction", "translations", "tags", "categories", "authors", "series", "terms", "own_terms",
        "related", "previous", "next", "reading_minutes", "word_count", "draft", "pinned", "slug", "guid", "params", "source_path",
        "headings", "toc", "math", "comments", "comment_count", "pingbacks", "share", "image_caption", "image_credit", "card",
    ];

    private readonly MemberMap _params = new(head.Front.Page.Params);
    private Value _title;
    private Value _url;
    private CommentThread? _thread;

    public string Description => "a post";

    public ImmutableArray<string> Names => s_names;

    public bool TryGet(string name, out Value value)
    {
        scope.Dependencies.Head(head);
        (var known, value) = name switch
        {
            "title" => (true, Title()),
            "url" => (true, Url()),
            "absolute_url" => (true, Value.From(scope.Urls.AbsoluteLink(head.Url))),
            "date" => (true, Value.From(head.Date)),
            "updated" => (true, Value.From(head.Front.Page.Updated?.Instant)),
            "description" => (true, Value.From(scope.DescriptionOf(head))),
            "summary" => (true, scope.Bodies.Summary(head)),
            "content" => (true, Content()),
            "tags" => (true, Terms("tags", head.Front.Tags)),
            "params" => (true, Value.From(_params)),
            _ => Rest(name),
        };
        return known;
    }

    private (bool Known, Value Value) Rest(string name) => name switch
    {
        "image" => (true, Value.From(scope.ImageOf(head))),
        "image_alt" => (true, Value.From(head.Front.Page.ImageAlt)),
        "image_caption" => (true, Value.From(head.Front.Page.ImageCaption)),
        "image_credit" => (true, Value.From(head.Front.Page.ImageCredit)),
        "card" => (true, Value.From(scope.CardOf(head))),
        "share" => (true, ShareLinks.Create(scope, head)),
        "image_width" => (true, scope.Media.CoverOf(head) is { } size ? Value.From(size.Width) : Value.Nil),
        "image_height" => (true, scope.Media.CoverOf(head) is { } size ? Value.From(size.Height) : Value.Nil),
        "audio" => (true, Audio()),
        "language" => (true, Value.From(head.Language)),
        "direction" => (true, Value.From(LanguageTag.IsRightToLeft(head.Language) ? "rtl" : "ltr")),
        "translations" => (true, Translations()),
        "categories" => (true, Terms("categories", head.Front.Categories)),
        "authors" => (true, Terms("authors", scope.AuthorsOf(head))),
        "series" => (true, Series()),
        "terms" => (true, AllTerms()),
        "own_terms" => (true, OwnTerms()),
        "related" => (true, RelatedPosts()),
        "previous" => (true, Neighbour(older: true)),
        "next" => (true, Neighbour(older: false)),
        "reading_minutes" => (true, Value.From(Text()?.ReadingMinutes ?? 0)),
        "word_count" => (true, Value.From(Text()?.WordCount ?? 0)),
        "draft" => (true, Value.From(head.Front.IsDraft)),
        "pinned" => (true, Value.From(head.Front.IsPinned)),
        "slug" => (true, Value.From(head.Slug)),
        "guid" => (true, Value.From(head.Front.Guid)),
        "source_path" => (true, Value.From(head.Path)),
        "comments" => (true, CommentView.ListOf(Thread().Comments)),
        "comment_count" => (true, Value.From(Thread().Count)),
        "pingbacks" => (true, CommentView.ListOf(Thread().Pingbacks)),
        "math" => (true, Value.From(HasMath())),
        "headings" => (true, HeadingItems.Create(Body(), head)),
        "toc" => (true, HeadingItems.ListOf(Body(), head)),
        _ => (false, Value.Nil),
    };

    private PostText? Text()
    {
        scope.Dependencies.Text(head);
        return scope.Site.TextOf(head.Id);
    }

    private Value Title() => _title.IsNil ? _title = Value.From(head.Title) : _title;

    private Value Url() => _url.IsNil ? _url = Value.From(scope.Urls.Link(head.Url)) : _url;

    private Value Content() => scope.Bodies.Content(head);

    private Value Translations() =>
        Value.From(new ItemList([.. scope.TranslationsOf(head).Where(other => other.Id != head.Id).Select(Translation)]));

    private Value Translation(PostHead other) => Value.From(new MemberMap(
    [
        new("language", Value.From(other.Language)),
        new("name", Value.From(LanguageTag.NameOf(other.Language))),
        new("title", Value.From(other.Title)),
        new("url", Value.From(scope.Urls.Link(other.Url))),
    ]));

    private Value Audio() => scope.Media.AudioOf(head) is { } audio
        ? Value.From(new MemberMap([
            new("url", Value.From(audio.Url)),
            new("type", Value.From(audio.Type)),
            new("length", audio.Length is { } length ? Value.From(length) : Value.Nil),
            new("duration", Value.From(audio.Duration is { } duration ? PostAudio.Shown(duration) : null))]))
        : Value.Nil;

    private CommentThread Thread()
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Comments, head.Id, 0));
        return _thread ??= head.Front.Page.Comments == false
            ? CommentThread.Empty
            : CommentThread.Create(scope.Site.Comments.FilesOf(head.Id));
    }

    // Not looked for when math is off: a page in HTML may use such a class for something else.
    private bool HasMath() => (head.Front.Page.Math ?? scope.Options.Markdown.Math) && Body().Span.IndexOf("class=\"math"u8) >= 0;

    private ReadOnlyMemory<byte> Body() => scope.Bodies.Of(head).Bytes;

    private Value Neighbour(bool older)
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Neighbours, head.Id, 0));
        var neighbours = scope.Site.NeighboursOf(head.Id);
        return Value.From(scope.Views.Of(older ? neighbours.Older : neighbours.Newer));
    }

    private Value Series()
    {
        if (head.Front.Series is not { Length: > 0 } name)
        {
            return Value.Nil;
        }

        var taxonomy = scope.Site.TaxonomyOf("series");
        scope.Dependencies.Term(taxonomy, name);
        return taxonomy.Find(name) is { } term && term.List.Posts.Any(post => post.Id == head.Id)
            ? Value.From(new SeriesView(scope, taxonomy, term, head))
            : Value.From(new MemberMap([new("name", Value.From(name)), new("slug", Value.From(taxonomy.SlugOf(name)))]));
    }

    // Most posts have none, so that a theme can ask on every page.
    private Value OwnTerms() => Value.From(new ItemList(
        [.. head.Front.Terms.Where(own => own.Value.Length > 0).Select(own => TermsOf(own.Key, own.Value))]));

    private Value TermsOf(string taxonomy, ImmutableArray<string> names) => Value.From(new MemberMap(
    [
        new("taxonomy", Value.From(new TaxonomyView(scope, scope.Site.TaxonomyOf(taxonomy)))),
        new("terms", Terms(taxonomy, names)),
    ]));

    private Value AllTerms() => Value.From(new MemberMap([.. scope.Site.Taxonomies.Select(taxonomy => KeyValuePair.Create(
        taxonomy.Name, Terms(taxonomy.Name, taxonomy.Name == "authors" ? scope.AuthorsOf(head) : taxonomy.NamesOf(head))))]));

    // The result depends on which posts have the terms, and on nothing else of those posts.
    private Value RelatedPosts()
    {
        foreach (var (taxonomy, name, _) in Related.TermsOf(scope.Site, head))
        {
            scope.Dependencies.Term(taxonomy, name);
            if (taxonomy.Find(name) is { } term)
            {
                scope.Dependencies.Prefix(term.Newest, Math.Min(Related.Reach, term.Newest.Posts.Length));
                scope.Dependencies.Note(new DependencyKey(DependencyKind.Count, term.Newest.Id, 0));
            }
        }

        return Value.From(new SliceItems(scope, scope.Site.Related.Find(head)));
    }

    private Value Terms(string taxonomyName, ImmutableArray<string> names)
    {
        var taxonomy = scope.Site.TaxonomyOf(taxonomyName);
        var values = ImmutableArray.CreateBuilder<Value>(names.Length);
        var seen = new List<Term>(names.Length);
        foreach (var name in names)
        {
            scope.Dependencies.Term(taxonomy, name);
            if (taxonomy.Find(name) is not { } term)
            {
                // The post is in no list, or the taxonomy has no pages: a name without a link.
                values.Add(Value.From(new MemberMap([new("name", Value.From(name)), new("slug", Value.From(taxonomy.SlugOf(name)))])));
            }
            else if (!seen.Contains(term))
            {
                seen.Add(term);
                values.Add(Value.From(scope.Views.Of(taxonomy, term)));
            }
        }

        return Value.From(new ItemList(values.ToImmutable()));
    }
}
