using SiteGen.Pipeline.Loading;

namespace SiteGen.Pipeline.Tests.Loading;

public sealed class GlobTests
{
    [Theory]
    [InlineData("a.md", "posts/a.md", true)]
    [InlineData("a.md", "posts/b.md", false)]
    [InlineData("*.bak", "posts/x.bak", true)]
    [InlineData("*.bak", "posts/x.bak.md", false)]
    [InlineData("#*", "posts/#a#", true)]
    [InlineData("_*.md", "posts/_a.md", true)]
    [InlineData("_*.md", "posts/_.m", false)]
    [InlineData("*", "posts/a", true)]
    [InlineData("a?c", "posts/abc", true)]
    [InlineData("a?c", "posts/ac", false)]
    [InlineData("[a-c].md", "posts/b.md", true)]
    [InlineData("[!a-c].md", "posts/b.md", false)]
    [InlineData("[!a-c].md", "posts/d.md", true)]
    [InlineData("*.{psd,ai}", "posts/x.ai", true)]
    [InlineData("*.{psd,ai}", "posts/x.aid", false)]
    [InlineData("posts/*.md", "posts/a.md", true)]
    [InlineData("posts/*.md", "posts/b/a.md", false)]
    [InlineData("/posts/*.md", "posts/a.md", true)]
    [InlineData("posts/**", "posts/b/a.md", true)]
    [InlineData("**/notes/*.md", "posts/b/notes/a.md", true)]
    [InlineData("**/notes/*.md", "notes/a.md", true)]
    [InlineData("notes/", "posts/notes", true)]
    [InlineData("a+(b).md", "posts/a+(b).md", true)]
    [InlineData("a[b", "posts/a[b", true)]
    [InlineData("a{b", "posts/a{b", true)]
    [InlineData("[]]", "x/]", true)]
    [InlineData("*a*b*", "x/1a2b3", true)]
    public void A_pattern_matches_names_or_paths(string pattern, string path, bool expected) =>
        Assert.Equal(expected, new Glob(pattern).Matches(path, path[(path.LastIndexOf('/') + 1)..]));
}
