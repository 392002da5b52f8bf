using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Tests.Urls;

public sealed class SitePathTests
{
    [Theory]
    [InlineData("posts", "a.md", "posts/a.md")]
    [InlineData("posts/x", "../a.md", "posts/a.md")]
    [InlineData("posts", "./x/./a.md", "posts/x/a.md")]
    [InlineData("posts", "x//a.md", "posts/x/a.md")]
    [InlineData("", "a.md", "a.md")]
    [InlineData("posts", "..", "")]
    [InlineData("posts", "../..", null)]
    [InlineData("posts", "../../posts/a.md", null)]
    [InlineData("posts", "/a.md", "posts/a.md")]
    public void A_relative_path_is_followed_as_far_as_the_site_goes(string folder, string relative, string? expected) =>
        Assert.Equal(expected, SitePath.Combine(folder, relative));

    [Theory]
    [InlineData("posts/a.md", "a", "posts")]
    [InlineData("a.tar.gz", "a.tar", "")]
    [InlineData("x/.htaccess", ".htaccess", "x")]
    [InlineData("x/y/README", "README", "x/y")]
    public void A_path_has_a_name_and_a_folder(string path, string name, string folder)
    {
        Assert.Equal(name, SitePath.NameOf(path));
        Assert.Equal(folder, SitePath.FolderOf(path));
    }
}
