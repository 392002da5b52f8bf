using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Modeling.Searching;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Theme;
using SiteGen.Pipeline.Threading;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>The immutable graph of a site: posts in order, pages, terms, years, neighbours.</summary>
[DebuggerDisplay("{Options.Title.Text}: {List.Posts.Length} posts, {Pages.Length} pages")]
internal sealed class Site
{
    private readonly Dictionary<ulong, PostHead> _byId;
    private readonly Dictionary<ulong, (PostList List, int Index)> _positions;
    private readonly Dictionary<string, PostHead> _listPageContents;
    private readonly TranslationGroups _translations;
    private readonly Lazy<Related> _related;
    private ImmutableDictionary<ulong, PostText> _edited = ImmutableDictionary<ulong, PostText>.Empty;

    private Site(SiteOptions options, ImmutableArray<PostHead> published, PostList list, ImmutableArray<Taxonomy> taxonomies)
    {
        Options = options;
        Published = published;
        List = list;
        Taxonomies = taxonomies;
        var pages = published.Where(head => head.IsPage && PublishingRules.IsListed(head));
        Pages = [.. pages.OrderBy(head => head.Front.Weight ?? int.MaxValue)];
        Menus = SiteMenus.Create(options, published.Where(head => head.Front.Menus.Length > 0), published);
        Years = Archive.YearsOf(list);
        Languages = LanguageSection.Create(options.Language, list, published);
        Searches = options.Search ? SearchSection.Create(Languages, published) : [];
        _byId = published.ToDictionary(post => post.Id);
        _positions = PositionsIn(Languages);
        _listPageContents = ListPages.ContentsOf(this);
        _translations = TranslationGroups.Create(published, options.Language);
        _related = new Lazy<Related>(() => new Related(this));
    }

    /// <summary>The options that the site is built with.</summary>
    public SiteOptions Options { get; }

    /// <summary>Every post and page that has a URL, unlisted ones too: posts newest first, then pages by path.</summary>
    public ImmutableArray<PostHead> Published { get; }

    /// <summary>The site's languages with their posts: its own first, then the others that posts are translated into, by tag.</summary>
    public ImmutableArray<LanguageSection> Languages { get; }

    /// <summary>What the search of each language finds; empty when the site has no search.</summary>
    public ImmutableArray<SearchSection> Searches { get; }

    /// <summary>The posts that lists show, newest first.</summary>
    public PostList List { get; }

    /// <summary>The stand-alone pages, by weight, then by path.</summary>
    public ImmutableArray<PostHead> Pages { get; }

    /// <summary>The menus by name.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<MenuItem>>> Menus { get; }

    /// <summary>Tags, categories, authors, series, and the site's own.</summary>
    public ImmutableArray<Taxonomy> Taxonomies { get; }

    /// <summary>The years with posts, latest first.</summary>
    public ImmutableArray<Year> Years { get; }

    /// <summary>Whether there are pages that list posts by date.</summary>
    public bool HasArchive => Options.Archives != ArchiveDepth.None && Years.Length > 0;

    /// <summary>Since when and until when the same posts are published, in ticks (100 ns, UTC); the end is exclusive.</summary>
    public required (long From, long Until) PublishedAlike { get; init; }

    /// <summary>Why posts are not published, by the ids of those that are not.</summary>
    public required IReadOnlyDictionary<ulong, string> ReasonsLeftOut { get; init; }

    /// <summary>The folders of bundles that are not published, so neither are the files in them.</summary>
    public required ImmutableArray<string> LeftOutFolders { get; init; }

    /// <summary>What the posts said when they were related to each other, by their ids.</summary>
    public required IReadOnlyDictionary<ulong, PostText> Texts { private get; init; }

    /// <summary>The authors with profiles.</summary>
    public required AuthorDirectory Authors { get; init; }

    /// <summary>The content of the data folder.</summary>
    public required ValueTree Values { get; init; }

    /// <summary>The archived comments.</summary>
    public required CommentIndex Comments { get; init; }

    /// <summary>What was found while relating posts to each other.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Relates parsed posts to each other.</summary>
    public static Site Create(ParsedSources sources, SiteOptions options)
    {
        var (posts, authors) = (sources.Posts, sources.Authors);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        diagnostics.AddRange(sources.Values.Diagnostics);
        var (published, leftOut) = Publish(posts, options, diagnostics);
        ImmutableArray<PostHead> listed = [.. published.Where(head => !head.IsPage && PublishingRules.IsListed(head))];
        diagnostics.AddRange(SiteChecks.UnknownAuthors(listed, authors));
        diagnostics.AddRange(SiteChecks.MisplacedProfiles(sources.Values, authors));
        diagnostics.AddRange(SiteChecks.RepeatedGuids(listed));
        diagnostics.AddRange(SiteChecks.UnusedPermalinks(posts, options));
        diagnostics.AddRange(ThemeStyle.Problems(options.Theme));
        var taxonomies = Group(listed, authors, options);
        diagnostics.AddRange(taxonomies.SelectMany(taxonomy => taxonomy.Diagnostics));
        diagnostics.AddRange(UnusedTerms.In(sources.Values, taxonomies.Where(taxonomy => options.Taxonomies.Contains(taxonomy.Options))));
        var comments = CommentIndex.Create(sources.Comments, posts);
        diagnostics.AddRange(comments.Diagnostics);
        return new Site(options, published, PostList.Create("posts", listed), taxonomies)
        {
            PublishedAlike = PublishingRules.PublishedAlike(posts, options.Publishing.Now),
            Texts = posts.ToDictionary(post => post.Head.Id, post => post.Text),
            Authors = authors,
            Values = sources.Values,
            Comments = comments,
            ReasonsLeftOut = leftOut,
            LeftOutFolders = FoldersOf(posts, leftOut),
            Diagnostics = diagnostics.ToImmutable(),
        };
    }

    /// <summary>This site with posts that say something else; whatever relates them to others is the same.</summary>
    public Site With(IEnumerable<KeyValuePair<ulong, PostText>> texts)
    {
        var copy = (Site)MemberwiseClone();
        copy._edited = _edited.SetItems(texts);
        return copy;
    }

    /// <summary>The names of a post's authors: its own, else the site's.</summary>
    public ImmutableArray<string> AuthorsOf(PostHead post) => AuthorsOf(post, Authors, Options);

    /// <summary>The post or page with an id; null when there is none.</summary>
    public PostHead? Find(ulong id) => _byId.GetValueOrDefault(id);

    /// <summary>What a post says; null when there is no such post.</summary>
    public PostText? TextOf(ulong id) => _edited.TryGetValue(id, out var text) ? text : Texts.GetValueOrDefault(id);

    /// <summary>The next older and the next newer post in the same language.</summary>
    public (PostHead? Older, PostHead? Newer) NeighboursOf(ulong id)
    {
        if (!_positions.TryGetValue(id, out var at))
        {
            return (null, null);
        }

        var posts = at.List.Posts;
        return (at.Index + 1 < posts.Length ? posts[at.Index + 1] : null, at.Index > 0 ? posts[at.Index - 1] : null);
    }

    /// <summary>Finds the posts that are most like another.</summary>
    public Related Related => _related.Value;

    /// <summary>The index of a post in <see cref="List"/>; null for one that it does not hold.</summary>
    public int? IndexOf(ulong id) => _positions.TryGetValue(id, out var at) && at.List == List ? at.Index : null;

    /// <summary>The pages whose text is shown above a list.</summary>
    public IEnumerable<PostHead> ListPageContents => _listPageContents.Values;

    /// <summary>The page whose text is shown above the list at a URL; null when there is none.</summary>
    /// <remarks>A page at the URL of a list that asks for a layout of its own replaces the list instead.</remarks>
    public PostHead? ListPageContentOf(string url) => _listPageContents.GetValueOrDefault(url);

    /// <summary>A post in all its languages, itself included: the original first, then by tag; empty when it has no translation.</summary>
    public ImmutableArray<PostHead> TranslationsOf(ulong id) => _translations.Of(id);

    /// <summary>The taxonomy with a name.</summary>
    public Taxonomy TaxonomyOf(string name) => Taxonomies.First(taxonomy => taxonomy.Name == name);

    private static (ImmutableArray<PostHead> Published, Dictionary<ulong, string> LeftOut) Publish(
        ImmutableArray<Post> posts, SiteOptions options, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var published = new List<PostHead>(posts.Length);
        var leftOut = new Dictionary<ulong, string>();
        foreach (var post in posts)
        {
            if (PublishingRules.ReasonToLeaveOut(post.Head, options.Publishing) is { } reason)
            {
                var text = PublishingRules.Describe(reason, post.Head);
                diagnostics.Add(Diagnostic.InFile(ModelingMessages.LeftOut(text), post.Head.Path));
                leftOut[post.Head.Id] = text;
            }
            else
            {
                published.Add(post.Head);
            }
        }

        published.Sort(static (left, right) => PublishingRules.Compare(left, right));
        return ([.. published], leftOut);
    }

    private static ImmutableArray<Taxonomy> Group(ImmutableArray<PostHead> listed, AuthorDirectory authors, SiteOptions options) =>
        ParallelStage.Run(
            TaxonomyKind.Create(options, post => AuthorsOf(post, authors, options)),
            static () => true,
            (_, kind) => Taxonomy.Create(kind, listed, options.Taxonomies.Contains(kind.Options)),
            CancellationToken.None);

    private static ImmutableArray<string> FoldersOf(ImmutableArray<Post> posts, Dictionary<ulong, string> leftOut)
    {
        var paths = posts.Where(post => leftOut.ContainsKey(post.Head.Id)).Select(post => post.Head.Path);
        return [.. paths.Where(path => SitePath.HasName(path, "index")).Select(SitePath.FolderOf)];
    }

    private static ImmutableArray<string> AuthorsOf(PostHead post, AuthorDirectory authors, SiteOptions options)
    {
        var hasOwn = post.Front.Authors.Length > 0 || options.Author.Length == 0 || post.IsPage;
        return authors.NamesOf(hasOwn ? post.Front.Authors : [options.Author]);
    }

    private static Dictionary<ulong, (PostList List, int Index)> PositionsIn(ImmutableArray<LanguageSection> languages)
    {
        var positions = new Dictionary<ulong, (PostList, int)>(languages[0].List.Posts.Length);
        foreach (var section in languages)
        {
            for (var i = 0; i < section.List.Posts.Length; i++)
            {
                positions[section.List.Posts[i].Id] = (section.List, i);
            }
        }

        return positions;
    }
}
