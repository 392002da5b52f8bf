using System.Collections.Immutable;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Routing;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary><c>paginator</c> in templates: one page of the home list, with links to the others.</summary>
internal sealed class PaginatorView(PageScope scope, HomeRoute route) : IClosedMembers
{
    // As many page numbers as fit beside each other on a phone.
    private const int MostPages = 6;

    public string Description => "the paginator";

    public ImmutableArray<string> Names { get; } =
        ["posts", "page", "pages", "total_pages", "total_posts", "per_page", "previous_url", "next_url", "first_url", "last_url"];

    public bool TryGet(string name, out Value value)
    {
        (var known, value) = name switch
        {
            "posts" => (true, Posts()),
            "page" => (true, Value.From(route.Page)),
            "pages" => (true, Pages()),
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

    // The first page, the last one, and those around this one; a gap has no number.
    private Value Pages()
    {
        var (count, last) = (PageCount(), 0);
        var places = ImmutableArray.CreateBuilder<Value>();
        for (var page = 1; page <= count; page++)
        {
            if (!IsNamed(page, count))
            {
                continue;
            }

            // A gap of one page takes as much room as its number.
            if (page - last > 1)
            {
                places.Add(PlaceOf(page - last == 2 ? page - 1 : null));
            }

            places.Add(PlaceOf(page));
            last = page;
        }

        return Value.From(new ItemList(places.ToImmutable()));
    }

    private bool IsNamed(int page, int count) => count <= MostPages || page == 1 || page == count
        || Math.Abs(page - route.Page) <= (route.Page == 1 || route.Page == count ? 2 : 1);

    private Value PlaceOf(int? page) => Value.From(new MemberMap(
        [new("page", page is { } number ? Value.From(number) : Value.Nil), new("url", page is { } there ? Url(there) : Value.Nil)]));

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
        var list = route.Section.Home;
        var size = scope.Options.Paginate;
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Slice, list.Id, route.Page));
        var start = (route.Page - 1) * size;
        return Value.From(new SliceItems(scope, list.Posts.Slice(start, Math.Min(size, list.Posts.Length - start))));
    }
}
