using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Routing;

namespace SiteGen.Pipeline.Inspection;

/// <summary>Says in words what a rendering read.</summary>
internal sealed class DependencyNames
{
    private readonly Dictionary<ulong, string> _posts;
    private readonly Dictionary<ulong, string> _templates;
    private readonly Dictionary<ulong, string> _data;
    private readonly Dictionary<ulong, string> _targets;
    private readonly Dictionary<ulong, string> _files;

    /// <summary>Names for everything in a site that can be read.</summary>
    public DependencyNames(InspectedSite site)
    {
        _posts = site.Heads.ToDictionary(head => head.Id, head => head.Path);
        _templates = site.Tree.OfKind(SourceKind.Template)
            .ToDictionary(file => ParsedTemplates.IdOf(file.RelativePath), file => file.RelativePath);
        _files = site.Tree.Files.ToDictionary(file => file.Id, file => file.Path);
        _data = [];
        foreach (var file in site.Tree.OfKind(SourceKind.Data))
        {
            var stem = file.RelativePath[..file.RelativePath.LastIndexOf('.')];
            _data[ValueTree.IdOf(stem)] = file.Path;
        }

        _targets = [];
        foreach (var route in site.Routes.Routes)
        {
            _targets[RouteTable.TargetIdOf(route.Url)] = route.Url;
            _targets[RouteTable.TargetIdOf(route.Origin)] = route.Url;
        }
    }

    /// <summary>What was read, a row for each kind.</summary>
    public Listing RowsFor(IEnumerable<DependencyKey> reads)
    {
        var rows = reads.OrderBy(key => key.Kind).GroupBy(key => WordOf(key.Kind)).Select(RowOf);
        return Listing.From(["reads", "number", "which"], rows);
    }

    private ImmutableArray<Cell> RowOf(IGrouping<string, DependencyKey> group)
    {
        ImmutableArray<string> which =
        [
            .. group.Select(key => NamesIn(key.Kind)?.GetValueOrDefault(key.Id)).OfType<string>().Distinct().Order(StringComparer.Ordinal),
        ];
        return [group.Key, group.Count(), which];
    }

    private Dictionary<ulong, string>? NamesIn(DependencyKind kind) => kind switch
    {
        DependencyKind.Head or DependencyKind.Text or DependencyKind.Body or DependencyKind.Comments
            or DependencyKind.Neighbours or DependencyKind.Translations or DependencyKind.LeftOut => _posts,
        DependencyKind.Template => _templates,
        DependencyKind.Value => _data,
        DependencyKind.Link => _targets,
        DependencyKind.File or DependencyKind.Image or DependencyKind.Variant or DependencyKind.Length => _files,
        _ => null,
    };

    private static string WordOf(DependencyKind kind) => kind switch
    {
        DependencyKind.Head => "front matter",
        DependencyKind.Text => "summaries",
        DependencyKind.Body => "texts",
        DependencyKind.Comments => "comments",
        DependencyKind.Neighbours => "neighbours",
        DependencyKind.Prefix or DependencyKind.Count or DependencyKind.Slice => "lists of posts",
        DependencyKind.Term => "terms",
        DependencyKind.Terms => "lists of terms",
        DependencyKind.SiteList => "lists of the whole site",
        DependencyKind.ListPageContent => "text above a list",
        DependencyKind.Value => "data",
        DependencyKind.Template => "templates",
        DependencyKind.Asset => "addresses of the theme's files",
        DependencyKind.Link => "targets of links",
        DependencyKind.File => "copied files",
        DependencyKind.Image => "sizes of pictures",
        DependencyKind.Variant => "versions of pictures",
        DependencyKind.Drawing => "what cards and icons are drawn with",
        DependencyKind.Icons => "addresses of the site's icon",
        DependencyKind.Length => "sizes of files",
        DependencyKind.Words => "words of the theme",
        DependencyKind.Translations => "translations",
        DependencyKind.LeftOut => "reasons why posts are left out",
        DependencyKind.Plan => "all addresses of the site",
        _ => "the moment of the build",
    };
}
