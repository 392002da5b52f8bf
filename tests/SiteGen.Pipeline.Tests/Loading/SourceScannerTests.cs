using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Loading;

public sealed class SourceScannerTests
{
    [Fact]
    public void A_file_is_what_its_folder_and_its_name_say()
    {
        using var site = TestSite.From("""
            -- posts/a.md --
            -- posts/b.markdown --
            -- posts/C.MD --
            -- posts/with.html --
            ---
            title: A
            ---
            -- posts/without.html --
            <p>
            -- posts/pic.png --
            -- posts/sub/index.md --
            -- posts/sub/pic.png --
            -- pages/about.md --
            -- pages/file.pdf --
            -- static/CNAME --
            -- static/.nojekyll --
            -- static/.well-known/x --
            -- templates/own.html --
            -- templates/assets/own.css --
            -- README.md --
            -- drafts/d.md --
            """);
        Assert.Equal(
            [
                "Page pages/about.md", "Attachment pages/file.pdf", "Post posts/C.MD", "Post posts/a.md",
                "Post posts/b.markdown", "Attachment posts/pic.png",
                "Post posts/sub/index.md", "Attachment posts/sub/pic.png", "Post posts/with.html", "Attachment posts/without.html",
                "Static static/.nojekyll", "Static static/.well-known/x", "Static static/CNAME",
                "Asset templates/assets/own.css", "Template templates/own.html",
            ],
            Scan(site).Files.Where(file => file.FullPath is not null).Select(file => $"{file.Kind} {file.Path}"));
    }

    [Fact]
    public void What_editors_and_systems_leave_behind_is_passed_over()
    {
        using var site = TestSite.From("""
            -- posts/a.md~ --
            -- posts/.a.md.swp --
            -- posts/#a.md# --
            -- posts/a.md.tmp --
            -- posts/.hidden.md --
            -- posts/.hidden/b.md --
            -- posts/.DS_Store --
            -- static/.DS_Store --
            -- static/Thumbs.db --
            -- static/.git/config --
            -- static/.gitkeep --
            -- templates/.cache --
            """);
        Assert.DoesNotContain(Scan(site).Files, file => file.FullPath is not null);
    }

    [Fact]
    public void The_theme_stands_in_for_templates_that_are_not_there()
    {
        using var site = TestSite.From("-- templates/home.html --\nown");
        var files = Scan(site).Files;
        Assert.NotNull(Assert.Single(files, file => file.Path == "templates/home.html").FullPath);
        Assert.Null(Assert.Single(files, file => file.Path == "templates/post.html").FullPath);
        Assert.Null(Assert.Single(files, file => file.Path == "templates/assets/style.css").FullPath);
    }

    [Fact]
    public void A_link_is_followed_inside_the_site_only()
    {
        using var site = TestSite.From("-- posts/a.md --\nA\n-- shared/b.md --\nB\n-- static/x.txt --\nx");
        File.WriteAllText(Path.Combine(site.OutsideFolder, "secret.md"), "secret");
        File.CreateSymbolicLink(Path.Combine(site.SourceFolder, "posts/inside.md"), "../shared/b.md");
        File.CreateSymbolicLink(Path.Combine(site.SourceFolder, "posts/outside.md"), Path.Combine(site.OutsideFolder, "secret.md"));
        File.CreateSymbolicLink(Path.Combine(site.SourceFolder, "posts/nowhere.md"), "missing.md");
        Directory.CreateSymbolicLink(Path.Combine(site.SourceFolder, "posts/folder"), site.OutsideFolder);
        Directory.CreateSymbolicLink(Path.Combine(site.SourceFolder, "static/loop"), "..");
        var tree = Scan(site);
        Assert.Equal(["posts/a.md", "posts/inside.md"], tree.OfKind(SourceKind.Post).Select(file => file.Path));
        Assert.Equal(["static/x.txt"], tree.OfKind(SourceKind.Static).Select(file => file.Path));
        Assert.Equal(
            ["posts/folder", "posts/nowhere.md", "posts/outside.md", "static/loop"],
            tree.Diagnostics.Where(problem => problem.Rule.Code == "SG1006").Select(problem => problem.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_site_without_any_folder_is_empty()
    {
        using var site = TestSite.From("-- README.md --");
        Assert.DoesNotContain(Scan(site).Files, file => file.FullPath is not null);
        site.Build().Problems("posts: warning SG1004: there is no post here");
    }

    [Fact]
    public void A_file_that_vanishes_between_listing_and_reading_is_reported()
    {
        using var site = TestSite.From("-- posts/a.md --\n---\nlayout: none\n---\nA\n-- posts/b.md --\nB\n-- static/x.txt --\nx");
        var (options, tree) = (Options(site), Scan(site));
        site.Delete("posts/b.md").Delete("static/x.txt");
        var result = BuildPipeline.Run(tree, options, BuildCache.Empty, CancellationToken.None);
        Assert.Equal(
            ["SG1005 posts/b.md", "SG1005 static/x.txt"],
            result.Diagnostics.Select(problem => $"{problem.Rule.Code} {problem.Path}"));
        site.Has("posts/a/index.html", "<p>A</p>");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_no_site()
    {
        var options = SiteFile.Load(RawOptions.None.With("source", "/no/such/folder"), null, TestClock.At("2026-06-01T12:00:00Z"));
        Assert.Equal("sitegen: error SG1001: there is no folder '/no/such/folder'", Assert.Single(options.Diagnostics).ToLine());
    }

    [Fact]
    public void A_configuration_that_was_named_must_be_there()
    {
        using var site = TestSite.From("-- posts/a.md --");
        var options = SiteFile.Load(
            RawOptions.None.With("source", site.SourceFolder), "/no/such/file.yml", TestClock.At("2026-06-01T12:00:00Z"));
        Assert.StartsWith(
            "/no/such/file.yml: error SG1001: the configuration cannot be read",
            Assert.Single(options.Diagnostics).ToLine(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_the_name_of_the_configuration_is_an_error()
    {
        using var site = TestSite.From("-- sitegen.yml/x --\nx\n-- posts/a.md --\nA\n");
        var options = SiteFile.Load(RawOptions.None.With("source", site.SourceFolder), null, TestClock.At("2026-06-01T12:00:00Z"));
        Assert.Equal(
            "sitegen.yml: error SG1001: the configuration cannot be read: it is a folder", Assert.Single(options.Diagnostics).ToLine());
    }

    private static SourceTree Scan(TestSite site) => SourceScanner.ScanAll(Options(site));

    private static SiteOptions Options(TestSite site) =>
        SiteFile.Load(RawOptions.None.With("source", site.SourceFolder), null, TestClock.At("2026-06-01T12:00:00Z")).Value;
}
