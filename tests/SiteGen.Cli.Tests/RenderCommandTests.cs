namespace SiteGen.Cli.Tests;

/// <summary><c>sitegen render</c>: one template, to try it.</summary>
public sealed class RenderCommandTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public void A_template_is_written_to_the_output_stream_as_it_is()
    {
        var result = Render("<p>{{ 1 + 1 }} {{ \"é <b>\" }}</p>");
        Assert.Equal(new CommandResult(0, "<p>2 é &lt;b&gt;</p>", ""), result);
    }

    [Theory]
    [InlineData("data.json", """{"post": {"title": "Rain & sun", "tags": ["a", "b"]}}""")]
    [InlineData("data.yml", "post:\n  title: Rain & sun\n  tags: [a, b]\n")]
    public void Data_is_read_from_JSON_and_YAML(string name, string data) =>
        Assert.Equal(
            new CommandResult(0, "Rain &amp; sun a, b", ""),
            Render("{{ post.title }} {{ post.tags | array.join ', ' }}", "--data", _line.Write(name, data)));

    [Fact]
    public void Data_that_cannot_be_read_is_exit_code_1_with_its_place()
    {
        var result = Render("x", "--data", _line.Write("data.json", "{\n  \"a\": nope\n}"));
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("data.json(2,", result.Error, StringComparison.Ordinal);
        Assert.Contains("SG1007", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t.html", null)]
    [InlineData("t.html", "data.json")]
    public void A_file_that_is_not_there_is_exit_code_2(string template, string? data)
    {
        var path = data is null ? _line[template] : _line.Write(template, "x");
        var result = CommandLine.Run(["render", path, .. data is null ? (string[])[] : ["--data", _line[data]]]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"sitegen: '{_line[data ?? template]}' cannot be read: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void An_unknown_variable_prints_nothing_and_is_an_error_when_strict()
    {
        Assert.Equal(new CommandResult(0, "[]", ""), Render("[{{ titel }}]"));
        var strict = Render("[{{ titel }}]", "--strict");
        Assert.Equal(1, strict.ExitCode);
        Assert.Contains("(1,5): error SG3201: there is no variable 'titel'", strict.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ site.title }} {{ page.kind }}", "Blog home")]
    [InlineData("{{ post.title }}, {{ post.url }}", "Hello, /posts/hello/", "--post", "posts/hello.md")]
    [InlineData("{{ post.title }}", "Hello", "--post", "/posts/hello/")]
    [InlineData("{{ include 'partials/mine.html' }}", "[Blog]")]
    [InlineData("{{ include 'beside.html' }}", "Hello beside", "--post", "posts/hello.md")]
    public void In_a_site_a_template_sees_it(string template, string expected, params string[] arguments)
    {
        _line.Write("site/sitegen.yml", "title: Blog\nbase_url: https://example.org/\n");
        _line.Write("site/templates/partials/mine.html", "[{{ site.title }}]");
        _line.Write("templates/beside.html", "{{ post.title }} beside");
        Assert.Equal(new CommandResult(0, expected, ""), Render(template, ["-s", _line.Site, .. arguments]));
    }

    [Fact]
    public void In_a_site_too_what_is_found_while_reading_the_template_is_reported()
    {
        var template = _line.Write("latin.html", "");
        File.WriteAllBytes(template, [(byte)'c', (byte)'a', (byte)'f', 0xE9]);
        var result = CommandLine.Run("render", template, "-s", _line.Site);
        Assert.Equal("café", result.Output);
        Assert.Contains("SG2105", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_lies_over_what_the_site_has() => Assert.Equal(
        new CommandResult(0, "Mine Hello", ""),
        Render(
            "{{ site.title }} {{ post.title }}",
            "-s", _line.Site, "--post", "posts/hello.md", "--data", _line.Write("d.yml", "site: {title: Mine}\n")));

    [Fact]
    public void A_post_that_is_not_there_is_exit_code_2() => Assert.Equal(
        new CommandResult(
            2, "", "sitegen: the site has no post or page 'posts/nope.md'\n  hint: 'sitegen list posts' and 'sitegen list pages' show them\n"),
        Render("x", "-s", _line.Site, "--post", "posts/nope.md"));

    [Fact]
    public void Includes_are_found_beside_the_template_and_below()
    {
        _line.Write("templates/partials/a.html", "<i>{{ include 'b.html' }}</i>");
        _line.Write("templates/b.html", "{{ 1 }}");
        Assert.Equal(new CommandResult(0, "<i>1</i>", ""), Render("{{ include 'partials/a.html' }}"));
    }

    [Fact]
    public void An_include_that_is_not_there_or_outside_is_refused_at_its_place()
    {
        _line.Write("outside.html", "secret");
        foreach (var name in (string[])["../outside.html", _line["outside.html"], "partials/../../outside.html", "none.html"])
        {
            var result = Render($"{{{{ include '{name}' }}}}");
            Assert.Equal((1, ""), (result.ExitCode, result.Output));
            Assert.Contains($"(1,4): error SG3211: there is no template '{name}'", result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_was_rendered_before_an_error_is_shown_and_the_error_has_line_and_caret()
    {
        var result = Render("<p>\n{{ 1 + {} }}\n</p>");
        Assert.Equal((1, "<p>\n"), (result.ExitCode, result.Output));
        Assert.Contains("t.html(2,6): error SG3207", result.Error, StringComparison.Ordinal);
        Assert.Contains("\n  | {{ 1 + {} }}\n  |      ^", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_needs_a_site_says_so()
    {
        var result = Render("{{ url '/x/' }}");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("hint: use it in a template that 'sitegen build' renders", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_includes_itself_is_named_once()
    {
        _line.Write("templates/self.html", "{{ include 'self.html' }}");
        var result = Render("{{ include 'self.html' }}");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("SG3301: calls and includes are nested deeper than the limit of 100", result.Error, StringComparison.Ordinal);
        Assert.Equal(3, result.Error.Split("included here").Length);
    }

    [Fact]
    public void A_template_is_read_from_standard_input()
    {
        Assert.Equal(new CommandResult(0, "2", ""), CommandLine.RunProcess("{{ 1 + 1 }}", "render", "-"));
        var broken = CommandLine.RunProcess("{{ 1 + }}", "render", "-");
        Assert.Equal((1, ""), (broken.ExitCode, broken.Output));
        Assert.StartsWith("(input)(1,", broken.Error, StringComparison.Ordinal);
    }

    private CommandResult Render(string template, params string[] arguments) =>
        CommandLine.Run(["render", _line.Write("templates/t.html", template), .. arguments]);
}
