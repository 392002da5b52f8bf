using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Redirects that differ from other addresses in case only, which not every file system can hold beside them.</summary>
public sealed class CaseVariantTests
{
    private const string Posts = """
        -- posts/a.md --
        ---
        title: A
        aliases: [/Posts/B/, /POSTS/A/, /Old/]
        ---
        -- posts/b.md --
        ---
        title: B
        layout: none
        redirect_from: [/old/, /posts/B]
        ---
        Beta.
        -- static/about.html --
        About.
        -- pages/c.md --
        ---
        title: C
        aliases: /About.HTML
        ---

        """;

    private const string Rules = """
        /About.HTML/ /c/ 301
        /Old/ /posts/a/ 301
        /POSTS/A/ /posts/a/ 301
        /Posts/B/ /posts/a/ 301
        /old/ /posts/b/ 301
        /posts/B/ /posts/b/ 301

        """;

    // 'Old' was planned first; 'old' is the one that differs from it.
    private static readonly string[] s_variants =
        ["About.HTML/index.html", "POSTS/A/index.html", "Posts/B/index.html", "old/index.html", "posts/B/index.html"];

    private static readonly bool s_canHold = CanHold();

    [Theory]
    [InlineData("pages", "write 'redirects: both' into sitegen.yml for hosts that read _redirects")]
    [InlineData("both", "they stand in _redirects")]
    public void They_have_pages_where_there_is_room_for_both(string style, string hint)
    {
        using var site = TestSite.From(Posts, $"-- sitegen.yml --\nredirects: {style}\n").Build();
        site.Has("Old/index.html", "url=/posts/a/").Is("posts/b/index.html", "<p>Beta.</p>\n").Is("about.html", "About.\n");
        if (s_canHold)
        {
            site.Problems().Has("Posts/B/index.html", "url=/posts/a/").Has("posts/B/index.html", "url=/posts/b/");
            Assert.All(s_variants, path => site.Has(path, "http-equiv=\"refresh\""));
        }
        else
        {
            AssertWarned(site.Result, hint);
        }
    }

    [Theory]
    [InlineData("both")]
    [InlineData("file")]
    public void The_file_of_redirects_has_them_all(string style)
    {
        using var site = TestSite.From(Posts, $"-- sitegen.yml --\nredirects: {style}\n").Build();
        site.Is("_redirects", Rules).Is("posts/b/index.html", "<p>Beta.</p>\n");
        Assert.Equal(style == "file" || s_canHold ? 0 : 1, site.Result.Warnings);
    }

    [Theory]
    [InlineData("pages", "write 'redirects: both' into sitegen.yml for hosts that read _redirects")]
    [InlineData("both", "they stand in _redirects")]
    public void They_are_left_out_where_there_is_room_for_one_and_the_rest_is_the_same(string style, string hint)
    {
        using var site = TestSite.From(Posts, $"-- sitegen.yml --\nredirects: {style}\n");
        using var folder = new TempFolder();
        var without = TestSite.From("-- posts/a.md --\nA\n");
        Build(without, folder["narrow"]);
        without.Dispose();

        // A folder in which the manifest is found in capital letters too cannot tell them from small ones.
        var loud = Path.Combine(folder["narrow"], ".SITEGEN-MANIFEST");
        if (!File.Exists(loud))
        {
            File.WriteAllText(loud, "");
        }

        var result = Build(site, folder["narrow"]);
        AssertWarned(result, hint);
        var (narrow, wide) = (TempFolder.Contents(folder["narrow"]), Wide(site, folder["wide"]));
        Assert.Equal(wide.Keys.Except(s_variants), narrow.Keys.Except([".SITEGEN-MANIFEST"]));
        Assert.All(narrow.Keys.Where(path => path[0] != '.'), path => Assert.Equal(wide[path], narrow[path]));

        // Nothing of a page is lost when such a redirect goes away.
        site.Edit("posts/a.md", "/Posts/B/, /POSTS/A/, ", "");
        Build(site, folder["narrow"]);
        Assert.Equal("<p>Beta.</p>\n", File.ReadAllText(Path.Combine(folder["narrow"], "posts/b/index.html")));
    }

    [Fact]
    public void Finding_out_leaves_nothing_behind()
    {
        using var site = TestSite.From(Posts, "-- posts/c.md --\n---\ntitel: C\n---\n").WithStrict().Build().WasHeld();
        Assert.Empty(TempFolder.Contents(site.OutputFolder));
        using var dry = TestSite.From(Posts).WithDryRun().Build();
        Assert.False(Directory.Exists(dry.OutputFolder));
        using var built = TestSite.From(Posts).Build();
        Assert.False(Directory.Exists(Path.Combine(built.OutputFolder, ".sitegen-staging")));
    }

    [Fact]
    public void Two_redirects_with_one_spelling_are_still_a_clash_and_one_of_a_post_to_itself_is_still_useless()
    {
        using var site = TestSite.From(
            Tiny.Post("a.md", "aliases: [/POSTS/C/, /posts/a]"), Tiny.Post("b.md", "aliases: /POSTS/C/"), Tiny.Post("c.md", "title: C"))
            .Build();
        site.Problems(
            "posts/a.md(2,1): warning SG4003: the alias '/posts/a' is the page's own address",
            "posts/b.md(2,1): error SG4002: posts/a.md and posts/b.md both have the alias '/POSTS/C/'");
    }

    [Theory]
    [InlineData("a.md", "z.md")]
    [InlineData("z.md", "a.md")]
    public void A_post_that_has_moved_to_its_name_in_small_letters_is_no_circle(string moved, string page)
    {
        using var site = TestSite.From(
            Tiny.Post(moved, "url: /Rain/\nredirect_to: /rain/"), Tiny.Post(page, "url: /rain/\nlayout: none")).Build();
        site.Is("rain/index.html", "<p>Body.</p>\n");
        Assert.Equal(s_canHold ? 0 : 1, site.Result.Warnings);
        if (s_canHold)
        {
            site.Has("Rain/index.html", "url=/rain/");
        }

        site.Delete("posts/" + page)
            .Build()
            .Problems($"posts/{moved}(3,1): error SG4013: the redirects lead in a circle: /Rain/ → /Rain/");
    }

    private static void AssertWarned(BuildResult result, string hint)
    {
        var problem = Assert.Single(result.Diagnostics);
        Assert.Equal(
            "sitegen: warning SG6003: 5 redirects, the first from '/About.HTML/', differ from another address in capital letters only; "
                + "the output folder cannot hold a page for both",
            problem.ToLine());
        Assert.StartsWith(hint, problem.Hint, StringComparison.Ordinal);
    }

    private static BuildResult Build(TestSite site, string output)
    {
        var clock = TestClock.At("2026-06-01T12:00:00Z");
        var options = SiteFile.Load(new OptionSources(RawOptions.None.With("source", site.SourceFolder)), clock).Value;
        options = options with { OutputFolder = output, IfNoBaseUrl = null };
        return BuildPipeline.Run(SourceScanner.ScanAll(options), options, BuildCache.Empty, CancellationToken.None);
    }

    private static SortedDictionary<string, byte[]> Wide(TestSite site, string output)
    {
        Build(site, output);
        return TempFolder.Contents(output);
    }

    private static bool CanHold()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["x"], "");
        return !File.Exists(folder["X"]);
    }
}
