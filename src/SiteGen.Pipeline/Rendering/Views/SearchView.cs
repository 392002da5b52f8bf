using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Modeling.Searching;
using SiteGen.Pipeline.Routing;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary><c>search</c> in templates: what the search page is about, for its script and for readers without one.</summary>
internal sealed class SearchView(PageScope scope, SearchRoute route) : IClosedMembers
{
    public string Description => "the search";

    public ImmutableArray<string> Names { get; } = ["url", "term_files", "post_files", "count", "years"];

    public bool TryGet(string name, out Value value)
    {
        (var known, value) = name switch
        {
            "url" => (true, Value.From(scope.Urls.Link(route.Section.Url))),
            "term_files" => (true, Value.From(NoteCount().TermFiles)),
            "post_files" => (true, Value.From(NoteCount().PostFiles)),
            "count" => (true, Value.From(NoteCount().List.Posts.Length)),
            "years" => (true, Years()),
            _ => (false, Value.Nil),
        };
        return known;
    }

    private SearchSection NoteCount()
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Count, route.Section.List.Id, 0));
        return route.Section;
    }

    // Latest first; what has no date comes last, without a year.
    private Value Years()
    {
        var posts = NoteCount().List.Posts;
        scope.Dependencies.Prefix(route.Section.List, posts.Length);
        var years = posts.GroupBy(post => Year(post)).OrderByDescending(group => group.Key ?? int.MinValue);
        return Value.From(new ItemList([.. years.Select(group => Value.From(new MemberMap(
        [
            new("year", group.Key is { } year ? Value.From(year) : Value.Nil),
            new("posts", Value.From(new SliceItems(scope, [.. group]))),
        ])))]));
    }

    private int? Year(PostHead post)
    {
        scope.Dependencies.Head(post);
        return post.Date?.Year;
    }
}
