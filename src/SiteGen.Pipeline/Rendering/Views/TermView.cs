using System.Collections.Immutable;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Parsing;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary><c>term</c> in templates, and every tag, category or author of a post.</summary>
internal sealed class TermView(PageScope scope, Taxonomy taxonomy, Term term) : IClosedMembers
{
    private Value _url;

    public string Description => "a term";

    public ImmutableArray<string> Names { get; } = ["name", "slug", "url", "posts", "count", "taxonomy", "feed_url", "bio", "picture", "email", "links"];

    public bool TryGet(string name, out Value value)
    {
        scope.Reads.Note(new InputKey(InputKind.Term, term.List.Id, 0));
        (var known, value) = name switch
        {
            "name" => (true, Value.Of(term.Name)),
            "slug" => (true, Value.Of(term.Slug)),
            "url" => (true, _url.IsNil ? _url = Value.Of(scope.Link(term.Url)) : _url),
            "posts" => (true, Value.Of(new PostItems(scope, term.List))),
            "count" => (true, Count()),
            "taxonomy" => (true, Value.Of(new TaxonomyView(scope, taxonomy))),
            "feed_url" => (true, Value.Of(scope.Options.Feeds.OfTerms ? scope.Link(term.FeedUrl) : null)),
            _ => Profile(name),
        };
        return known;
    }

    private (bool Known, Value Value) Profile(string name)
    {
        var profile = taxonomy.Name == "authors" ? scope.ProfileOf(term.Name) : null;
        return name switch
        {
            "bio" => (true, profile?.Bio is { } bio ? Value.Html(scope.Markdown.Convert(bio, takeHeading: false)?.Html ?? ReadOnlyMemory<byte>.Empty) : Value.Nil),
            "picture" => (true, Value.Of(profile?.Picture is { } picture ? scope.Rooted(picture) : null)),
            "email" => (true, Value.Of(profile?.Email)),
            "links" => (true, Value.Of(new ItemList([.. (profile?.Links ?? []).Select(link => Value.Of(new MemberMap([new("title", Value.Of(link.Title)), new("url", Value.Of(scope.Rooted(link.Url)))])))]))),
            _ => (false, Value.Nil),
        };
    }

    private Value Count()
    {
        scope.Reads.Note(new InputKey(InputKind.Count, term.List.Id, 0));
        return Value.Of(term.List.Posts.Length);
    }
}

/// <summary><c>taxonomy</c> in templates.</summary>
internal sealed class TaxonomyView(PageScope scope, Taxonomy taxonomy) : IClosedMembers
{
    public string Description => "a taxonomy";

    public ImmutableArray<string> Names { get; } = ["name", "singular", "title", "url", "terms"];

    public bool TryGet(string name, out Value value)
    {
        (var known, value) = name switch
        {
            "name" => (true, Value.Of(taxonomy.Name)),
            "singular" => (true, Value.Of(taxonomy.Singular)),
            "title" => (true, Value.Of(scope.WordOr(taxonomy.Name, taxonomy.Title))),
            "url" => (true, Value.Of(scope.Link(taxonomy.Url))),
            "terms" => (true, TermsOf(scope, taxonomy)),
            _ => (false, Value.Nil),
        };
        return known;
    }

    /// <summary>All terms of a taxonomy, by name.</summary>
    public static Value TermsOf(PageScope scope, Taxonomy taxonomy)
    {
        scope.Reads.Note(new InputKey(InputKind.Terms, InputTable.IdOf(taxonomy.Name).Low, 0));
        return Value.Of(new ItemList([.. taxonomy.Terms.Select(term => Value.Of(scope.View(taxonomy, term)))]));
    }
}
