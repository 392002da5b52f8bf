using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Plans the whole site: one route for every file, and an error for every two that want one place.</summary>
/// <remarks>Paths are compared as the least able file system does: without case, in NFC.</remarks>
internal sealed class Router
{
    private readonly Site _site;
    private readonly Dictionary<string, Route> _byPath;
    private readonly List<Redirect> _redirects = [];
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    private Router(Site site, int files)
    {
        _site = site;
        _byPath = new Dictionary<string, Route>(((site.Published.Length + files) * 5 / 4) + 100, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Plans a site from its posts and its other files.</summary>
    /// <param name="site">The posts and how they relate.</param>
    /// <param name="files">The files that are copied, theme included, with the fingerprints of assets as stamps.</param>
    public static RouteTable Plan(Site site, ImmutableArray<SourceFile> files)
    {
        var router = new Router(site, files.Length);
        router.AddPosts();
        router.AddFiles(files);
        router.AddLists();
        router.AddMachineFiles();
        router.AddAliases();
        router.AddRedirectsFile();
        router._problems.AddRange(MenuCheck.In(site, router._byPath, router._redirects));
        var routes = router.WithoutBlocked([.. router._byPath.Values.OrderBy(route => route.OutputPath, StringComparer.Ordinal)]);
        return new RouteTable(routes, router._problems.ToImmutable());
    }

    private void AddPosts()
    {
        foreach (var post in _site.Published)
        {
            if (UrlPath.Problem(post.Head.Url) is { } problem)
            {
                _problems.Add(Diagnostic.InFile(SiteRules.InvalidUrl, post.Head.Path, $"'{post.Head.Url}' cannot be an address: {problem}", "give it another 'slug' or 'url'"));
                continue;
            }

            if (post.Head.Front.RedirectTo is { } elsewhere)
            {
                AddRedirect(post.Head, elsewhere);
            }
            else if (_site.ListPageContentOf(post.Head.Url) != post)
            {
                Add(new PostRoute(post, UrlPath.OutputPath(post.Head.Url)));
            }
        }
    }

    private void AddFiles(ImmutableArray<SourceFile> files)
    {
        var bundles = _site.Published
            .Where(post => SitePath.NameOf(post.Head.Path) == "index")
            .DistinctBy(post => SitePath.FolderOf(post.Head.Path))
            .ToDictionary(post => SitePath.FolderOf(post.Head.Path), post => post.Head.Url, StringComparer.Ordinal);
        foreach (var file in files)
        {
            var url = file.Kind switch
            {
                SourceKind.Asset => AssetUrl(file),
                SourceKind.Attachment => AttachmentUrl(file, bundles),
                _ => "/" + file.RelativePath,
            };
            if (url is not null)
            {
                Add(new CopyRoute(file, url, UnicodeNormalization.Compose(url[1..])));
            }
        }
    }

    // A style sheet's name changes with its content, so that browsers may keep it for ever.
    private static string AssetUrl(SourceFile file)
    {
        var name = SitePath.NameOf(file.RelativePath);
        var folder = SitePath.FolderOf(file.RelativePath);
        var ending = Path.GetExtension(file.RelativePath);
        return $"/assets/{(folder.Length == 0 ? "" : folder + "/")}{name}.{file.Stamp.ToString()[..10]}{ending}";
    }

    // A file in a post's folder goes where the post's page is; one of a draft's folder goes nowhere.
    private string? AttachmentUrl(SourceFile file, Dictionary<string, string> bundles)
    {
        for (var folder = file.Folder; folder.Length > 0; folder = SitePath.FolderOf(folder))
        {
            if (bundles.TryGetValue(folder, out var url))
            {
                var at = url.EndsWith('/') ? url : url[..(url.LastIndexOf('/') + 1)];
                return at + file.Path[(folder.Length + 1)..];
            }
        }

        return _site.LeftOutFolders.Any(folder => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)) ? null : $"/{file.Path.TrimStart('_')}";
    }

    private void AddLists()
    {
        var options = _site.Options;
        foreach (var section in _site.Languages)
        {
            var pages = Math.Max(1, (section.List.Posts.Length + options.Paginate - 1) / options.Paginate);
            for (var page = 1; page <= pages; page++)
            {
                var url = HomeUrl(section, page);
                Add(new HomeRoute(section, url, UrlPath.OutputPath(url), page, pages));
            }
        }

        foreach (var taxonomy in _site.Taxonomies.Where(taxonomy => taxonomy.Terms.Length > 0))
        {
            Add(new TermsRoute(taxonomy, _site.ListPageContentOf(taxonomy.Url), UrlPath.OutputPath(taxonomy.Url)));
            foreach (var term in taxonomy.Terms)
            {
                Add(new TermRoute(taxonomy, term, _site.ListPageContentOf(term.Url), UrlPath.OutputPath(term.Url)));
                AddFeedOf(term);
            }
        }

        AddArchive();
        if (_site.Options.Feeds.Files.Length > 0)
        {
            Add(new FeedsRoute());
        }
    }

    private void AddArchive()
    {
        if (!_site.HasArchive)
        {
            return;
        }

        Add(new ArchiveRoute(null, null, Archive.Url, UrlPath.OutputPath(Archive.Url)));
        foreach (var year in _site.Years)
        {
            Add(new ArchiveRoute(year, null, year.Url, UrlPath.OutputPath(year.Url)));
            foreach (var month in _site.Options.Archives == ArchiveDepth.Months ? year.Months : [])
            {
                Add(new ArchiveRoute(year, month, month.Url, UrlPath.OutputPath(month.Url)));
            }
        }
    }

    private void AddFeedOf(Term term)
    {
        if (_site.Options.Feeds.OfTerms)
        {
            var subject = new FeedSubject($"{term.Name} · {_site.Options.Title}", term.Url, term.Newest, _site.Options.Language);
            Add(new FeedRoute(FeedFormat.Rss, subject, term.FeedUrl, UrlPath.OutputPath(term.FeedUrl)));
        }
    }

    /// <summary>The address of a page of the home list.</summary>
    public static string HomeUrl(LanguageSection section, int page) =>
        page == 1 ? $"{section.Prefix}/" : string.Create(CultureInfo.InvariantCulture, $"{section.Prefix}/page/{page}/");

    private void AddMachineFiles()
    {
        AddUnlessGiven(new NotFoundRoute());
        foreach (var feed in _site.Options.Feeds.Files)
        {
            foreach (var section in _site.Languages.Where(section => section.Prefix.Length == 0 || feed.Format == FeedFormat.Rss))
            {
                var subject = new FeedSubject(_site.Options.Title, $"{section.Prefix}/", section.List, section.Language);
                AddUnlessGiven(new FeedRoute(feed.Format, subject, section.Prefix + feed.Path, UrlPath.OutputPath(section.Prefix + feed.Path)));
            }
        }

        AddSitemap();
        AddUnlessGiven(new WebManifestRoute());
        AddUnlessGiven(new RobotsRoute());
    }

    private void AddSitemap()
    {
        var most = _site.Options.Limits.SitemapAddresses;
        var parts = (_byPath.Values.Count(SitemapRoute.Lists) + most - 1) / most;
        if (parts <= 1)
        {
            AddUnlessGiven(new SitemapRoute(null, "/sitemap.xml"));
            return;
        }

        AddUnlessGiven(new SitemapIndexRoute(parts));
        for (var part = 1; part <= parts; part++)
        {
            AddUnlessGiven(new SitemapRoute(part, string.Create(CultureInfo.InvariantCulture, $"/sitemap-{part}.xml")));
        }
    }

    private void AddAliases()
    {
        foreach (var head in _site.Published.Select(post => post.Head))
        {
            foreach (var alias in head.Front.Aliases)
            {
                AddAlias(head, alias);
            }
        }
    }

    private void AddAlias(PostHead head, string alias)
    {
        // Some keep them as complete addresses.
        var own = _site.Options.BaseUrl.AbsoluteUri;
        alias = alias.StartsWith(own, StringComparison.OrdinalIgnoreCase) ? "/" + alias[own.Length..] : alias;
        if (UrlPath.Problem(alias) is { } problem)
        {
            _problems.Add(Diagnostic.InFile(SiteRules.InvalidUrl, head.Path, $"the alias '{alias}' cannot be an address: {problem}", "write a path from the site's root, like '/old-name/'").At(head.Front.PositionOf("aliases")));
            return;
        }

        if (alias.Contains('?', StringComparison.Ordinal))
        {
            AddQueryAlias(head, alias);
            return;
        }

        var url = UrlPath.Normalize(alias);
        var output = UrlPath.OutputPath(url);
        if (_byPath.TryGetValue(output, out var taken) && taken.Origin == head.Path)
        {
            if (taken is PostRoute)
            {
                _problems.Add(Diagnostic.InFile(SiteRules.UselessAlias, head.Path, $"the alias '{alias}' is the page's own address", "delete it").At(head.Front.PositionOf("aliases")));
            }

            return;
        }

        if (taken is PostRoute or TermRoute or TermsRoute or ArchiveRoute or HomeRoute or CopyRoute)
        {
            var message = $"the alias '{alias}' is the address of {taken.Origin}";
            var clash = Diagnostic.InFile(SiteRules.RouteClash, head.Path, message, "delete the alias, or give the other another 'slug' or 'url'").At(head.Front.PositionOf("aliases"));
            _problems.Add(clash with { Notes = [new DiagnosticNote(taken.Origin, LinePosition.None, $"is at {taken.Url}"), new DiagnosticNote(head.Path, LinePosition.None, $"wants {url}")] });
            return;
        }

        AddRedirect(new AliasRoute(head, null, url, output), head.Url);
    }

    // WordPress' '/?p=12': the query is no part of a file's name, so that only a rule of the host can lead on from it.
    private void AddQueryAlias(PostHead head, string alias)
    {
        var path = UrlPath.Normalize(alias);
        var query = _site.Options.Redirects == RedirectStyle.Pages ? null : QueryRule.From(alias);
        var problem = Diagnostic.InFile(SiteRules.AliasWithQuery, head.Path, $"the alias '{alias}' cannot be a file: what stands behind '?' is no part of a file's name", $"make a rule of the host that leads from it to {head.Url}, and delete the alias").At(head.Front.PositionOf("aliases"));
        if (query is null)
        {
            _problems.Add(problem);
            return;
        }

        _redirects.Add(new Redirect(path, head.Url) { Query = query, IsOverPage = _byPath.ContainsKey(UrlPath.OutputPath(path)) });
        _problems.Add(problem with { Severity = DiagnosticSeverity.Note, Hint = "it stands in _redirects, which leads on where the host compares queries, as Netlify does" });
    }

    // A post that only says where it has gone.
    private void AddRedirect(PostHead head, string elsewhere)
    {
        if (RedirectTarget.ProblemOf(elsewhere) is { } problem)
        {
            _problems.Add(Diagnostic.InFile(SiteRules.InvalidUrl, head.Path, $"'redirect_to' leads to '{elsewhere}', which cannot be an address: {problem}", "write a complete address, a path from the site's root, or the name of a post's file").At(head.Front.ValuePositionOf("redirectTo")));
            return;
        }

        var to = RedirectTarget.Resolve(head, _site);
        if (to == elsewhere && RedirectTarget.IsSource(elsewhere))
        {
            var near = Suggestion.For(SitePath.NameOf(elsewhere), _site.Published.Select(post => SitePath.NameOf(post.Head.Path)).Order(StringComparer.Ordinal));
            _problems.Add(Diagnostic.InFile(SiteRules.BrokenLink, head.Path, $"'redirect_to' leads to '{elsewhere}', which is no post or page", near is null ? "write the name of a post's file, or an address" : $"did you mean '{near}'?").At(head.Front.ValuePositionOf("redirectTo")));
        }

        AddRedirect(new AliasRoute(head, to, head.Url, UrlPath.OutputPath(head.Url)), to);
    }

    private void AddRedirect(AliasRoute route, string to)
    {
        _redirects.Add(new Redirect(route.Url, to));
        if (_site.Options.Redirects != RedirectStyle.File)
        {
            Add(route);
        }
        else if (_byPath.TryGetValue(route.OutputPath, out var first))
        {
            ReportClash(first, route);
        }
    }

    private void AddRedirectsFile()
    {
        ReportLoops();
        if (_site.Options.Redirects != RedirectStyle.Pages && _redirects.Count > 0)
        {
            AddUnlessGiven(new RedirectsRoute([.. _redirects.OrderBy(redirect => redirect.From, StringComparer.Ordinal).ThenBy(redirect => redirect.Query.Length == 0).ThenBy(redirect => redirect.Query, StringComparer.Ordinal)]));
        }
    }

    // Followed as a browser would: a page that redirects to one that redirects back is never shown.
    private void ReportLoops()
    {
        var pages = _site.Published.Select(post => post.Head).Where(head => head.Front.RedirectTo is not null).DistinctBy(head => head.Url, StringComparer.OrdinalIgnoreCase).ToArray();
        var next = pages.ToDictionary(head => head.Url, head => UrlPath.Normalize(RedirectTarget.Resolve(head, _site)), StringComparer.OrdinalIgnoreCase);
        foreach (var head in pages)
        {
            var (at, path) = (head.Url, new List<string>());
            while (next.TryGetValue(at, out var following) && !path.Contains(at, StringComparer.OrdinalIgnoreCase))
            {
                path.Add(at);
                at = following;
            }

            // Each circle is told once: by the address in it that sorts first.
            if (string.Equals(at, head.Url, StringComparison.OrdinalIgnoreCase) && path.Count > 0 && path.All(step => string.CompareOrdinal(head.Url, step) <= 0))
            {
                _problems.Add(Diagnostic.InFile(SiteRules.RedirectLoop, head.Path, $"the redirects lead in a circle: {string.Join(" → ", path.Append(head.Url))}", "let one of them lead to a page").At(head.Front.PositionOf("redirectTo")));
            }
        }
    }

    // A site's own file in static/ or page stands in for what the program would make.
    private void AddUnlessGiven(Route route)
    {
        if (!_byPath.ContainsKey(route.OutputPath))
        {
            Add(route);
        }
    }

    private void Add(Route route)
    {
        if (!UrlPath.IsInside(route.OutputPath))
        {
            _problems.Add(Diagnostic.InFile(SiteRules.InvalidUrl, route.Origin, $"'{route.Url}' cannot be an address: it is no place in the output folder", "give it another 'slug' or 'url'"));
            return;
        }

        if (_byPath.TryAdd(route.OutputPath, route))
        {
            return;
        }

        var first = _byPath[route.OutputPath];
        var isHome = route is HomeRoute or TermsRoute or TermRoute or ArchiveRoute or FeedsRoute;
        if (isHome && first is PostRoute or CopyRoute)
        {
            // pages/index.md takes the place of the home list, pages/tags.md that of the overview: a choice, not a slip.
            return;
        }

        ReportClash(first, route);
    }

    // A file cannot stand where a folder must be: 'about' from static/ and 'about/index.html' from pages/.
    private ImmutableArray<Route> WithoutBlocked(ImmutableArray<Route> routes)
    {
        var paths = routes.Select(route => route.OutputPath).ToArray();
        return routes.RemoveAll(route =>
        {
            if (route.OutputPath.EndsWith("/index.html", StringComparison.Ordinal))
            {
                return false;
            }

            var folder = route.OutputPath + "/";
            var inside = ~Array.BinarySearch(paths, folder, StringComparer.Ordinal);
            if (inside >= paths.Length || !paths[inside].StartsWith(folder, StringComparison.Ordinal))
            {
                return false;
            }

            ReportClash(routes[inside], route);
            return true;
        });
    }

    private void ReportClash(Route first, Route route)
    {
        var path = route.Origin.Contains('/', StringComparison.Ordinal) ? route.Origin : first.Origin;
        var place = (route as PostRoute ?? first as PostRoute)?.Post.Head is { } head && head.Path == path
            ? head.Front.PositionOf("url") is { Line: > 0 } url ? url : head.Front.PositionOf("slug")
            : LinePosition.None;
        var clash = Diagnostic.InFile(SiteRules.RouteClash, path, $"{first.Origin} and {route.Origin} both want the address {route.Url}", "give one of them another 'slug' or 'url'").At(place);
        _problems.Add(clash with { Notes = [new DiagnosticNote(first.Origin, LinePosition.None, $"wants {first.Url}"), new DiagnosticNote(route.Origin, LinePosition.None, $"wants {route.Url}")] });
    }
}
