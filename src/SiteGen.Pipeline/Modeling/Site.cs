using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Configuration;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>The posts of one calendar year in the site's time zone.</summary>
internal sealed record Year(int Number, PostList List);

/// <summary>The immutable graph of a site: posts in order, pages, terms, years, neighbours.</summary>
internal sealed class Site
{
    private readonly Dictionary<ulong, Post> _byId;
    private readonly Dictionary<ulong, (PostList List, int Index)> _positions;
    private readonly Dictionary<ulong, ImmutableArray<PostHead>> _translations;

    private Site(SiteOptions options, ImmutableArray<Post> published, PostList list, ImmutableArray<Taxonomy> taxonomies, ImmutableArray<Diagnostic> problems)
    {
        Options = options;
        Published = published;
        List = list;
        Pages = [.. published.Where(post => post.Head.IsPage && !post.Head.Front.IsUnlisted && post.Head.TranslatedInto is null).Select(post => post.Head)];
        Taxonomies = taxonomies;
        Years = YearsOf(list);
        Diagnostics = problems;
        _byId = published.ToDictionary(post => post.Head.Id);
        Shelves = [new LanguageShelf(options.Language, "", list), .. ShelvesOf(published)];
        _positions = new Dictionary<ulong, (PostList, int)>(list.Posts.Length);
        foreach (var shelf in Shelves)
        {
            for (var i = 0; i < shelf.List.Posts.Length; i++)
            {
                _positions[shelf.List.Posts[i].Id] = (shelf.List, i);
            }
        }

        _translations = TranslationsOf(published, options.Language);
    }

    /// <summary>What the site is built with.</summary>
    public SiteOptions Options { get; }

    /// <summary>Every post and page that has an address, unlisted ones too: posts newest first, then pages by path.</summary>
    public ImmutableArray<Post> Published { get; }

    /// <summary>The site's languages with their posts: its own first, then the others that posts are translated into, by tag.</summary>
    public ImmutableArray<LanguageShelf> Shelves { get; }

    /// <summary>The posts that stand in lists, newest first.</summary>
    public PostList List { get; }

    /// <summary>The stand-alone pages, by path.</summary>
    public ImmutableArray<PostHead> Pages { get; }

    /// <summary>Tags, categories, authors.</summary>
    public ImmutableArray<Taxonomy> Taxonomies { get; }

    /// <summary>The years with posts, latest first.</summary>
    public ImmutableArray<Year> Years { get; }

    /// <summary>The folders of bundles that are not published: what is in them is not either.</summary>
    public required ImmutableArray<string> LeftOutFolders { get; init; }

    /// <summary>The authors that the site introduces.</summary>
    public required AuthorBook Book { get; init; }

    /// <summary>What was noticed while relating posts to each other.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Relates parsed posts to each other.</summary>
    public static Site Create(ImmutableArray<Post> posts, AuthorBook book, SiteOptions options)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var published = posts.Where(post => IsPublished(post.Head, options, problems)).ToArray();
        Array.Sort(published, static (left, right) => Compare(left.Head, right.Head));
        ImmutableArray<PostHead> listed = [.. published.Select(post => post.Head).Where(post => !post.IsPage && !post.Front.IsUnlisted && post.TranslatedInto is null)];
        ImmutableArray<TaxonomyKind> kinds =
        [
            new("tags", "tag", "Tags", post => post.Front.Tags),
            new("categories", "category", "Categories", post => post.Front.Categories),
            new("authors", "author", "Authors", post => AuthorsOf(post, book, options)),
        ];
        problems.AddRange(Strangers(listed, book));
        ImmutableArray<Taxonomy> taxonomies = [.. kinds.Select(kind => Taxonomy.Create(kind, options.Taxonomies.Contains(kind.Name) ? listed : [], problems))];
        var ids = published.Select(post => post.Head.Id).ToHashSet();
        return new Site(options, [.. published], PostList.Of("posts", listed), taxonomies, problems.ToImmutable())
        {
            Book = book,
            LeftOutFolders = [.. posts.Where(post => !ids.Contains(post.Head.Id)).Select(post => post.Head.Path).Where(path => SitePath.NameOf(path) == "index").Select(SitePath.FolderOf)],
        };
    }

    /// <summary>The names of a post's authors: its own, else the site's.</summary>
    public ImmutableArray<string> AuthorsOf(PostHead post) => AuthorsOf(post, Book, Options);

    /// <summary>The post or page of an id; null when there is none.</summary>
    public Post? Find(ulong id) => _byId.GetValueOrDefault(id);

    /// <summary>The older and the newer neighbour of a post among the posts of its language.</summary>
    public (PostHead? Older, PostHead? Newer) NeighboursOf(ulong id)
    {
        if (!_positions.TryGetValue(id, out var at))
        {
            return (null, null);
        }

        var posts = at.List.Posts;
        return (at.Index + 1 < posts.Length ? posts[at.Index + 1] : null, at.Index > 0 ? posts[at.Index - 1] : null);
    }

    /// <summary>A post in all languages that it is written in, itself included: the original first, then by tag; empty where it is written in one.</summary>
    public ImmutableArray<PostHead> TranslationsOf(ulong id) => _translations.GetValueOrDefault(id, []);

    /// <summary>The taxonomy of a name.</summary>
    public Taxonomy TaxonomyOf(string name) => Taxonomies.First(taxonomy => taxonomy.Name == name);

    private static ImmutableArray<string> AuthorsOf(PostHead post, AuthorBook book, SiteOptions options) =>
        book.NamesOf(post.Front.Authors.Length > 0 || options.Author.Length == 0 || post.IsPage ? post.Front.Authors : [options.Author]);

    private static IEnumerable<LanguageShelf> ShelvesOf(ImmutableArray<Post> published) => published
        .Select(post => post.Head)
        .Where(post => post.TranslatedInto is not null && !post.IsPage && !post.Front.IsUnlisted)
        .GroupBy(post => post.TranslatedInto ?? "", StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new LanguageShelf(group.Key, LanguageShelf.PrefixOf(group.Key), PostList.Of($"posts in {group.Key}", [.. group])));

    private static Dictionary<ulong, ImmutableArray<PostHead>> TranslationsOf(ImmutableArray<Post> published, string siteLanguage)
    {
        var found = new Dictionary<ulong, ImmutableArray<PostHead>>();
        if (published.All(post => post.Head.TranslatedInto is null))
        {
            return found;
        }

        foreach (var group in published.Select(post => post.Head).Where(post => !post.Front.IsUnlisted).GroupBy(post => post.TranslationKey(siteLanguage), StringComparer.Ordinal))
        {
            ImmutableArray<PostHead> all = [.. group.OrderBy(post => post.TranslatedInto ?? "", StringComparer.Ordinal).ThenBy(post => post.Path, StringComparer.Ordinal)];
            foreach (var post in all.Length > 1 ? all : [])
            {
                found[post.Id] = all;
            }
        }

        return found;
    }

    // The list is ordered by date: the posts of a year stand together.
    private static ImmutableArray<Year> YearsOf(PostList list)
    {
        var years = ImmutableArray.CreateBuilder<Year>();
        for (var start = 0; start < list.Posts.Length && list.Posts[start].Date is { } date;)
        {
            var end = start;
            while (end < list.Posts.Length && list.Posts[end].Date?.Year == date.Year)
            {
                end++;
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"years/{date.Year}");
            years.Add(new Year(date.Year, PostList.Of(name, list.Posts.Slice(start, end - start))));
            start = end;
        }

        return years.ToImmutable();
    }

    // Where some authors are introduced, one who is not may be a slip.
    private static IEnumerable<Diagnostic> Strangers(ImmutableArray<PostHead> posts, AuthorBook book)
    {
        if (book.Profiles.Length == 0)
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var post in posts)
        {
            foreach (var name in book.NamesOf(post.Front.Authors).Where(name => book.Find(name) is null && seen.Add(name)))
            {
                var near = Suggestion.For(name, book.Profiles.SelectMany(profile => (string[])[profile.Key, profile.Name]));
                var hint = near is null ? "add a profile, or leave it: the name is used as it is" : $"did you mean '{near}'?";
                var problem = Diagnostic.InFile(near is null ? SiteRules.AuthorNotIntroduced : SiteRules.UnknownAuthor, post.Path, $"'{name}' is not in authors.yml", hint);
                yield return problem;
            }
        }
    }

    private static bool IsPublished(PostHead post, SiteOptions options, ImmutableArray<Diagnostic>.Builder problems)
    {
        var publishing = options.Publishing;
        var due = post.Front.PublishDate?.Instant ?? post.Date;
        var reason =
            post.Front.IsDraft && !publishing.Drafts ? "it is a draft"
            : due > publishing.Now && !publishing.Future ? $"it is due on {Shown(due.Value)}"
            : post.Front.ExpiryDate?.Instant is { } expiry && expiry <= publishing.Now && !publishing.Expired ? $"it expired on {Shown(expiry)}"
            : null;
        if (reason is null)
        {
            return true;
        }

        problems.Add(Diagnostic.InFile(SiteRules.LeftOut, post.Path, $"left out: {reason}", null));
        return false;
    }

    private static string Shown(DateTimeOffset date) => date.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    // Posts before pages; newest first, without a date last, the path where dates are equal.
    private static int Compare(PostHead left, PostHead right)
    {
        if (left.IsPage != right.IsPage)
        {
            return left.IsPage ? 1 : -1;
        }

        var order = left.IsPage ? 0 : Nullable.Compare(right.Date, left.Date);
        return order != 0 ? order : string.CompareOrdinal(left.Path, right.Path);
    }
}
