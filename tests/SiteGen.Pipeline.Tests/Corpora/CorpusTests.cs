using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Urls;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Corpora;

/// <summary>Blogs on input that nobody here wrote. What differs is listed beside this file, each with its reason.</summary>
[Trait("Speed", "Slow")]
public sealed class CorpusTests
{
    [EnvironmentTheory(Corpus.Variable)]
    [InlineData("benbalter", 184)]
    [InlineData("brewsh", 45)]
    [InlineData("bryanbraun", 0)]
    [InlineData("grpc", 59)]
    [InlineData("todogroup", 0)]
    public void A_blog_of_another_program_keeps_its_addresses_and_dates_and_builds_without_errors(string name, int facts)
    {
        var corpus = Corpus.Find(name);
        using var files = corpus.Files().Build();
        var (site, routes) = Corpus.Plan(files);
        var errors = files.Diagnostics.Where(problem => problem.IsError).Select(problem => $"{problem.Path}: error {problem.Rule.Code}");
        var warnings = files.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Warning)
            .GroupBy(problem => problem.Rule).Select(rule => $"{rule.Count()} {rule.Key.Code} {rule.Key.Name}");
        var found = errors.Concat(warnings).Concat(Differences(corpus.Facts(), site, routes)).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(facts, corpus.Facts().Length);
        Assert.Equal(Known(name).Order(StringComparer.Ordinal), found);
    }

    // From the site's own program: 28 of 512 posts have a time whose day is another in New York.
    [EnvironmentTheory(Corpus.Variable)]
    [InlineData("bryanbraun", 28, 19, 21)]
    public void A_day_in_an_address_is_that_of_the_time_zone(string name, int moved, int posts, int redirects)
    {
        using var files = Corpus.Find(name).Files();
        var heads = Corpus.Plan(files).Site.Published.ToArray();
        Assert.Equal(
            moved,
            heads.Count(head => !head.Url.StartsWith('/' + SitePath.NameOf(head.Path)[..10].Replace('-', '/'), StringComparison.Ordinal)));
        Assert.Equal(
            (posts, redirects),
            (heads.Count(head => head.Front.Aliases.Length > 0), heads.Sum(head => head.Front.Aliases.Length)));
    }

    private static IEnumerable<string> Differences(CorpusFact[] facts, Site site, RouteTable routes)
    {
        if (facts.Length == 0)
        {
            return [];
        }

        var ours = site.Published.ToDictionary(post => post.Path, post => post.Url, StringComparer.Ordinal);
        var urls = routes.Routes.Select(route => route.Url).ToHashSet(StringComparer.Ordinal);
        var addresses = facts.Where(fact => ours.GetValueOrDefault(fact.Path) != fact.Url)
            .Select(fact => $"{fact.Path}: {ours.GetValueOrDefault(fact.Path, "no page")}, not {fact.Url}");
        var dates = site.Published.ToDictionary(post => post.Path, post => post.Date, StringComparer.Ordinal);
        var moments = facts.Where(fact => dates.TryGetValue(fact.Path, out var date) && date != fact.Date)
            .Select(fact => $"{fact.Path}: {dates[fact.Path]:O}, not {fact.Date:O}");
        var extra = ours.Keys.Except(facts.Select(fact => fact.Path)).Select(path => $"{path}: {ours[path]}, not published");
        var redirects = facts.SelectMany(fact => fact.Redirects.Where(url => !urls.Contains(url) && !urls.Contains(url + "/"))
            .Select(url => $"{fact.Path}: no redirect from {url}"));
        return [.. addresses, .. moments, .. extra, .. redirects];
    }

    private static IEnumerable<string> Known(string name) =>
        Repository.Read($"tests/SiteGen.Pipeline.Tests/Corpora/{name}.txt").Split('\n').Where(line => line.Length > 0 && line[0] != '#');
}
