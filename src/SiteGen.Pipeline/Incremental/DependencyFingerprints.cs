using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Highlighting;
using SiteGen.Pipeline.ImageProcessing;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Modeling.Searching;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>The current fingerprint of everything that a rendering can read.</summary>
/// <remarks>Recording and checking both use it, so they cannot differ.</remarks>
internal sealed class DependencyFingerprints
{
    private readonly RouteTable _routes;
    private readonly ParsedTemplates _templates;
    private readonly ImageSettings _images;
    private readonly Dictionary<ulong, PostList> _lists;
    private readonly Dictionary<ulong, Term> _terms;
    private readonly Dictionary<ulong, Fingerprint> _siteLists;
    private readonly Dictionary<ulong, Fingerprint> _listPageContents;
    private readonly Dictionary<ulong, Translations> _words;
    private Site _site;

    // Lazy: all terms of all posts are read, and few sites have a search.
    private Lazy<Dictionary<ulong, SearchFingerprints>> _searches;

    public DependencyFingerprints(Site site, RouteTable routes, ParsedTemplates templates, ImageSettings images)
    {
        (_site, _routes, _templates, _images) = (site, routes, templates, images);
        _lists = site.Taxonomies.SelectMany(taxonomy => taxonomy.Terms).SelectMany(ListsOf)
            .Concat(site.Years.SelectMany(year => year.Months.Select(month => month.List).Append(year.List)))
            .Concat(site.Languages.SelectMany(section => ListsOf(section)))
            .Concat(site.Searches.Select(section => section.List))
            .ToDictionary(list => list.Id);
        _terms = site.Taxonomies.SelectMany(taxonomy => taxonomy.Terms)
            .SelectMany(term => ListsOf(term).Select(list => KeyValuePair.Create(list.Id, term))).ToDictionary();
        _searches = SearchesOf(site);
        _siteLists = SiteLists(site);
        _listPageContents = site.ListPageContents.ToDictionary(page => IdOf(page.Url).Low, page => IdOf(page.Path));
        _words = LanguagesOf(site)
            .ToDictionary(language => IdOf(language).Low, language => templates.Words.SetOf(language, site.Options.Language));
    }

    /// <summary>The fingerprints after an edit of some texts.</summary>
    /// <param name="site">The site after it.</param>
    /// <param name="edited">The ids of the posts with other texts.</param>
    public DependencyFingerprints With(Site site, IReadOnlySet<ulong> edited)
    {
        var copy = (DependencyFingerprints)MemberwiseClone();
        copy._site = site;
        copy._searches = !_searches.IsValueCreated
            ? SearchesOf(site)
            : new(_searches.Value.ToDictionary(search => search.Key, search => search.Value.With(_site, site, edited)));
        return copy;
    }

    /// <summary>The languages that code is coloured in.</summary>
    public GrammarSet Grammars => _templates.Grammars;

    /// <summary>The translations for a language of the site or of one of its posts.</summary>
    public Translations WordsOf(string language) => _words[IdOf(language).Low];

    /// <summary>The current fingerprint of a dependency; the default when it does not exist.</summary>
    public Fingerprint this[DependencyKey key] => key.Kind switch
    {
        DependencyKind.Head => _site.Find(key.Id)?.Fingerprint ?? default,
        DependencyKind.Text => _site.TextOf(key.Id)?.Fingerprint ?? default,
        DependencyKind.Body => _site.TextOf(key.Id)?.Body.Fingerprint ?? default,
        DependencyKind.Comments => _site.Comments.FingerprintOf(key.Id),
        DependencyKind.Neighbours => Of(_site.NeighboursOf(key.Id)),
        DependencyKind.Translations => _site.TranslationsOf(key.Id).Aggregate(IdOf("translations"), (all, post) => all.And(post.Path)),
        DependencyKind.Prefix => _lists.GetValueOrDefault(key.Id)?.Prefix(key.Part) ?? default,
        DependencyKind.Count => _lists.GetValueOrDefault(key.Id) is { } list ? IdOf("count").And(list.Posts.Length) : default,
        DependencyKind.Slice => Slice(key.Id, key.Part),
        DependencyKind.Term => _terms.GetValueOrDefault(key.Id)?.Fingerprint ?? default,
        DependencyKind.Terms or DependencyKind.SiteList => _siteLists.GetValueOrDefault(key.Id),
        DependencyKind.ListPageContent => _listPageContents.GetValueOrDefault(key.Id),
        DependencyKind.Value => _site.Values.FingerprintOf(key.Id),
        DependencyKind.Words => _words.GetValueOrDefault(key.Id)?.Fingerprint ?? default,
        DependencyKind.Languages => Grammars.Fingerprint,
        DependencyKind.Template => _templates.FingerprintOf(key.Id),
        DependencyKind.Link => _routes.UrlFingerprint(key.Id),
        DependencyKind.Asset => _routes.AssetFingerprint(key.Id),
        DependencyKind.File => _routes.FileFingerprint(key.Id),
        DependencyKind.Length => _routes.LengthFingerprint(key.Id),
        DependencyKind.Image => _routes.ImageFingerprint(key.Id),
        DependencyKind.Variant => _routes.PictureFingerprint(key.Id) is var picture && picture != default
            ? picture.And(_images.Fingerprint)
            : default,
        DependencyKind.Drawing => _images.Drawings.Fingerprint,
        DependencyKind.Icons => _routes.IconsFingerprint,
        DependencyKind.LeftOut => _site.ReasonsLeftOut.TryGetValue(key.Id, out var reason) ? IdOf(reason) : default,
        DependencyKind.Plan => _routes.PlanFingerprint,
        DependencyKind.Search => _searches.Value.GetValueOrDefault(key.Id)?.Of(key.Part) ?? default,
        DependencyKind.Now => IdOf("now").And(_site.Options.Publishing.Now.UtcTicks),
        _ => throw new UnreachableException(),
    };

    /// <summary>Things read, with their current fingerprints.</summary>
    public ImmutableArray<Dependency> Of(ImmutableArray<DependencyKey> reads) => [.. reads.Select(key => new Dependency(key, this[key]))];

    private Fingerprint Slice(ulong list, int page)
    {
        var size = _site.Options.Paginate;
        return _lists.GetValueOrDefault(list)?.Slice((page - 1) * size, page * size) ?? default;
    }

    private static Lazy<Dictionary<ulong, SearchFingerprints>> SearchesOf(Site site) => new(() =>
        site.Searches.ToDictionary(section => section.List.Id, section => SearchFingerprints.Create(site, section)));

    private static IEnumerable<PostList> ListsOf(LanguageSection section) => Both(section.List, section.Home);

    private static IEnumerable<PostList> ListsOf(Term term) => Both(term.List, term.Newest);

    private static IEnumerable<PostList> Both(PostList list, PostList other) => list == other ? [list] : [list, other];

    private static IEnumerable<string> LanguagesOf(Site site) => site.Published.Select(post => post.Language)
        .Concat(site.Languages.Select(section => section.Language))
        .Distinct(StringComparer.Ordinal);

    private static Dictionary<ulong, Fingerprint> SiteLists(Site site)
    {
        var lists = site.Taxonomies.ToDictionary(TermsIdOf, taxonomy => taxonomy.Fingerprint);
        lists.Add(IdOf("years").Low, OfIds(site.Years.SelectMany(year => year.Months.Select(month => month.List.Id).Append(year.List.Id))));
        lists.Add(IdOf("menus").Low, SiteMenus.FingerprintOf(site.Menus));
        lists.Add(IdOf("pages").Low, OfIds(site.Pages.Select(page => page.Id)));
        lists.Add(IdOf("languages").Low, site.Languages.Aggregate(IdOf("languages"), (all, section) => all.And(section.Language)));
        lists.Add(IdOf("authors").Low, site.Authors.Profiles.Aggregate(IdOf("authors"), (all, profile) => all.And(profile.Fingerprint)));
        return lists;
    }

    /// <summary>Identifies all terms of a taxonomy; the prefix keeps a taxonomy named 'years' apart from the site's list.</summary>
    public static ulong TermsIdOf(Taxonomy taxonomy) => IdOf($"taxonomies/{taxonomy.Name}").Low;

    /// <summary>Fingerprint of a name.</summary>
    public static Fingerprint IdOf(string name) => Fingerprint.Compute(name);

    private static Fingerprint OfIds(IEnumerable<ulong> ids) =>
        ids.Aggregate(IdOf("ids"), (all, id) => all.And(unchecked((long)id)));

    private static Fingerprint Of((PostHead? Older, PostHead? Newer) neighbours) =>
        IdOf("neighbours").And(unchecked((long)(neighbours.Older?.Id ?? 0))).And(unchecked((long)(neighbours.Newer?.Id ?? 0)));
}
