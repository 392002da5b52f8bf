using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Modeling;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary><c>post.series</c> in templates: the series, and the post's position in it.</summary>
internal sealed class SeriesView(PageScope scope, Taxonomy taxonomy, Term term, PostHead post) : IClosedMembers
{
    private readonly TermView _term = scope.Views.Of(taxonomy, term);

    public string Description => "the series of a post";

    public ImmutableArray<string> Names { get; } = ["name", "slug", "url", "description", "part", "count", "posts", "previous", "next"];

    public bool TryGet(string name, out Value value)
    {
        if (name is "name" or "slug" or "url" or "description" or "count" or "posts")
        {
            return _term.TryGet(name, out value);
        }

        (var known, value) = name switch
        {
            "part" => (true, Value.From(Place() + 1)),
            "previous" => (true, Neighbour(-1)),
            "next" => (true, Neighbour(1)),
            _ => (false, Value.Nil),
        };
        return known;
    }

    private int Place()
    {
        scope.Dependencies.Prefix(term.List, term.List.Posts.Length);
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Count, term.List.Id, 0));
        for (var i = 0; i < term.List.Posts.Length; i++)
        {
            if (term.List.Posts[i].Id == post.Id)
            {
                return i;
            }
        }

        return -1;
    }

    private Value Neighbour(int step)
    {
        var place = Place() + step;
        return place >= 0 && place < term.List.Posts.Length ? Value.From(scope.Views.Of(term.List.Posts[place])) : Value.Nil;
    }
}
