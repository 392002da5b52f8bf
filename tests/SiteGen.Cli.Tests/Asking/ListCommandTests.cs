using System.Text.Json;

namespace SiteGen.Cli.Tests.Asking;

/// <summary><c>sitegen list</c> and <c>sitegen schedule</c>.</summary>
public sealed class ListCommandTests : IDisposable
{
    private readonly AskedSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("posts", "2021-02-03 00:00 +01:00  From a heading  /posts/named/  posts/2021-02-03-named.md")]
    [InlineData("posts", "2020-01-12 00:00 +01:00  Hello           /posts/hello/  posts/hello.md")]
    [InlineData("pages", "  About  /about/  pages/about.md")]
    [InlineData("drafts", "  Draft  /posts/draft/  posts/draft.md")]
    [InlineData("future", "2030-05-06 08:00 +02:00  Later  /posts/later/  posts/later.md  2031-01-01 00:00 +01:00")]
    [InlineData("expired", "2019-01-01 00:00 +01:00  Gone   /posts/gone/  posts/gone.md  2020-01-01 00:00 +01:00")]
    [InlineData("left-out", "posts/draft.md   it is a draft")]
    [InlineData("left-out", "posts/later.md   it is due on 2030-05-06 08:00 +02:00")]
    [InlineData("left-out", "posts/broken.md  ")]
    [InlineData("left-out", "posts/_notes.md  ")]
    [InlineData("tags", "sun, moon  1      /tags/sun-moon/")]
    [InlineData("authors", "Ada   2      /authors/ada/")]
    [InlineData("images", "templates/assets/favicon.svg 32 32 ")]
    [InlineData("urls", "/posts/hello/ ")]
    [InlineData("urls", "/old/ ")]
    [InlineData("templates", "post.html  ")]
    [InlineData("rules", "SG4001  broken-link ")]
    public void A_list_has_a_line_for_each_thing(string list, string line)
    {
        var result = _site.Run("list", list);
        Assert.Equal(0, result.ExitCode);
        var lines = result.Output.Split('\n');
        Assert.Contains(lines, found => Squeezed(found).StartsWith(Squeezed(line), StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Theory]
    [InlineData("posts")]
    [InlineData("pages")]
    [InlineData("drafts")]
    [InlineData("future")]
    [InlineData("expired")]
    [InlineData("left-out")]
    [InlineData("tags")]
    [InlineData("categories")]
    [InlineData("authors")]
    [InlineData("series")]
    [InlineData("images")]
    [InlineData("urls")]
    [InlineData("templates")]
    [InlineData("rules")]
    public void Every_list_is_JSON_and_CSV_with_the_same_rows(string list)
    {
        var (json, csv) = (_site.Run("list", list, "--json"), _site.Run("list", list, "--csv"));
        using var document = JsonDocument.Parse(json.Output);
        var rows = document.RootElement.EnumerateArray().ToArray();
        var lines = csv.Output.TrimEnd().Split("\r\n");
        Assert.Equal(rows.Length, lines.Length - 1);
        if (rows is [var first, ..])
        {
            Assert.Equal(lines[0], string.Join(',', first.EnumerateObject().Select(property => property.Name)));
        }
    }

    [Fact]
    public void Programs_get_moments_as_RFC_3339_has_them()
    {
        Assert.Contains("\"date\": \"2020-01-12T00:00:00+01:00\"", _site.Run("list", "posts", "--json").Output, StringComparison.Ordinal);
        Assert.Contains("\r\n2031-01-01T00:00:00+01:00,expires,", _site.Run("schedule", "--csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_quotes_what_has_a_comma_and_defuses_formulas()
    {
        _site.Write("posts/a.md", "---\ntitle: \"=1+1\"\ntags: [\"a \\\"b\\\"\"]\n---\n");
        Assert.Contains("\"sun, moon\",1,/tags/sun-moon/\r\n", _site.Run("list", "tags", "--csv").Output, StringComparison.Ordinal);
        Assert.Contains("\"a \"\"b\"\"\",1,", _site.Run("list", "tags", "--csv").Output, StringComparison.Ordinal);
        Assert.Contains(",'=1+1,", _site.Run("list", "posts", "--csv").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no list 'post'", "did you mean 'posts'?", "list", "post")]
    [InlineData("'--json' and '--csv' do not go together", "keep one of them", "list", "posts", "--json", "--csv")]
    [InlineData("'--json' and '--csv' do not go together", "keep one of them", "schedule", "--json", "--csv")]
    [InlineData("'sitegen list' needs a list behind it", "'sitegen list --help' shows what there is", "list")]
    [InlineData("'x' is not a time", "write --clock 2026-03-05T12:00:00Z", "schedule", "--clock", "x")]
    public void A_wrong_question_is_exit_code_2(string message, string hint, params string[] arguments)
    {
        var result = CommandLine.Run([.. arguments, "-s", _site.Site]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal($"sitegen: {message}\n  hint: {hint}\n", result.Error);
    }

    [Fact]
    public void An_empty_list_says_so_beside_the_result_and_programs_get_an_empty_one()
    {
        Assert.Equal(new CommandResult(0, "", "there is nothing in the list 'series'\n"), Clean(_site.Run("list", "series")));
        Assert.Equal("[]\n", _site.Run("list", "series", "--json").Output);
    }

    [Fact]
    public void Errors_in_the_site_are_mentioned_beside_the_list()
    {
        Assert.Contains("some files have errors", _site.Run("list", "posts").Error, StringComparison.Ordinal);
        Assert.Equal("", _site.Run("list", "posts", "-q").Error);
    }

    [Fact]
    public void Nothing_is_written_by_asking()
    {
        _site.Run("list", "posts");
        _site.Run("explain", "/posts/hello/");
        _site.Run("schedule");
        Assert.False(Directory.Exists(Path.Combine(_site.Site, "_site")));
        Assert.False(Directory.Exists(Path.Combine(_site.Site, ".sitegen")));
    }

    [Fact]
    public void The_schedule_is_in_the_zone_of_the_site_with_the_next_change_first()
    {
        var lines = _site.Run("schedule").Output.TrimEnd().Split('\n').Select(Squeezed).ToArray();
        Assert.Equal(
            [
                "at change title url source",
                "2030-05-06 08:00 +02:00 appears Later /posts/later/ posts/later.md",
                "2031-01-01 00:00 +01:00 expires Later /posts/later/ posts/later.md",
            ],
            lines);
        Assert.Equal("2030-05-06T08:00:00+02:00\n", _site.Run("schedule", "--next").Output);
        Assert.Equal("", CommandLine.Run("schedule", "--next", "-s", _site.Site, "--clock", "2040-01-01").Output);
    }

    private static CommandResult Clean(CommandResult result) =>
        result with { Error = string.Concat(result.Error.Split('\n').Take(1).Select(line => line + "\n")) };

    private static string Squeezed(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
