namespace SiteGen.Cli.Tests.Starting;

/// <summary><c>sitegen new post</c> and <c>sitegen new page</c>.</summary>
public sealed class NewPostCommandTests : IDisposable
{
    private readonly StartedSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_post_is_named_for_day_and_title_and_dated_by_the_clock_in_the_site_s_zone()
    {
        var result = _site.New("post", "Rain & sun");
        Assert.Equal(["posts/2026-03-05-rain-sun.md"], _site.Printed(result));
        Assert.Equal(
            "---\ntitle: Rain & sun\ndate: 2026-03-05T13:00:00+01:00\nauthor: Ana\n---\n\n", _site["posts/2026-03-05-rain-sun.md"]);
        Assert.StartsWith("  hint: ", result.Error, StringComparison.Ordinal);
        Assert.Equal("", _site.New("post", "-q", "Wind").Error);
    }

    [Theory]
    [InlineData("2026-01-02", "2026-01-02", "2026-01-02")]
    [InlineData("2026-07-02 08:30", "2026-07-02", "2026-07-02T08:30:00+02:00")]
    [InlineData("2026-07-02T23:30:00Z", "2026-07-02", "2026-07-03T01:30:00+02:00")]
    [InlineData("2 July 2026", "2026-07-02", "2026-07-02")]
    public void A_date_is_read_as_in_front_matter(string written, string day, string date)
    {
        _site.New("post", "A", "--date", written);
        Assert.Contains($"\ndate: {date}\n", _site[$"posts/{day}-a.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_is_written_down()
    {
        var result = _site.New(
            "post", "A day out", "--draft", "--author", "Bo: the \"b\"", "--tag", "sea", "-t", "a, b", "--tag", "#x",
            "--section", "trips/2026", "--slug", "By the Sea!", "--bundle");
        const string Path = "posts/trips/2026/2026-03-05-by-the-sea/index.md";
        Assert.Equal([Path], _site.Printed(result));
        Assert.Equal(
            "---\ntitle: A day out\ndate: 2026-03-05T13:00:00+01:00\nauthor: \"Bo: the \\\"b\\\"\"\n"
                + "tags: [sea, \"a, b\", \"#x\"]\ndraft: true\n---\n\n",
            _site[Path]);
    }

    [Fact]
    public void Words_need_no_quotes_and_a_title_may_begin_with_a_dash()
    {
        Assert.Equal(["posts/2026-03-05-my-first-post.md"], _site.Printed(_site.New("post", "My", "first", "--draft", "post")));
        Assert.Equal(["posts/2026-03-05-minus-one.md"], _site.Printed(_site.New("post", "--", "--minus", "one")));
        Assert.Equal(["posts/2026-03-05-a-dash.md"], _site.Printed(_site.New("post", "- a dash")));
    }

    [Fact]
    public void The_folders_of_the_configuration_are_used()
    {
        using var site = new StartedSite("posts: content/blog\npages: content/pages\nauthor: Ana\n");
        Assert.Equal(["content/blog/2026-03-05-a.md"], site.Printed(site.New("post", "A")));
        Assert.Equal(["content/pages/a.md"], site.Printed(site.New("page", "A")));
        var other = site.Write("other.yml", "posts: texts\nauthor: Bo\n");
        Assert.Equal(["texts/2026-03-05-a.md"], site.Printed(site.New("post", "A", "-c", other)));
    }

    [Fact]
    public void A_page_has_a_title_and_no_date()
    {
        Assert.Equal(["pages/contact-us.md"], _site.Printed(_site.New("page", "Contact us")));
        Assert.Equal("---\ntitle: Contact us\n---\n\n", _site["pages/contact-us.md"]);
        Assert.Equal(["pages/mail.md"], _site.Printed(_site.New("page", "Contact us", "--slug", "mail", "--draft")));
        Assert.Equal("---\ntitle: Contact us\ndraft: true\n---\n\n", _site["pages/mail.md"]);
    }

    [Theory]
    [InlineData("'🎉' has no letter and no digit to name a file by", "post", "🎉")]
    [InlineData("'!' has no letter and no digit to name a file by", "page", "A", "--slug", "!")]
    [InlineData("the title is empty", "post", " ")]
    [InlineData("the title has a line break or another character that cannot be seen", "post", "a\nb")]
    [InlineData("the title has a line break or another character that cannot be seen", "page", "a\u2028b")]
    [InlineData("'soon' is not a date", "post", "A", "--date", "soon")]
    [InlineData("there is no day '2026-02-30'", "post", "A", "--date", "2026-02-30")]
    [InlineData("'../x' is not a folder inside the folder of posts", "post", "A", "--section", "../x")]
    [InlineData("'a//b' is not a folder inside the folder of posts", "post", "A", "--section", "a//b")]
    [InlineData("'/etc' is not a folder inside the folder of posts", "post", "A", "--section", "/etc")]
    [InlineData("a build would ignore 'posts/.x/2026-03-05-a.md', for it matches the pattern '.*'", "post", "A", "--section", ".x")]
    [InlineData("a build would ignore 'pages/.net.md', for it matches the pattern '.*'", "page", ".NET")]
    [InlineData("'soon' is not a time", "post", "A", "--clock", "soon")]
    public void What_cannot_be_a_post_is_refused_and_nothing_is_written(string message, string kind, params string[] arguments)
    {
        var result = arguments.Contains("--clock") ? _site.Add(kind, arguments) : _site.New(kind, arguments);
        Assert.StartsWith("sitegen: " + message, StartedSite.Refusal(result, 2), StringComparison.Ordinal);
        Assert.False(_site.Has("posts") || _site.Has("pages"));
    }

    [Fact]
    public void A_file_that_is_there_is_never_written_over()
    {
        _site.Write("posts/2026-03-05-a.md", "mine");
        var refusal = StartedSite.Refusal(_site.New("post", "A"), 2);
        Assert.Contains("2026-03-05-a.md' is there already, and nothing is written over it", refusal, StringComparison.Ordinal);
        Assert.Equal("mine", _site["posts/2026-03-05-a.md"]);
    }

    [Fact]
    public void A_broken_configuration_is_reported_as_by_a_build()
    {
        _site.Write("sitegen.yml", "titel: A\n");
        Assert.Contains("sitegen.yml(1,1): error SG1002", StartedSite.Refusal(_site.New("post", "A"), 2), StringComparison.Ordinal);
        Assert.Equal(2, CommandLine.Run("new", "post", "A", "-s", Path.Combine(_site.Path, "none")).ExitCode);
    }

    [Fact]
    public void What_init_and_new_make_is_built()
    {
        var blog = Path.Combine(_site.Around, "blog");
        string[] clock = ["--clock", "2020-03-05T12:00:00Z"];
        Assert.Equal(0, CommandLine.Run(["init", blog, .. clock]).ExitCode);
        string[][] lines =
        [
            ["post", "Of C# and \"quotes\": a tale", "--tag", "tales", "--author", "Ana", .. clock],
            ["post", "A day out", "--bundle", "--draft", "--author", "Ana", .. clock],
            ["page", "Contact us"],
            ["author", "Ana"],
            ["theme", "partials/footer.html"],
        ];
        Assert.All(lines, line => Assert.Equal(0, CommandLine.Run(["new", .. line, "-s", blog]).ExitCode));
        var build = CommandLine.Run("build", "-s", blog, "-b", "https://example.org/", "--strict", "-D");
        Assert.Equal((0, ""), (build.ExitCode, build.Error));
        var post = File.ReadAllText(Path.Combine(blog, "_site/posts/of-c-sharp-and-quotes-a-tale/index.html"));
        Assert.Contains("<h1 class=\"p-name\">Of C# and &quot;quotes&quot;: a tale</h1>", post, StringComparison.Ordinal);
        Assert.All(
            ["posts/a-day-out", "contact-us", "tags/tales", "authors/ana", "posts/welcome"],
            page => Assert.True(File.Exists(Path.Combine(blog, "_site", page, "index.html")), page));
    }
}
