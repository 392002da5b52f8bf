using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>The current fingerprint of everything that a rendering can read.</summary>
/// <remarks>Recording and checking both use it, so they cannot differ.</remarks>
internal sealed class DependencyFingerprints(Site site, RouteTable routes, ParsedTemplates templates)
{
    private readonly Dictionary<ulong, PostList> _lists = site.Taxonomies.SelectMany(taxonomy => taxonomy.Terms).SelectMany(ListsOf)
        .Concat(site.Years.SelectMany(year => year.Months.Select(month => month.List).Append(year.List)))
        .Concat(site.Languages.Select(section => section.List))
        .ToDictionary(list => list.Id);

    private readonly Dictionary<ulong, Term> _terms = site.Taxonomies.SelectMany(taxonomy => taxonomy.Terms)
        .SelectMany(term => ListsOf(term).Select(list => KeyValuePair.Create(list.Id, term))).ToDictionary();

    private readonly Dictionary<ulong, Fingerprint> _siteLists = SiteLists(site);

    private readonly Dictionary<ulong, Fingerprint> _listPageContents =
        site.ListPageContents.ToDictionary(page => IdOf(page.Head.Url).Low, page => IdOf(page.Head.Path));

    private readonly Dictionary<ulong, Translations> _words = LanguagesOf(site)
        .ToDictionary(language => IdOf(language).Low, language => templates.Words.SetOf(language, site.Options.Language));

    /// <summary>The translations for a language of the site or of one of its posts.</summary>
    public Translations WordsOf(string language) => _words[IdOf(language).Low];

    /// <summary>The current fingerprint of a dependency; the default when it does not exist.</summary>
    public Fingerprint this[DependencyKey key] => key.Kind switch
    {
        DependencyKind.Head => site.Find(key.Id)?.Head.Fingerprint ?? default,
        DependencyKind.Text => site.Find(key.Id)?.Head.TextFingerprint ?? default,
        DependencyKind.Body => site.Find(key.Id)?.BodyFingerprint ?? default,
        DependencyKind.Comments => site.Comments.FingerprintOf(key.Id),
        DependencyKind.Neighbours => Of(site.NeighboursOf(key.Id)),
        DependencyKind.Translations => site.TranslationsOf(key.Id).Aggregate(IdOf("translations"), (all, post) => all.And(post.Path)),
        DependencyKind.Prefix => _lists.GetValueOrDefault(key.Id)?.Prefix(key.Part) ?? default,
        DependencyKind.Count => _lists.GetValueOrDefault(key.Id) is { } list ? IdOf("count").And(list.Posts.Length) : default,
        DependencyKind.Slice => Slice(key.Id, key.Part),
        DependencyKind.Term => _terms.GetValueOrDefault(key.Id)?.Fingerprint ?? default,
        DependencyKind.Terms or DependencyKind.SiteList => _siteLists.GetValueOrDefault(key.Id),
        DependencyKind.ListPageContent => _listPageContents.GetValueOrDefault(key.Id),
        DependencyKind.Value => site.Values.FingerprintOf(key.Id),
        DependencyKind.Words => _words.GetValueOrDefault(key.Id)?.Fingerprint ?? default,
        DependencyKind.Template => templates.FingerprintOf(key.Id),
        DependencyKind.Link => routes.UrlFingerprint(key.Id),
        DependencyKind.Asset => routes.AssetFingerprint(key.Id),
        DependencyKind.File => routes.FileFingerprint(key.Id),
        DependencyKind.Length => routes.LengthFingerprint(key.Id),
        DependencyKind.Image => routes.ImageFingerprint(key.Id),
        DependencyKind.LeftOut => site.ReasonsLeftOut.TryGetValue(key.Id, out var reason) ? IdOf(reason) : default,
        DependencyKind.Plan => routes.PlanFingerprint,
        _ => throw new UnreachableException(),
    };

    private Fingerprint Slice(ulong list, int page)
    {
        var size = site.Options.Paginate;
        return _lists.GetValueOrDefault(list)?.Slice((page - 1) * size, page * size) ?? default;
    }

    private static IEnumerable<PostList> ListsOf(Term term) => term.List == term.Newest ? [term.List] : [term.List, term.Newest];

    private static IEnumerable<string> LanguagesOf(Site site) => site.Published.Select(post => post.Head.Language)
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
        IdOf("neighbours").And(neighbours.Older?.Path).And(neighbours.Newer?.Path);
}
