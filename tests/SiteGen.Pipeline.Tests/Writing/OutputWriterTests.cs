using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Writing;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Writing;

public sealed class OutputWriterTests
{
    // Pages without a template, so that what is written is only what stands here.
    private const string Two = """
        -- posts/a.md --
        ---
        title: A
        layout: none
        ---
        Alpha.
        -- posts/b.md --
        ---
        title: B
        layout: none
        ---
        Beta.
        -- static/style.css --
        b { color: red }
        """;

    private const string C = "---\ntitle: C\nlayout: none\n---\nGamma.\n";

    [Fact]
    public void A_second_build_writes_nothing()
    {
        using var site = TestSite.From(Two).Build();
        var before = Times(site);
        site.Build().Changes(0, 0, 0);
        Assert.Equal(before, Times(site));
        site.Forget().Build().Changes(0, 0, 0);
        Assert.Equal(before, Times(site));
    }

    [Fact]
    public void Only_what_differs_is_written()
    {
        using var site = TestSite.From(Two).Build();
        var before = Times(site);
        site.Forget().Edit("posts/a.md", "Alpha", "Aleph").Build().Is("posts/a/index.html", "<p>Aleph.</p>\n");
        Assert.Equal(
            ["atom.xml", "feed.json", "posts/a/index.html", "rss.xml"],
            Times(site).Except(before).Select(time => time.Key).Where(path => path is not (".sitegen-manifest" or "index.html")));
    }

    [Fact]
    public void A_file_of_somebody_else_is_kept_and_reported()
    {
        using var site = TestSite.From(Two).WriteForeign("posts/a/index.html", "mine").WriteForeign("CNAME", "example.org").Build();
        site.Problems("sitegen: error SG6001: 'posts/a/index.html' in the output folder was not written by sitegen, and "
            + "posts/a.md would overwrite it")
            .Is("posts/a/index.html", "mine").Is("posts/b/index.html", "<p>Beta.</p>\n").Is("CNAME", "example.org");
        site.Build().ProblemCount(1).Is("posts/a/index.html", "mine");
    }

    [Fact]
    public void A_folder_that_has_lost_its_manifest_is_one_problem_until_it_is_deleted()
    {
        using var site = TestSite.From(Two).Build();
        var before = TempFolder.Contents(site.OutputFolder);
        before.Remove(".sitegen-manifest");
        const string Message = "sitegen: error SG6001: the list of the files that sitegen wrote to '_site' is gone; "
            + "7 files there stand in the way, the first is '404.html'";
        site.Forget().Delete("_site/.sitegen-manifest").Edit("posts/a.md", "Alpha", "Aleph").Write("posts/c.md", C)
            .Build().Problems(Message).WasHeld()
            .Build().Problems(Message).WasHeld();
        Assert.Equal(before, TempFolder.Contents(site.OutputFolder));
        site.WithDryRun().Build().Problems(Message).WasHeld();
        Assert.Equal(before, TempFolder.Contents(site.OutputFolder));
    }

    [Fact]
    public void A_lost_manifest_is_written_again_when_nothing_stands_in_the_way()
    {
        using var site = TestSite.From(Two).Build();
        site.Forget().Delete("_site/.sitegen-manifest").Build().ProblemCount(0).Changes(0, 0, 0);
        site.Forget().Edit("posts/a.md", "Alpha", "Aleph").Build().ProblemCount(0).Is("posts/a/index.html", "<p>Aleph.</p>\n");
    }

    [Fact]
    public void Law_13_only_files_of_ours_are_removed()
    {
        using var site = TestSite.From(Two).Build().WriteForeign("posts/note.txt", "mine").WriteForeign("posts/b/edited.txt", "mine");
        site.Delete("posts/a.md").Delete("posts/b.md").Write("posts/c.md", C).Build().ProblemCount(0)
            .HasNot("posts/a/index.html").HasNot("posts/b/index.html").Is("posts/note.txt", "mine").Is("posts/b/edited.txt", "mine");
        Assert.False(Directory.Exists(Path.Combine(site.OutputFolder, "posts/a")));
    }

    [Fact]
    public void A_page_that_was_edited_by_hand_is_not_removed()
    {
        using var site = TestSite.From(Two).Build().WriteForeign("posts/a/index.html", "edited");
        site.Forget().Delete("posts/a.md").Build().ProblemCount(0).Is("posts/a/index.html", "edited");
    }

    [Fact]
    public void Law_13_a_page_that_fails_keeps_its_last_good_state_and_the_others_are_built()
    {
        using var site = TestSite.From(Two).Build();
        site.Edit("posts/a.md", "Alpha.\n", "Broken.\n")
            .Edit("posts/a.md", "title: A", "tags: [a")
            .Edit("posts/b.md", "Beta", "Bet")
            .Build()
            .Problems("posts/a.md(2,7): error SG2002: the list of 'tags' that opens here is not closed")
            .Is("posts/a/index.html", "<p>Alpha.</p>\n").Is("posts/b/index.html", "<p>Bet.</p>\n");
        site.Build().ProblemCount(1).Is("posts/a/index.html", "<p>Alpha.</p>\n");
        site.Edit("posts/a.md", "tags: [a", "tags: [a]").Build().ProblemCount(0).Is("posts/a/index.html", "<p>Broken.</p>\n");
    }

    [Fact]
    public void Law_13_with_an_error_nothing_is_removed()
    {
        using var site = TestSite.From(Two).Build();
        site.Edit("posts/a.md", "---\ntitle: A\nlayout: none\n---", "---\ntitle: A").Delete("posts/b.md").Build()
            .Problems("posts/a.md(1,1): error SG2001: the front matter that starts here does not end")
            .Has("posts/a/index.html").Has("posts/b/index.html");
        site.Edit("posts/a.md", "title: A", "title: A\nlayout: none\n---")
            .Build()
            .ProblemCount(0)
            .Has("posts/a/index.html")
            .HasNot("posts/b/index.html");
    }

    [Fact]
    public void A_strict_build_with_a_warning_changes_nothing()
    {
        using var site = TestSite.From(Two).Build();
        var before = TempFolder.Contents(site.OutputFolder);
        site.WithStrict()
            .Edit("posts/a.md", "Alpha", "Aleph")
            .Write("posts/c.md", C.Replace("title", "titel", StringComparison.Ordinal))
            .Delete("posts/b.md")
            .Build()
            .Problems("posts/c.md(2,1): warning SG2103: 'titel' is not a front matter key").WasHeld();
        Assert.Equal(before, TempFolder.Contents(site.OutputFolder));
        site.Edit("posts/c.md", "titel", "title")
            .Build()
            .ProblemCount(0)
            .Has("posts/c/index.html")
            .HasNot("posts/b/index.html")
            .Is("posts/a/index.html", "<p>Aleph.</p>\n");
    }

    [Fact]
    public void A_strict_build_with_a_warning_leaves_no_file_where_there_was_none()
    {
        using var site = TestSite.From(Two).WithStrict().Edit("posts/a.md", "title", "titel").Build().WasHeld();
        Assert.Empty(TempFolder.Contents(site.OutputFolder));
    }

    [Fact]
    public void A_dry_run_writes_nothing_and_says_what_it_would()
    {
        using var site = TestSite.From(Two).WithDryRun().Build();
        Assert.True(site.Result.Changes is { Created: > 4, Replaced: 0, Removed: 0 });
        Assert.False(Directory.Exists(site.OutputFolder));
    }

    [Fact]
    public void A_dry_run_over_a_finished_site_leaves_it_as_it_is()
    {
        using var site = TestSite.From(Two).Build();
        var before = Times(site);
        site.WithDryRun().Edit("posts/a.md", "Alpha", "Aleph").Delete("posts/b.md").Write("static/new.txt", "new").Build();
        Assert.True(site.Result.Changes is { Created: 1, Replaced: > 0, Removed: 1 });
        Assert.Equal(before, Times(site));
    }

    [Fact]
    public void Law_13_what_a_killed_build_left_is_taken_over()
    {
        using var site = Killed();
        site.Build()
            .ProblemCount(0)
            .Is("posts/c/index.html", "<p>Gamma.</p>\n")
            .HasNot("posts/gone/index.html")
            .HasNot(".sitegen-pending")
            .HasNot(".sitegen-staging/3");
        Assert.False(site.HasStaging);
        Assert.False(Directory.Exists(Path.Combine(site.OutputFolder, "posts/empty")));
    }

    [Fact]
    public void Law_13_what_a_killed_build_left_is_not_lost_from_sight_by_one_with_an_error()
    {
        using var site = Killed();
        site.Edit("posts/a.md", "title: A", "title: A\ntags: [a").Build().ProblemCount(1).Has("posts/gone/index.html");
        site.Edit("posts/a.md", "tags: [a", "tags: [a]").Forget().Build().ProblemCount(0).HasNot("posts/gone/index.html");
    }

    [Fact]
    public void Law_13_a_page_that_a_killed_build_replaced_is_removed_when_its_source_is_gone()
    {
        using var site = TestSite.From(Two).Build();
        var coming = new Dictionary<string, Fingerprint> { ["posts/a/index.html"] = Fingerprint.Compute("new"u8) };
        site.Forget().Delete("posts/a.md")
            .Write("_site/posts/a/index.html", "new")
            .Write("_site/.sitegen-pending", Encoding.UTF8.GetString(new Manifest(coming).ToUtf8().Span))
            .Build()
            .ProblemCount(0)
            .HasNot("posts/a/index.html");
    }

    [Fact]
    public void Law_13_what_a_killed_build_left_is_known_as_ours_even_after_one_that_was_held()
    {
        using var site = Killed();
        site.WithStrict().Edit("posts/c.md", "title", "titel").Build().WasHeld();
        site.Edit("posts/c.md", "titel", "title")
            .Build()
            .ProblemCount(0)
            .Is("posts/c/index.html", "<p>Gamma.</p>\n")
            .HasNot("posts/gone/index.html");
    }

    [Fact]
    public void Law_13_a_cancelled_build_leaves_the_folder_as_it_was()
    {
        using var site = TestSite.From(Two).Build();
        var before = TempFolder.Contents(site.OutputFolder);
        site.Edit("posts/a.md", "Alpha", "Aleph").Write("posts/c.md", C).Delete("posts/b.md");
        Assert.ThrowsAny<OperationCanceledException>(() => site.Build(new CancellationToken(canceled: true)));
        Assert.Equal(before, TempFolder.Contents(site.OutputFolder));
        site.Build().ProblemCount(0);
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_reported()
    {
        using var site = TestSite.From(Two);
        Directory.CreateDirectory(Path.Combine(site.OutputFolder, "posts/a/index.html"));
        site.Build().ProblemCount(1).Has("posts/b/index.html");
        Assert.StartsWith(
            "sitegen: error SG6002: 'posts/a/index.html' cannot be written",
            site.Diagnostics[0].ToLine(),
            StringComparison.Ordinal);
    }

    // As after a power cut: a list of what was to come, a page half written, one that no source claims any more, and a staged file.
    private static TestSite Killed()
    {
        var site = TestSite.From(Two).Build();
        var pending = new Manifest(new[]
        {
            "posts/c/index.html", "posts/gone/index.html", "posts/empty/index.html"
        }.ToImmutableSortedDictionary(path => path, _ => default(Fingerprint), StringComparer.Ordinal));
        return site.Forget().Write("posts/c.md", C).Write("_site/.sitegen-pending", Encoding.UTF8.GetString(pending.ToUtf8().Span))
            .Write("_site/posts/c/index.html", "<p>Ga")
            .Write("_site/posts/gone/index.html", "<p>")
            .Write("_site/.sitegen-staging/3", "half")
            .Write(".sitegen/build-1/new/posts/d/index.html", "half")
            .EmptyFolder("_site/posts/empty");
    }

    private static SortedDictionary<string, DateTime> Times(TestSite site) =>
        new(
            TempFolder.Contents(site.OutputFolder).Keys
                .ToDictionary(path => path, path => File.GetLastWriteTimeUtc(Path.Combine(site.OutputFolder, path))),
            StringComparer.Ordinal);
}
