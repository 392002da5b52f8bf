using System.Collections.Immutable;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Routing;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary><c>paginator</c> in templates: one page of the home list, with links to the others.</summary>
internal sealed class PaginatorView(PageScope scope, HomeRoute route) : IClosedMembers
{
    public string Description => "the paginator";

    public ImmutableArray<string> Names { get; } =
        ["posts", "page", "total_pages", "total_posts", "per_page", "previous_url", "next_url", "first_url", "last_url"];

    public bool TryGet(string name, out Value value)
    {
        (var known, value) = name switch
        {
            "posts" => (true, Posts()),
            "page" => (true, Value.From(route.Page)),
            "total_pages" => (true, Value.From(PageCount())),
            "total_posts" => (true, Value.From(PostCount())),
            "per_page" => (true, Value.From(scope.Options.Paginate)),
            "previous_url" => (true, Url(route.Page - 1)),
            "next_url" => (true, Url(route.Page + 1)),
            "first_url" => (true, Url(1)),
            "last_url" => (true, Url(PageCount())),
            _ => (false, Value.Nil),
        };
        return known;
    }

    /// <summary>The link to a page of the list; null when there is none.</summary>
    public Value Url(int page) =>
        page >= 1 && page <= PageCount() ? Value.From(scope.Urls.Link(ListRoutes.HomeUrl(route.Section, page))) : Value.Nil;

    private int PageCount()
    {
        PostCount();
        return route.PageCount;
    }

    private int PostCount()
    {
        var list = route.Section.List;
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Count, list.Id, 0));
        return list.Posts.Length;
    }

    private Value Posts()
    {
        var list = route.Section.List;
        var size = scope.Options.Paginate;
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Slice, list.Id, route.Page));
        var start = (route.Page - 1) * size;
        return Value.From(new SliceItems(scope, list.Posts.Slice(start, Math.Min(size, list.Posts.Length - start))));
    }
}
