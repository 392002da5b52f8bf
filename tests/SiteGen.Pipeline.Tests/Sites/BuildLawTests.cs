using System.Text;
using SiteGen.Pipeline.Urls;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Laws of a whole build.</summary>
public sealed class BuildLawTests
{
    private const string Zone = "-- sitegen.yml --\ntime_zone: America/New_York\npaginate: 4\n";

    [Fact]
    [Trait("Speed", "Slow")]
    public void Law_6_the_same_input_gives_the_same_bytes_in_any_folder_and_culture()
    {
        using var first = Many(60).Build();
        var expected = TempFolder.Contents(first.OutputFolder);
        foreach (var culture in (string[])["tr-TR", "ar-SA", "de-DE", "th-TH"])
        {
            using var other = Many(60);
            StrangeCulture.RunUnder(culture, () => other.Build());
            AssertSame(expected, TempFolder.Contents(other.OutputFolder));
        }
    }

    [Fact]
    public void Law_6_the_order_in_which_files_were_written_does_not_matter()
    {
        using var first = TestSite.From(Tiny.Theme, Tiny.Three, Tiny.Post("z.md", "title: Z"), Tiny.Post("a.md", "title: A")).Build();
        using var second = TestSite.From(Tiny.Post("a.md", "title: A"), Tiny.Post("z.md", "title: Z"), Tiny.Three, Tiny.Theme).Build();
        AssertSame(TempFolder.Contents(first.OutputFolder), TempFolder.Contents(second.OutputFolder));
    }

    [Fact]
    public void Law_6_the_clock_is_an_option()
    {
        using var early = TestSite.From(Tiny.Three, "-- templates/home.html --\n{{ date.now | date.to_string '%Y-%m-%d %H:%M' }}\n")
            .WithClock("2026-06-01T12:00:00Z")
            .Build();
        early.Has("index.html", "2026-06-01 12:00");
        using var late = TestSite.From(Tiny.Three, "-- templates/home.html --\nfixed\n").WithClock("2030-01-01T00:00:00Z").Build();
        using var later = TestSite.From(Tiny.Three, "-- templates/home.html --\nfixed\n").WithClock("2035-01-01T00:00:00Z").Build();
        AssertSame(TempFolder.Contents(late.OutputFolder), TempFolder.Contents(later.OutputFolder));
    }

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData("", 1)]
    [InlineData("changed", 1)]
    [InlineData("changed", 20)]
    [InlineData("new/posts", 1)]
    [InlineData("changed", 65)]
    public void Law_13_a_build_that_is_cancelled_while_it_writes_leaves_the_old_bytes(string watched, int count)
    {
        using var site = Many(60).Build();
        var before = TempFolder.Contents(site.OutputFolder);
        // Everything changes: all pages, some new and some gone.
        site.Edit("templates/layout.html", "<{{", "<new {{").Write("posts/new.md", "New").Delete("posts/p7.md");
        var staging = Path.Combine(site.SourceFolder, $".sitegen/build-{Environment.ProcessId}", watched);
        for (var round = 0; round < 10 && CancelWhenThereAre(count, staging, site); round++)
        {
            AssertSame(before, TempFolder.Contents(site.OutputFolder));
            Assert.False(site.HasStaging);
        }

        site.Forget().Build().Has("posts/new/index.html").HasNot("posts/p7/index.html");
    }

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData("slug: ../../outside/evil")]
    [InlineData("slug: /etc/evil")]
    [InlineData("slug: ..")]
    [InlineData("slug: \"..\\\\..\\\\evil\"")]
    [InlineData("url: /../../outside/evil.html")]
    [InlineData("url: ../../outside/evil.html")]
    [InlineData("url: /%2e%2e/%2e%2e/outside/evil.html")]
    [InlineData("url: /a/..%2f..%2f..%2foutside/evil.html")]
    [InlineData("url: \"/..\\\\..\\\\outside\\\\evil.html\"")]
    [InlineData("url: file:///outside/evil.html")]
    [InlineData("url: //outside/evil.html")]
    [InlineData("url: \"/evil\\0.html\"")]
    [InlineData("aliases: [/../../outside/evil.html, ../evil, /%2e%2e/evil/]")]
    [InlineData("categories: [.., ../..]\ntags: [../../outside/evil, ..]\nauthor: ../evil")]
    [InlineData("layout: ../../outside/secret")]
    [InlineData("image: ../../../outside/secret.png")]
    public void Law_14_nothing_is_written_outside_whatever_a_post_says(string frontMatter)
    {
        foreach (var permalink in (string[])["/:categories/:slug/", "/:section/:filename/", "pretty", "/:title", "none"])
        {
            using var site = TestSite.From(
                Tiny.Theme,
                $"-- sitegen.yml --\npermalink: {permalink}\n",
                Tiny.Post("a.md", frontMatter),
                Tiny.Post("%2e%2e/%2e%2e%2fb.md", "title: B"));
            File.WriteAllText(Path.Combine(site.OutsideFolder, "secret.html"), "secret");
            var root = Path.GetDirectoryName(site.SourceFolder) ?? "";
            var before = Outside(root);
            site.Build();
            Assert.Equal(before, Outside(root));
            Assert.All(site.Result.Rendered, path => Assert.True(UrlPath.IsInside(path), path));
            Assert.DoesNotContain(
                TempFolder.Contents(site.OutputFolder).Values,
                bytes => Encoding.UTF8.GetString(bytes).Contains("secret</", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/:categories/../:slug/")]
    [InlineData("/../../outside/:slug/")]
    [InlineData("../:slug/")]
    public void Law_14_a_permalink_that_leads_out_is_refused(string permalink)
    {
        using var site = TestSite.From(Tiny.Three, $"-- sitegen.yml --\npermalink: {permalink}\n").Build();
        Assert.Equal("SG1003", Assert.Single(site.Diagnostics).Rule.Code);
        Assert.False(Directory.Exists(site.OutputFolder));
    }

    // Everything beside and inside the site but the output.
    private static string[] Outside(string root) =>
    [
        .. TempFolder.Contents(root).Keys.Where(path => !path.StartsWith("site/_site/", StringComparison.Ordinal)
            && !path.StartsWith("site/.sitegen/", StringComparison.Ordinal)),
    ];

    private static TestSite Many(int count) => TestSite.From(Zone, Tiny.Theme, string.Concat(Enumerable.Range(1, count).Select(i =>
        $"""
        -- posts/p{i}.md --
        ---
        title: "Post {i}: Iıİi"
        date: 20{10 + (i % 16)}-03-0{1 + (i % 9)} 0{i % 10}:30:00.25 -0500
        tags: [t{i % 5}, IJ]
        categories: Iğdır
        score: 1.5
        ---
        # Heading I

        Text {i} [next](p{i + 1}.md) 1.5

        """)));

    // True when the build was cancelled: by a thread that watches the output folder fill.
    private static bool CancelWhenThereAre(int count, string watched, TestSite site)
    {
        using var source = new CancellationTokenSource();
        var isDone = false;
        var watcher = new Thread(() =>
        {
            while (!Volatile.Read(ref isDone) && !(File.Exists(watched) || (Directory.Exists(watched) && Count(watched) >= count)))
            {
                Thread.Yield();
            }

            source.Cancel();
        });
        watcher.Start();
        try
        {
            site.Forget().Build(source.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        finally
        {
            Volatile.Write(ref isDone, true);
            watcher.Join();
        }
    }

    private static int Count(string folder)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(folder).Count();
        }
        catch (DirectoryNotFoundException)
        {
            return 0;
        }
    }

    private static void AssertSame(SortedDictionary<string, byte[]> expected, SortedDictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(
            expected,
            file => Assert.True(
                file.Value.AsSpan().SequenceEqual(actual[file.Key]),
                $"{file.Key}: {Snapshot.FirstDifference(Encoding.UTF8.GetString(file.Value), Encoding.UTF8.GetString(actual[file.Key]))}"));
    }
}
