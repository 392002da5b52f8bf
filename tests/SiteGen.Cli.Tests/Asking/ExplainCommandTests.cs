using System.Text.Json;

namespace SiteGen.Cli.Tests.Asking;

/// <summary><c>sitegen explain</c>.</summary>
public sealed class ExplainCommandTests : IDisposable
{
    private readonly AskedSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("/posts/hello/")]
    [InlineData("/posts/hello")]
    [InlineData("/blog/posts/hello/")]
    [InlineData("https://example.org/blog/posts/hello/#top")]
    [InlineData("posts/hello.md")]
    [InlineData("./posts/hello.md")]
    [InlineData("posts/hello/index.html")]
    public void A_page_is_found_by_its_address_its_source_and_its_file(string subject) =>
        Assert.StartsWith("/posts/hello/\nThe post 'Hello'.\n", _site.Run("explain", subject).Output, StringComparison.Ordinal);

    [Fact]
    public void A_path_from_the_current_folder_is_understood() => Assert.StartsWith(
        "/posts/hello/\n", _site.Run("explain", Path.Combine(_site.Site, "posts/hello.md")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("/posts/hello/", "title", "Hello", "posts/hello.md(2,1)")]
    [InlineData("/posts/hello/", "date", "2020-01-12 00:00 +01:00", "posts/hello.md(3,1)")]
    [InlineData("/posts/hello/", "authors", "Ada", "'author', sitegen.yml(3,1)")]
    [InlineData("/posts/hello/", "url", "/posts/hello/", "made by 'permalink', default")]
    [InlineData("/posts/hello/", "language", "en", "'language', default")]
    [InlineData("/posts/hello/", "summary", "Hi, draft.", "the first words of the text, 'summary_words', default")]
    [InlineData("/posts/hello/", "aliases", "[/old/]", "posts/hello.md(5,1)")]
    [InlineData("/posts/named/", "title", "From a heading", "the first heading of the text")]
    [InlineData("/posts/named/", "date", "2021-02-03 00:00 +01:00", "the name of the file")]
    [InlineData("/posts/named/", "summary", "See hello.", "the text above the mark <!--more-->")]
    [InlineData("/about/", "layout", "essay", "pages/about.md(3,1)")]
    public void Every_value_has_its_origin(string url, string name, string value, string from)
    {
        var row = Section(url, "values").Single(row => Text(row, "value") == name);
        Assert.Equal((value, from), (Text(row, "is"), Text(row, "from")));
    }

    [Theory]
    [InlineData("/posts/hello/", "template", "post.html, templates/post.html")]
    [InlineData("/posts/hello/", "around it", "layout.html, built in")]
    [InlineData("/about/", "absent template", "essay.html, pages/about.md(3,1)")]
    [InlineData("/about/", "template", "page.html, built in")]
    [InlineData("/posts/hello/", "address", "https://example.org/blog/posts/hello/")]
    [InlineData("/old/", "because of", "posts/hello.md(5,1)")]
    public void A_page_says_how_it_is_made(string url, string what, string value) =>
        Assert.Equal(value, Text(Section(url, "page").Single(row => Text(row, "what") == what), "is"));

    [Fact]
    public void A_page_says_what_it_read_and_what_links_to_it()
    {
        var data = Section("/posts/hello/", "reads").Single(row => Text(row, "reads") == "data");
        Assert.Equal("data/prices.yml", data.GetProperty("which")[0].GetString());
        var links = Section("/posts/hello/", "linked_from").Select(row => Text(row, "url")).ToArray();
        Assert.Contains("/posts/named/", links);
        Assert.Contains("/", links);
        Assert.DoesNotContain("/about/", links);
    }

    [Theory]
    [InlineData("posts/draft.md", "it is a draft", "posts/draft.md(3,1)")]
    [InlineData("posts/later.md", "it is due on 2030-05-06 08:00 +02:00", "posts/later.md(3,1)")]
    [InlineData("posts/gone.md", "it expired on 2020-01-01 00:00 +01:00", "posts/gone.md(4,1)")]
    [InlineData("/posts/gone", "it expired on 2020-01-01 00:00 +01:00", "posts/gone.md(4,1)")]
    [InlineData("/posts/gone/", "it expired on 2020-01-01 00:00 +01:00", "posts/gone.md(4,1)")]
    public void A_post_that_is_not_published_says_why_and_where_that_stands(string subject, string because, string from)
    {
        var rows = Section(subject, "reason").ToDictionary(row => Text(row, "what"), row => Text(row, "is"));
        Assert.Equal((because, from), (rows["because"], rows["from"]));
        Assert.NotEqual("", rows["what to do"]);
    }

    [Theory]
    [InlineData("posts/broken.md", "It is not published: it has an error.")]
    [InlineData("posts/_notes.md", "It is no part of the site: ")]
    [InlineData("templates/post.html", "It is a template.")]
    [InlineData("templates/layout.html", "It is a template, built into the program; ")]
    [InlineData("data/prices.yml", "It is read as data; ")]
    [InlineData("static/robots.png", "A copy of static/robots.png.")]
    [InlineData("sitegen.yml", "It is the configuration: 'sitegen config' shows what is set in it.")]
    [InlineData("/rss.xml", "The feed of 'posts'.")]
    [InlineData("/", "Page 1 of 1 of the list of posts.")]
    [InlineData("/tags/rain/", "The list of posts of 'rain' in tags.")]
    [InlineData("/old/", "It leads on to /posts/hello/.")]
    [InlineData("SG4001", "A link names a post or a file that is not part of the site.")]
    [InlineData("sg4001", "A link names a post or a file that is not part of the site.")]
    [InlineData("broken-link", "A link names a post or a file that is not part of the site.")]
    public void Everything_has_an_answer(string subject, string summary) =>
        Assert.StartsWith(summary, _site.Run("explain", subject).Output.Split('\n')[1], StringComparison.Ordinal);

    [Fact]
    public void A_template_names_the_pages_that_it_renders() =>
        Assert.Equal(
            ["/posts/hello/", "/posts/named/"],
            Section("templates/post.html", "read_by").Select(row => Text(row, "url")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("/posts/helo/", "did you mean '/posts/hello/'?")]
    [InlineData("posts/helo.md", "did you mean 'posts/hello.md'?")]
    [InlineData("/nowhere/at/all/", "'sitegen list urls' shows every address, 'sitegen list left-out' what is not published")]
    public void What_is_not_there_is_exit_code_2(string subject, string hint)
    {
        var result = _site.Run("explain", subject);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"sitegen: the site has nothing at '{subject}'\n  hint: {hint}\n", result.Error, StringComparison.Ordinal);
    }

    private static string Text(JsonElement row, string column) => row.GetProperty(column).GetString() ?? "";

    private JsonElement[] Section(string subject, string name)
    {
        var result = _site.Run("explain", subject, "--json");
        Assert.Equal(0, result.ExitCode);
        using var document = JsonDocument.Parse(result.Output);
        return [.. document.RootElement.GetProperty(name).Clone().EnumerateArray()];
    }
}
