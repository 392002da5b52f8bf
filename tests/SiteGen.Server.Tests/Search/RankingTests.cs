using System.Text.Json;
using SiteGen.Testing;

namespace SiteGen.Server.Tests.Search;

/// <summary>What comes first, on a blog of 512 posts that somebody else wrote.</summary>
public sealed class RankingTests(Chromium browser) : IClassFixture<Chromium>
{
    private const string Corpora = "SITEGEN_CORPORA";

    private const string Options = """
        -- sitegen.yml --
        base_url: https://blog.example/
        posts: _posts
        permalink: /:year/:month/:day/:title/
        time_zone: America/New_York
        search: true

        """;

    [EnvironmentFact(Corpora)]
    [Trait("Speed", "Slow")]
    public async Task Of_thirty_questions_at_least_27_are_answered_by_the_first_three_results()
    {
        Assert.True(Chromium.Program is not null, "no Chromium is installed; on Debian: apt-get install chromium");
        await using var host = StaticHost.Start(Blog("bryanbraun"));
        var tab = await browser.Open(new Uri(host.Root, "search/"));
        var missed = new List<string>();
        var cases = Repository.Read("tests/SiteGen.Server.Tests/Cases/search/bryanbraun.txt").Split('\n')
            .Where(line => line.Contains(" => ", StringComparison.Ordinal)).Select(line => line.Split(" => ")).ToArray();
        Assert.Equal(30, cases.Length);
        foreach (var parts in cases)
        {
            var first = await Ask(tab, parts[0]);
            if (!first.Any(url => url.EndsWith($"/{parts[1]}/", StringComparison.OrdinalIgnoreCase)))
            {
                missed.Add($"{parts[0]}: {string.Join(", ", first)}");
            }
        }

        Assert.True(missed.Count <= 3, string.Join('\n', missed));
    }

    private static TestSite Blog(string name)
    {
        var site = TestSite.From(Options).WithClock("2026-11-01T12:00:00Z");
        var root = Path.Combine(Environment.GetEnvironmentVariable(Corpora) ?? "", name);
        foreach (var path in Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            site.Write(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes(path));
        }

        return site.Build();
    }

    private static async Task<string[]> Ask(Chromium.Tab tab, string question)
    {
        await tab.Run($$"""
            { const box = document.querySelector('.search-page input'); box.value = {{JsonSerializer.Serialize(question)}};
            document.querySelector('.search-status').textContent = 'asked'; document.querySelector('.search-page').requestSubmit(); }
            """);
        await tab.Until("document.querySelector('.search-status').textContent !== 'asked'");
        var urls = await tab.Run("[...document.querySelectorAll('.search-results a')].slice(0, 3).map(a => a.getAttribute('href'))");
        return [.. urls!.AsArray().Select(url => (string?)url ?? "")];
    }
}
