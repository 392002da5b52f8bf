using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Loading;

/// <summary>A folder of another program is told, with what to write; anything else is not.</summary>
public sealed class OtherProgramTests
{
    private const string Export = "<?xml version=\"1.0\"?>\n<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"></rss>\n";

    [Theory]
    [InlineData("Jekyll", "_config.yml", "'posts: _posts' and 'static: [{from: assets, to: /assets/}, {from: img, to: /img/}]'",
        "_config.yml", "_posts/2020-01-01-a.md", "assets/a.png", "img/b.png")]
    [InlineData("Jekyll", "_posts/", "'posts: _posts'", "_posts/2020-01-01-a.md")]
    [InlineData("Jekyll", "_config.yml", "'posts: FOLDER', where FOLDER is the one that holds your posts", "_config.yml", "index.md")]
    [InlineData("Hugo", "hugo.toml", "'posts: content/posts'", "hugo.toml", "content/posts/a.md", "static/a.png")]
    [InlineData("Hugo", "hugo.yaml", "'posts: content/blog' and 'static: [static, {from: assets, to: /assets/}]'",
        "hugo.yaml", "content/blog/a.md", "static/a.png", "assets/a.css")]
    [InlineData("Hugo", "config.toml", "'posts: content'", "config.toml=baseURL = 'https://example.org/'", "content/a.md")]
    [InlineData("Zola", "config.toml", "'posts: content/blog'", "config.toml=base_url = 'https://example.org/'", "content/blog/a.md")]
    [InlineData("Hexo", "source/_posts/", "'posts: source/_posts' and 'static: [{from: source/images, to: /images/}]'",
        "_config.yml", "source/_posts/a.md", "source/images/a.png")]
    [InlineData("Eleventy", ".eleventy.js", "'posts: src/posts' and 'static: [public]'", ".eleventy.js", "src/posts/a.md", "public/a.png")]
    [InlineData("Astro", "astro.config.mjs", "'posts: src/content/blog' and 'static: [public]'",
        "astro.config.mjs", "src/content/blog/a.md", "public/a.png")]
    [InlineData("Pelican", "pelicanconf.py", "'posts: content'", "pelicanconf.py", "content/a.md")]
    [InlineData("another program", "content/", "'posts: content/post'", "content/post/a.md")]
    [InlineData("another program", "blog/", "'posts: blog'", "blog/a.md")]
    public void A_site_of_another_program_is_told_with_what_to_write(string program, string mark, string hint, params string[] files)
    {
        using var site = Site(files).Build();
        site.Problems(
            $"sitegen: error SG1014: this folder looks like a site of {program}: it has {mark}, but neither posts/ nor sitegen.yml");
        Assert.Equal($"to build it as it is, write a file sitegen.yml with {hint}", site.Diagnostics[0].Hint);
        site.HasNot("index.html");
    }

    [Theory]
    [InlineData("wp-content/", "wp-content/uploads/a.png")]
    [InlineData("wp-config.php", "wp-config.php")]
    [InlineData("myblog.WordPress.2020.xml", "myblog.WordPress.2020.xml=" + Export)]
    public void WordPress_is_told_with_the_way_out_of_its_database(string mark, params string[] files)
    {
        using var site = Site(files).Build();
        site.Problems(
            $"sitegen: error SG1014: this folder looks like a site of WordPress: it has {mark}, but neither posts/ nor sitegen.yml");
        Assert.Contains("posts/", site.Diagnostics[0].Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_config.yml", "posts/a.md")]
    [InlineData("_config.yml", "sitegen.yml=title: A")]
    [InlineData("README.md")]
    [InlineData("config.toml=name = 'x'")]
    [InlineData("feed.xml=<rss/>")]
    [InlineData("pages/a.md", "content/a.md")]
    public void Anything_else_is_built(params string[] files)
    {
        using var site = Site(files).Build();
        Assert.DoesNotContain(site.Diagnostics, problem => problem.IsError);
        site.Has("index.html");
    }

    private static TestSite Site(string[] files)
    {
        var site = TestSite.From("");
        foreach (var file in files)
        {
            var cut = file.IndexOf('=', StringComparison.Ordinal);
            site.Write(cut < 0 ? file : file[..cut], cut < 0 ? "x" : file[(cut + 1)..]);
        }

        return site;
    }
}
