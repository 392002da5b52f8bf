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
        var options = SiteFile.Load(
            new OptionSources(RawOptions.None.With("source", "/no/such/folder")), TestClock.At("2026-06-01T12:00:00Z"));
        Assert.Equal("sitegen: error SG1001: there is no folder '/no/such/folder'", Assert.Single(options.Diagnostics).ToLine());
    }

    [Fact]
    public void A_configuration_that_was_named_must_be_there()
    {
        using var site = TestSite.From("-- posts/a.md --");
        var sources = new OptionSources(RawOptions.None.With("source", site.SourceFolder)) { Files = ["/no/such/file.yml"] };
        var options = SiteFile.Load(sources, TestClock.At("2026-06-01T12:00:00Z"));
        Assert.StartsWith(
            "/no/such/file.yml: error SG1001: the configuration cannot be read",
            Assert.Single(options.Diagnostics).ToLine(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_the_name_of_the_configuration_is_an_error()
    {
        using var site = TestSite.From("-- sitegen.yml/x --\nx\n-- posts/a.md --\nA\n");
        var options = SiteFile.Load(
            new OptionSources(RawOptions.None.With("source", site.SourceFolder)), TestClock.At("2026-06-01T12:00:00Z"));
        Assert.Equal(
            "sitegen.yml: error SG1001: the configuration cannot be read: it is a folder", Assert.Single(options.Diagnostics).ToLine());
    }

    [Fact]
    public void Working_files_are_left_out_and_told()
    {
        using var site = TestSite.From(
            """
            -- sitegen.yml --
            ignore: ["*.psd", "posts/notes/**", "!posts/keep/README.md"]
            -- posts/a.md --
            A
            -- posts/a.md.bak --
            -- posts/_draft.md --
            -- posts/_posts/_b.md --
            B
            -- posts/README.md --
            -- posts/keep/README.md --
            K
            -- posts/x.psd --
            -- posts/notes/n.md --
            N
            -- posts/.hidden --
            -- static/.well-known/x.txt --
            x
            -- static/.env --
            SECRET=1
            -- static/README.md --
            shown
            """).Build().Problems();
        site.Has("posts/a/index.html").Has("posts/_b/index.html").Has("posts/readme/index.html", "K").Has("README.md", "shown");
        site.Has(".well-known/x.txt").HasNot(".env").HasNot("posts/n/index.html").HasNot("posts/x.psd").HasNot("posts/draft/index.html");
        Assert.All(site.Diagnostics, problem => Assert.Equal("SG1011", problem.Rule.Code));
        string[] patterns = ["*.bak", "_*.md", "README.md", "*.psd", "posts/notes/**", ".*", ".env"];
        Assert.Equal(
            patterns.Order(StringComparer.Ordinal),
            site.Diagnostics.Select(problem => problem.Message.Split('\'')[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Several_folders_can_be_copied()
    {
        using var site = TestSite.From(
            """
            -- sitegen.yml --
            static: [static, {from: pictures, to: /img/2026}, {from: old}]
            -- posts/a.md --
            ![A](/img/2026/a/b.txt)
            -- static/s.txt --
            s
            -- pictures/a/b.txt --
            b
            -- old/o.txt --
            o
            """).Build().Problems();
        site.Has("s.txt", "s").Has("img/2026/a/b.txt", "b").Has("o.txt", "o");
        site.Edit("pictures/a/b.txt", "b", "bb").Build().Has("img/2026/a/b.txt", "bb");
    }

    [Fact]
    public void A_folder_that_is_named_and_missing_is_told()
    {
        using var site = TestSite.From("-- sitegen.yml --\nstatic: [{from: asets, to: /a}]\ndata: dat\n-- posts/a.md --\nA\n").Build();
        site.Problems(
            "asets: warning SG1012: there is no such folder",
            "dat: warning SG1012: there is no such folder");
    }

    private static SourceTree Scan(TestSite site) => SourceScanner.ScanAll(Options(site));

    private static SiteOptions Options(TestSite site)
    {
        var options = SiteFile.Load(
            new OptionSources(RawOptions.None.With("source", site.SourceFolder)), TestClock.At("2026-06-01T12:00:00Z")).Value;
        return options with { IfNoBaseUrl = null };
    }
}
