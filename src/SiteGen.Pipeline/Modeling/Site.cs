using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Theme;
using SiteGen.Pipeline.Threading;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>The immutable graph of a site: posts in order, pages, terms, years, neighbours.</summary>
internal sealed class Site
{
    private readonly Dictionary<ulong, Post> _byId;
    private readonly Dictionary<ulong, (PostList List, int Index)> _positions;
    private readonly Dictionary<string, Post> _listPageContents;
    private readonly Dictionary<ulong, ImmutableArray<PostHead>> _translations;

    private Site(SiteOptions options, ImmutableArray<Post> published, PostList list, ImmutableArray<Taxonomy> taxonomies, ImmutableArray<Diagnostic> problems)
    {
        Options = options;
        Published = published;
        List = list;
        Pages = [.. published.Select(post => post.Head).Where(head => head.IsPage && IsListed(head)).OrderBy(head => head.Front.Weight ?? int.MaxValue)];
        Menus = SiteMenus.Create(options, published.Select(post => post.Head).Where(head => head.Front.Menus.Length > 0), published.Select(post => post.Head));
        Taxonomies = taxonomies;
        Years = Archive.YearsOf(list);
        Diagnostics = problems;
        _listPageContents = IntroductionsOf(published, taxonomies);
        _byId = published.ToDictionary(post => post.Head.Id);
        Languages = [new LanguageSection(options.Language, "", list), .. LanguagesOf(published)];
        _positions = new Dictionary<ulong, (PostList, int)>(list.Posts.Length);
        foreach (var section in Languages)
        {
            for (var i = 0; i < section.List.Posts.Length; i++)
            {
                _positions[section.List.Posts[i].Id] = (section.List, i);
            }
        }

        _translations = TranslationsOf(published, options.Language);
    }

    /// <summary>What the site is built with.</summary>
    public SiteOptions Options { get; }

    /// <summary>Every post and page that has an address, unlisted ones too: posts newest first, then pages by path.</summary>
    public ImmutableArray<Post> Published { get; }

    /// <summary>The site's languages with their posts: its own first, then the others that posts are translated into, by tag.</summary>
    public ImmutableArray<LanguageSection> Languages { get; }

    /// <summary>The posts that stand in lists, newest first.</summary>
    public PostList List { get; }

    /// <summary>The stand-alone pages, by weight, then by path.</summary>
    public ImmutableArray<PostHead> Pages { get; }

    /// <summary>The menus by name.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<MenuItem>>> Menus { get; }

    /// <summary>Tags, categories, authors, series, and the site's own.</summary>
    public ImmutableArray<Taxonomy> Taxonomies { get; }

    /// <summary>The years with posts, latest first.</summary>
    public ImmutableArray<Year> Years { get; }

    /// <summary>Whether there are pages that list posts by their dates.</summary>
    public bool HasArchive => Options.Archives != ArchiveDepth.None && Years.Length > 0;

    /// <summary>The folders of bundles that are not published: what is in them is not either.</summary>
    public required ImmutableArray<string> LeftOutFolders { get; init; }

    /// <summary>The authors that the site introduces.</summary>
    public required AuthorDirectory Book { get; init; }

    /// <summary>What the data folder holds.</summary>
    public required ValueTree Values { get; init; }

    /// <summary>The archived comments.</summary>
    public required CommentIndex Comments { get; init; }

    /// <summary>What was noticed while relating posts to each other.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Relates parsed posts to each other.</summary>
    public static Site Create(ParsedSources sources, SiteOptions options)
    {
        var (posts, book) = (sources.Posts, sources.Authors);
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        problems.AddRange(sources.Values.Diagnostics);
        var published = posts.Where(post => IsPublished(post.Head, options, problems)).ToArray();
        Array.Sort(published, static (left, right) => Compare(left.Head, right.Head));
        ImmutableArray<PostHead> listed = [.. published.Select(post => post.Head).Where(post => !post.IsPage && IsListed(post))];
        problems.AddRange(Strangers(listed, book));
        problems.AddRange(UnusedPermalinks(posts, options));
        problems.AddRange(ThemeStyle.Problems(options.Theme));
        var kinds = TaxonomyKind.Create(options, post => AuthorsOf(post, book, options));
        var taxonomies = ParallelStage.Run(kinds, static () => true, (_, kind) => Taxonomy.Create(kind, options.Taxonomies.Contains(kind.Options) ? listed : []), CancellationToken.None);
        problems.AddRange(taxonomies.SelectMany(taxonomy => taxonomy.Diagnostics));
        problems.AddRange(UnusedTerms.In(sources.Values, taxonomies.Where(taxonomy => options.Taxonomies.Contains(taxonomy.Options))));
        var section = CommentIndex.Create(sources.Comments, posts);
        problems.AddRange(section.Diagnostics);
        var ids = published.Select(post => post.Head.Id).ToHashSet();
        return new Site(options, [.. published], PostList.Create("posts", listed), taxonomies, problems.ToImmutable())
        {
            Book = book,
            Values = sources.Values,
            Comments = section,
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

    /// <summary>The place of a post in the list of all posts; null for one that stands in no list.</summary>
    public int? PlaceOf(ulong id) => _positions.TryGetValue(id, out var at) && at.List == List ? at.Index : null;

    /// <summary>The pages whose text stands above a list.</summary>
    public IEnumerable<Post> ListPageContents => _listPageContents.Values;

    /// <summary>The page whose text stands above the list at an address; null when there is none.</summary>
    /// <remarks>A page at the address of a list that asks for a layout of its own takes the list's place instead.</remarks>
    public Post? ListPageContentOf(string url) => _listPageContents.GetValueOrDefault(url);

    /// <summary>A post in all languages that it is written in, itself included: the original first, then by tag; empty where it is written in one.</summary>
    public ImmutableArray<PostHead> TranslationsOf(ulong id) => _translations.GetValueOrDefault(id, []);

    /// <summary>The taxonomy of a name.</summary>
    public Taxonomy TaxonomyOf(string name) => Taxonomies.First(taxonomy => taxonomy.Name == name);

    private static ImmutableArray<string> AuthorsOf(PostHead post, AuthorDirectory book, SiteOptions options) =>
        book.NamesOf(post.Front.Authors.Length > 0 || options.Author.Length == 0 || post.IsPage ? post.Front.Authors : [options.Author]);

    // A post that only leads elsewhere would be two entries with one text.
    private static bool IsListed(PostHead post) => !post.Front.IsUnlisted && post.Front.RedirectTo is null && post.TranslatedInto is null;

    private static IEnumerable<LanguageSection> LanguagesOf(ImmutableArray<Post> published) => published
        .Select(post => post.Head)
        .Where(post => post.TranslatedInto is not null && !post.IsPage && !post.Front.IsUnlisted)
        .GroupBy(post => post.TranslatedInto ?? "", StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new LanguageSection(group.Key, UrlPath.PrefixOf(group.Key), PostList.Create($"posts in {group.Key}", [.. group])));

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

    private static Dictionary<string, Post> IntroductionsOf(ImmutableArray<Post> published, ImmutableArray<Taxonomy> taxonomies)
    {
        var lists = taxonomies.SelectMany(taxonomy => taxonomy.Terms.Select(term => term.Url).Append(taxonomy.Url)).ToHashSet(StringComparer.Ordinal);
        return published.Where(post => post.Head.IsPage && post.Head.Front.Layout is null && lists.Contains(post.Head.Url))
            .DistinctBy(post => post.Head.Url).ToDictionary(post => post.Head.Url, StringComparer.Ordinal);
    }

    // A slip in the name of a folder would silently leave the usual pattern in force.
    private static IEnumerable<Diagnostic> UnusedPermalinks(ImmutableArray<Post> posts, SiteOptions options)
    {
        foreach (var section in options.SectionPermalinks)
        {
            var folder = $"{options.Folders.Posts}/{section.Section}/";
            if (!posts.Any(post => post.Head.Path.StartsWith(folder, StringComparison.Ordinal)))
            {
                yield return Diagnostic.InFile(SiteRules.UnusedPermalink, "sitegen.yml", $"'permalink' names the folder '{section.Section}', and there is no post in {folder}", "give patterns for 'posts', 'pages', or a folder of posts");
            }
        }
    }

    // Where some authors are introduced, one who is not may be a slip.
    private static IEnumerable<Diagnostic> Strangers(ImmutableArray<PostHead> posts, AuthorDirectory book)
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
                var problem = Diagnostic.InFile(near is null ? SiteRules.AuthorNotIntroduced : SiteRules.UnknownAuthor, post.Path, $"'{name}' is not in authors.yml", hint).At(post.Front.PositionOf("authors"));
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
