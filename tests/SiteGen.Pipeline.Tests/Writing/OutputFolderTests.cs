using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Writing;

/// <summary>Links in the output folder, which would lead a build to somebody else's files.</summary>
public sealed class OutputFolderTests
{
    private const string One = """
        -- posts/a.md --
        ---
        title: A
        layout: none
        ---
        Alpha.
        """;

    [Fact]
    public void Law_14_a_folder_that_is_a_link_is_not_written_into()
    {
        using var site = TestSite.From(One);
        Directory.CreateDirectory(site.OutputFolder);
        Directory.CreateSymbolicLink(Path.Combine(site.OutputFolder, "posts"), site.OutsideFolder);
        site.Build().Problems("sitegen: error SG6002: 'posts' in the output folder is a link to another place");
        Assert.Empty(TempFolder.Contents(site.OutsideFolder));
    }

    [Fact]
    public void Law_14_a_folder_that_became_a_link_is_not_written_into()
    {
        using var site = TestSite.From(One).Build();
        var outside = MoveOutside(site);
        site.Edit("posts/a.md", "Alpha", "Aleph").Build().ProblemCount(1);
        Assert.Equal("<p>Alpha.</p>\n", File.ReadAllText(outside));
    }

    [Fact]
    public void Law_14_a_folder_that_became_a_link_is_not_removed_from()
    {
        using var site = TestSite.From(One, "-- posts/b.md --\n---\ntitle: B\nlayout: none\nslug: ../../b\n---\n").Build();
        var outside = MoveOutside(site);
        site.Delete("posts/a.md").Forget().WriteForeign("posts/a/index.html", "<p>Alpha.</p>\n").Build();
        Assert.True(File.Exists(outside));
    }

    [Fact]
    public void Law_14_a_page_that_is_a_link_is_replaced_not_followed()
    {
        using var site = TestSite.From(One).Build();
        var (page, outside) = (Path.Combine(site.OutputFolder, "posts/a/index.html"), Path.Combine(site.OutsideFolder, "precious.txt"));
        File.Move(page, outside);
        File.CreateSymbolicLink(page, outside);
        site.Edit("posts/a.md", "Alpha", "Aleph").Build().ProblemCount(0).Is("posts/a/index.html", "<p>Aleph.</p>\n");
        Assert.Equal("<p>Alpha.</p>\n", File.ReadAllText(outside));
    }

    [Fact]
    public void Law_14_a_staging_folder_that_is_a_link_is_not_followed()
    {
        using var site = TestSite.From(One).Build();
        var precious = Path.Combine(site.OutsideFolder, "precious.txt");
        File.WriteAllText(precious, "mine");
        Directory.CreateSymbolicLink(Path.Combine(site.OutputFolder, ".sitegen-staging"), site.OutsideFolder);
        site.Edit("posts/a.md", "Alpha", "Aleph").Build().ProblemCount(0);
        Assert.Equal(["precious.txt"], TempFolder.Contents(site.OutsideFolder).Keys);
    }

    // Puts the folder of posts elsewhere, and a link in its place.
    private static string MoveOutside(TestSite site)
    {
        var (posts, outside) = (Path.Combine(site.OutputFolder, "posts"), Path.Combine(site.OutsideFolder, "posts"));
        Directory.Move(posts, outside);
        Directory.CreateSymbolicLink(posts, outside);
        return Path.Combine(outside, "a/index.html");
    }
}
