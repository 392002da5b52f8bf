using SiteGen.Pipeline.Tests.Sites;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Caching;

/// <summary>A file of the cache to which every build adds is replaced in time.</summary>
public sealed class CacheGrowthTests
{
    [Fact]
    public void It_does_not_grow_without_end()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three).Build();
        for (var round = 0; round < 30; round++)
        {
            site.Edit("posts/one.md", "First", "First and more").Build();
        }

        using var fresh = TestSite.From(Tiny.Theme, Tiny.Three);
        fresh.Write("posts/one.md", PostOf(site)).Build();
        AssertIsSmall(site, fresh);
    }

    // What is reported is kept with every build that has nothing left to do, however little it had to do.
    [Fact]
    public void It_does_not_grow_without_end_when_many_problems_are_reported()
    {
        string[] posts =
        [
            .. Enumerable.Range(0, 80).Select(number => $"-- posts/{number}.md --\n---\ntitle: Post {number}\ndate: 2020-01-01\n---\nText\n"),
            "-- posts/pictures.md --\n---\ntitle: Pictures\ndate: 2020-01-01\n---\n"
                + string.Concat(Enumerable.Range(0, 300).Select(number => $"![picture](no-{number}.png)\n")),
        ];
        using var site = TestSite.From([Tiny.Theme, Tiny.Three, .. posts]);
        Age(site);
        site.Build();
        for (var round = 0; round < 15; round++)
        {
            site.Edit("posts/one.md", "First", "First and more");
            File.SetLastWriteTimeUtc(Path.Combine(site.SourceFolder, "posts/one.md"), DateTime.UnixEpoch.AddDays(round));
            site.Build();
            Assert.NotNull(site.Result.Cache.Finished);
        }

        using var fresh = TestSite.From([Tiny.Theme, Tiny.Three, .. posts]);
        Age(fresh.Write("posts/one.md", PostOf(site)));
        AssertIsSmall(site, fresh.Build());
    }

    private static string PostOf(TestSite site) => File.ReadAllText(Path.Combine(site.SourceFolder, "posts/one.md"));

    private static void AssertIsSmall(TestSite site, TestSite fresh) => Assert.All(
        SizesOf(site).Zip(SizesOf(fresh)), pair => Assert.InRange(pair.First, 1, 3 * pair.Second));

    private static IEnumerable<long> SizesOf(TestSite site) => BuildCacheTests.CacheFiles(site).Select(file => new FileInfo(file).Length);

    // A file that was just saved may be saved again with the same time: a build with it has something to try again.
    private static void Age(TestSite site)
    {
        foreach (var file in Directory.EnumerateFiles(site.SourceFolder, "*.*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        }
    }
}
