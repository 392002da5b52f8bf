using System.Diagnostics;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Plans redirects: posts that have moved, aliases, and the file that hosts read.</summary>
[DebuggerDisplay("{_redirects.Count} redirects")]
internal sealed class RedirectRoutes(RoutePlan plan, Site site)
{
    private readonly List<Redirect> _redirects = [];

    // Read for every redirect to a post that is not there.
    private string[]? _names;

    /// <summary>The redirects so far.</summary>
    public IReadOnlyCollection<Redirect> Redirects => _redirects;

    /// <summary>Adds the page of a post that only says where it has moved to.</summary>
    public void AddMoved(PostHead head, string target)
    {
        var location = head.Front.ValuePositionOf("redirectTo");
        if (RedirectTarget.ProblemOf(target) is { } problem)
        {
            plan.Report(Diagnostic.InFile(RoutingMessages.InvalidRedirectTarget(target, problem), head.Path).At(location));
            return;
        }

        var url = RedirectTarget.Resolve(head, site);
        if (url == target && RedirectTarget.IsSource(target))
        {
            var near = Suggestion.For(target[(target.LastIndexOf('/') + 1)..], _names ??= NamesIn(site));
            plan.Report(Diagnostic.InFile(RoutingMessages.MissingRedirectTarget(target, near), head.Path).At(location));
        }

        Add(new AliasRoute(head, url, head.Url, UrlPath.OutputPath(head.Url)), url);
    }

    /// <summary>Adds the aliases of all posts and pages, whose own routes must have been planned.</summary>
    public void AddAliases()
    {
        foreach (var head in site.Published)
        {
            foreach (var alias in head.Front.Aliases)
            {
                AddAlias(head, WithoutSite(alias));
            }
        }
    }

    /// <summary>Adds the file of redirects, if the site has one.</summary>
    public void AddFile()
    {
        if (site.Options.Redirects == RedirectStyle.Pages || _redirects.Count == 0)
        {
            return;
        }

        var ordered = _redirects
            .OrderBy(redirect => redirect.From, StringComparer.Ordinal)
            .ThenBy(redirect => redirect.Query.Length == 0)
            .ThenBy(redirect => redirect.Query, StringComparer.Ordinal);
        plan.AddUnlessTaken(new RedirectsRoute([.. ordered]));
    }

    // Some sites keep their aliases as absolute URLs.
    private string WithoutSite(string alias)
    {
        var own = site.Options.BaseUrl.AbsoluteUri;
        return alias.StartsWith(own, StringComparison.OrdinalIgnoreCase) ? "/" + alias[own.Length..] : alias;
    }

    private void AddAlias(PostHead head, string alias)
    {
        if (UrlPath.Problem(alias) is { } problem)
        {
            plan.Report(AtAliases(RoutingMessages.InvalidAlias(alias, problem), head));
            return;
        }

        if (alias.Contains('?', StringComparison.Ordinal))
        {
            AddQueryAlias(head, alias);
            return;
        }

        var url = UrlPath.Normalize(alias);
        var output = UrlPath.OutputPath(url);
        var taken = plan.Find(output);
        if (taken?.Origin == head.Path)
        {
            if (taken is PostRoute)
            {
                plan.Report(AtAliases(RoutingMessages.UselessAlias(alias), head));
            }
        }
        else if (taken is PostRoute or TermRoute or TermsRoute or ArchiveRoute or HomeRoute or CopyRoute)
        {
            ReportAliasClash(head, alias, taken);
        }
        else
        {
            Add(new AliasRoute(head, null, url, output), head.Url);
        }
    }

    private void ReportAliasClash(PostHead head, string alias, Route taken) =>
        plan.Report(AtAliases(RoutingMessages.AliasClash(alias, taken.Origin), head) with
        {
            Notes = RouteClash.NoteOn(taken, head.Path, RoutingMessages.IsAt(taken.Url)) is { } note ? [note] : [],
        });

    // WordPress' '/?p=12': a query is not part of a file name, so only a rule of the host can redirect it.
    private void AddQueryAlias(PostHead head, string alias)
    {
        var query = site.Options.Redirects == RedirectStyle.Pages ? null : QueryRule.From(alias);
        if (query is null)
        {
            plan.Report(AtAliases(RoutingMessages.AliasWithQuery(alias, head.Url), head));
            return;
        }

        var path = UrlPath.Normalize(alias);
        var isOverPage = plan.Find(UrlPath.OutputPath(path)) is not null;
        _redirects.Add(new Redirect(path, head.Url) { Query = query, IsOverPage = isOverPage });
        plan.Report(AtAliases(RoutingMessages.AliasInRedirectsFile(alias), head) with { Severity = DiagnosticSeverity.Note });
    }

    private static string[] NamesIn(Site site) =>
        [.. site.Published.Select(post => post.Path[(post.Path.LastIndexOf('/') + 1)..]).Order(StringComparer.Ordinal)];

    private static Diagnostic AtAliases(DiagnosticMessage message, PostHead head) =>
        Diagnostic.InFile(message, head.Path).At(head.Front.PositionOf("aliases"));

    private void Add(AliasRoute route, string to)
    {
        _redirects.Add(new Redirect(route.Url, to));
        if (site.Options.Redirects != RedirectStyle.File)
        {
            plan.Add(route);
        }
        else if (plan.Find(route.OutputPath) is { } first)
        {
            plan.ReportClash(first, route);
        }
    }
}
