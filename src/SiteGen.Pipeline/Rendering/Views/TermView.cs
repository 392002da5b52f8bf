using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Modeling;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary><c>term</c> in templates, and every tag, category or author of a post.</summary>
internal sealed class TermView(PageScope scope, Taxonomy taxonomy, Term term) : IClosedMembers
{
    private Value _url;

    public string Description => "a term";

    public ImmutableArray<string> Names { get; } =
    [
        "name", "slug", "url", "description", "posts", "count", "depth", "parent", "taxonomy", "feed_url", "params",
        "bio", "picture", "email", "fediverse", "links",
    ];

    public bool TryGet(string name, out Value value)
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Term, term.List.Id, 0));
        (var known, value) = name switch
        {
            "name" => (true, Value.From(term.Name)),
            "slug" => (true, Value.From(term.Slug)),
            "url" => (true, _url.IsNil ? _url = Value.From(scope.Urls.Link(term.Url)) : _url),
            "posts" => (true, Value.From(new PostItems(scope, term.List))),
            "count" => (true, Count()),
            "description" => (true, About()),
            "depth" => (true, Value.From(term.Depth)),
            "parent" => (true, taxonomy.ParentOf(term) is { } parent ? Value.From(scope.Views.Of(taxonomy, parent)) : Value.Nil),
            "params" => (true, Said() is { } said && said.TryGetMembers(out _) ? said : Value.From(MemberMap.Empty)),
            "taxonomy" => (true, Value.From(new TaxonomyView(scope, taxonomy))),
            "feed_url" => (true, Value.From(scope.Options.Feeds.OfTerms ? scope.Urls.Link(term.FeedUrl) : null)),
            _ => Profile(name),
        };
        return known;
    }

    private (bool Known, Value Value) Profile(string name)
    {
        var profile = taxonomy.Name == "authors" ? scope.ProfileOf(term.Name) : null;
        return name switch
        {
            "bio" => (true, profile?.Bio is { } bio ? Html(bio) : Value.Nil),
            "picture" => (true, Value.From(profile?.Image is { } image ? scope.Urls.Rooted(image) : null)),
            "email" => (true, Value.From(profile?.Email)),
            "fediverse" => (true, Value.From(profile?.Fediverse)),
            "links" => (true, Value.From(new ItemList([.. (profile?.Links ?? []).Select(LinkOf)]))),
            _ => (false, Value.Nil),
        };
    }

    // The text of a page at this URL, else the entry of data/TAXONOMY.yml for its name or slug, else an author's bio.
    private Value About()
    {
        if (scope.ListPageContentOf(term.Url) is { IsNil: false } content)
        {
            return content;
        }

        var said = Said() ?? Value.Nil;
        if (said.TryGetMembers(out var members))
        {
            members.TryGet("description", out said);
        }

        return said.IsNil ? Profile("bio").Value : Html(said.AsText());
    }

    private Value LinkOf(AuthorLink link) => Value.From(new MemberMap(
    [
        new("title", Value.From(link.Title)),
        new("url", Value.From(scope.Urls.Rooted(link.Url))),
        new("is_elsewhere", Value.From(scope.Urls.IsElsewhere(link.Url))),
    ]));

    private Value Html(string markdown) =>
        Value.Html(scope.Markdown.Convert(markdown, takeHeading: false)?.Html ?? ReadOnlyMemory<byte>.Empty);

    // What data/TAXONOMY.yml holds for this term.
    private Value? Said()
    {
        scope.Dependencies.Value(taxonomy.Name);
        if (scope.Site.Values.Find(taxonomy.Name) is not { } file || !file.TryGetMembers(out var terms))
        {
            return null;
        }

        foreach (var key in taxonomy.KeysOf(term))
        {
            if (terms.TryGet(key, out var said))
            {
                return said;
            }
        }

        return null;
    }

    private Value Count()
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Count, term.List.Id, 0));
        return Value.From(term.List.Posts.Length);
    }
}
