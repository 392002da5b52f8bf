using System.Text;
using SiteGen.Pipeline.Caching;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Tests.Sites;
using SiteGen.Pipeline.Writing;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Caching;

/// <summary>The cache on disk. Every build of the driver goes by way of it and is compared with one from nothing.</summary>
public sealed class BuildCacheTests
{
    [Fact]
    public void Without_an_edit_nothing_is_read_but_names_and_times()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three).Build();
        Assert.False(site.Result.IsUpToDate);
        site.Build().Rendered().Changes(0, 0, 0);
        Assert.True(site.Result.IsUpToDate);
    }

    [Fact]
    public void A_file_that_was_checked_out_again_is_not_converted_again()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three).Build();
        foreach (var name in (string[])["one", "two", "three"])
        {
            var time = new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc);
            File.SetLastWriteTimeUtc(Path.Combine(site.SourceFolder, $"posts/{name}.md"), time);
        }

        Assert.All(Parse(site).Posts, post => Assert.Null(post.Text.Body.AtHand));
        site.Build().Rendered();
        Assert.False(site.Result.IsUpToDate);
        site.Edit("posts/two.md", "Second", "Another");
        Assert.Equal(["posts/two.md"], Parse(site).Posts.Where(post => post.Text.Body.AtHand is not null).Select(post => post.Head.Path));
    }

    [Theory]
    [InlineData("2999-01-01T00:00:00Z")]
    [InlineData("2999-01-01T00:00:00.1234567Z")]
    public void A_file_that_changes_without_another_time_is_seen_when_its_time_is_no_proof(string time)
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, "-- static/a.txt --\nold\n");
        var moment = DateTime.Parse(time, null, System.Globalization.DateTimeStyles.AdjustToUniversal);
        Write("First body.", "old");
        site.Build();
        Write("Other body.", "new");
        site.Build().Has("posts/one/index.html", "Other body.").Is("a.txt", "new\n");

        void Write(string body, string text)
        {
            site.Write("posts/one.md", $"---\ntitle: One\n---\n{body}\n").Write("static/a.txt", $"{text}\n");
            File.SetLastWriteTimeUtc(Path.Combine(site.SourceFolder, "posts/one.md"), moment);
            File.SetLastWriteTimeUtc(Path.Combine(site.SourceFolder, "static/a.txt"), moment);
        }
    }

    [Fact]
    public void An_output_that_is_gone_or_was_changed_is_made_again()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three).Build();
        File.Delete(Path.Combine(site.OutputFolder, "posts/one/index.html"));
        site.Build().Has("posts/one/index.html", "First body.").Rendered("posts/one/index.html");
        File.AppendAllText(Path.Combine(site.OutputFolder, "posts/two/index.html"), "<!-- by hand -->");
        site.Build().Lacks("posts/two/index.html", "by hand").Rendered("posts/two/index.html");
        site.Delete("_site/.sitegen-manifest").Build();
        Assert.False(site.Result.IsUpToDate);
    }

    [Fact]
    public void A_page_that_shows_the_time_of_the_build_is_made_again()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, "-- templates/404.html --\n{{ date.now | date.to_string '%F' }}\n").Build();
        site.Has("404.html", "2026-06-01");
        site.WithClock("2026-06-02T12:00:00Z").Build().Has("404.html", "2026-06-02").Rendered("404.html");
    }

    [Fact]
    public void A_post_appears_when_its_time_has_come()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, Tiny.Post("due.md", "title: Due\ndate: 2026-06-02T12:00:00Z"));
        site.Build().HasNot("posts/due/index.html");
        site.WithClock("2026-06-02T11:59:59Z").Build().HasNot("posts/due/index.html");
        Assert.True(site.Result.IsUpToDate);
        site.WithClock("2026-06-02T12:00:00Z").Build().Has("posts/due/index.html", "Due");
        site.WithClock("2026-06-01T12:00:00Z").Build().HasNot("posts/due/index.html");
    }

    [Fact]
    public void What_is_reported_is_reported_again()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, Tiny.Post("bad.md", "titel: Bad\ndate: 2020-02-31\n# 'tags'\ntags: [x"));
        site.Build();
        var before = site.Diagnostics.Select(problem => problem.ToText());
        Assert.Equal(before, site.Build().Diagnostics.Select(problem => problem.ToText()));
        Assert.Equal(before, site.Edit("posts/one.md", "First", "Primary").Build().Diagnostics.Select(problem => problem.ToText()));
    }

    [Fact]
    public void A_folder_that_is_a_link_is_left_alone()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three);
        Directory.CreateSymbolicLink(Path.Combine(site.SourceFolder, ".sitegen"), site.OutsideFolder);
        site.Build().Build();
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.OutsideFolder));
        Assert.False(site.Result.IsUpToDate);
    }

    // As a CI pipeline does that keeps both folders: the sources are checked out again, with other times.
    [Fact]
    public void It_holds_in_another_folder()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three).Build();
        using var other = TestSite.From(Tiny.Theme, Tiny.Three);
        foreach (var file in TempFolder.Contents(site.SourceFolder).Keys.Where(file => file.StartsWith('_') || file.StartsWith('.')))
        {
            var copy = Path.Combine(other.SourceFolder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(site.SourceFolder, file), copy);
            File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(Path.Combine(site.SourceFolder, file)));
        }

        other.Edit("posts/one.md", "First", "Other").Edit("posts/one.md", "Other", "First").Build().Rendered();
    }

    [Fact]
    public void Version_control_is_told_to_leave_it_out()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three).Build();
        Assert.Equal("*\n", File.ReadAllText(Path.Combine(site.SourceFolder, ".sitegen/.gitignore")));
    }

    [Fact]
    public void Nothing_is_left_in_a_folder_without_a_post()
    {
        using var site = TestSite.From("-- notes/a.txt --\nx\n").Build();
        Assert.False(Directory.Exists(Path.Combine(site.SourceFolder, ".sitegen")));
    }

    [Fact]
    public void Nothing_is_added_to_a_file_that_another_process_has_replaced()
    {
        using var folder = new TempFolder();
        var (own, other) = (Fingerprint.Compute("own"), Fingerprint.Compute("other"));
        using var cache = CacheFolder.Open(folder.Path, canWrite: true);
        cache.Replace("a", own, [new byte[] { 1, 2, 3 }]);
        var read = cache.Read("a", own);
        cache.Append("a", own, read, [new byte[] { 7 }]);
        Assert.Equal(2, cache.Read("a", own).Length);
        cache.Replace("a", other, [new byte[] { 4, 5, 6 }]);
        cache.Append("a", own, read, [new byte[] { 7 }]);
        Assert.Equal([4, 5, 6], Assert.Single(cache.Read("a", other)).ToArray());
    }

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(EditHistoryTests.Seeds), MemberType = typeof(EditHistoryTests))]
    public void Law_5_holds_whatever_becomes_of_times_outputs_and_the_cache(int seed)
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three, "-- static/a.txt --\none\n");
        var random = new Random(seed);
        site.Build();
        for (var step = 0; step < 25; step++)
        {
            for (var left = random.Next(1, 4); left > 0; left--)
            {
                Befall(site, random);
            }

            site.Build();
        }
    }

    private static void Befall(TestSite site, Random random)
    {
        string[] sources = ["posts/one.md", "posts/two.md", "posts/three.md", "static/a.txt"];
        var source = Path.Combine(site.SourceFolder, sources[random.Next(sources.Length)]);
        var time = File.GetLastWriteTimeUtc(source);
        string[] caches = [.. CacheFiles(site)];
        switch (random.Next(7))
        {
            case 0:
                File.SetLastWriteTimeUtc(source, time.AddDays(random.Next(-400, 400)));
                break;
            case 1 when time > DateTime.UtcNow:
                // Without another time: no proof for a file that claims to be from the future.
                File.WriteAllText(source, File.ReadAllText(source).Replace('e', 'a'));
                File.SetLastWriteTimeUtc(source, time);
                break;
            case <= 2:
                File.AppendAllText(source, "More.\n");
                break;
            case 3:
                var outputs = Directory.GetFiles(site.OutputFolder, "index.html", SearchOption.AllDirectories);
                var output = outputs[random.Next(outputs.Length)];
                File.Delete(output);
                break;
            case 4 when caches.Length > 0:
                Damage(caches[random.Next(caches.Length)], random);
                break;
            case 5:
                site.WithClock($"20{random.Next(20, 30)}-06-01T12:00:00Z");
                break;
            default:
                var year = random.Next(2020, 2030);
                site.Write($"posts/p{random.Next(5)}.md", $"---\ntitle: P\ndate: {year}-01-01\n---\nText {random.Next(9)}.\n");
                break;
        }
    }

    private static void Damage(string file, Random random)
    {
        var bytes = File.ReadAllBytes(file);
        switch (random.Next(4))
        {
            case 0:
                File.Delete(file);
                break;
            case 1:
                File.WriteAllBytes(file, bytes[..random.Next(bytes.Length)]);
                break;
            case 2:
                File.WriteAllBytes(file, [.. bytes, .. Encoding.ASCII.GetBytes("more than there was")]);
                break;
            default:
                bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
                File.WriteAllBytes(file, bytes);
                break;
        }
    }

    internal static IEnumerable<string> CacheFiles(TestSite site)
    {
        var folder = Path.Combine(site.SourceFolder, ".sitegen/cache");
        return Directory.Exists(folder) ? Directory.GetFiles(folder).Order(StringComparer.Ordinal) : [];
    }

    private static Content.ParsedSources Parse(TestSite site)
    {
        var options = SiteFile.Load(
            new OptionSources(RawOptions.None.With("source", site.SourceFolder)), TestClock.At("2026-06-01T12:00:00Z")).Value;
        using var store = BuildCacheStore.Open(options);
        return SourceParser.ParseAll(SourceScanner.ScanAll(options), options, store.Load().Sources, CancellationToken.None);
    }
}
