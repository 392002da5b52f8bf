using SiteGen.Cli.Terminal;

namespace SiteGen.Cli.Tests.Terminal;

/// <summary>The last line of a build.</summary>
public sealed class ClosingLineTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public void It_says_where_the_site_is_and_what_can_be_done_with_it()
    {
        var output = _line.OutputFile("")[..^1];
        var expected = $"the site is in {output}; 'sitegen serve -s {_line.Site}' shows it, and any web host can serve that folder";
        Assert.Equal(expected, Last(_line.Build().Output));
        Assert.Equal(expected, Last(_line.Build().Output));
        Assert.Equal(expected, Last(_line.Build("--format", "json").Error));
    }

    [Fact]
    public void It_says_what_to_do_when_nothing_was_written()
    {
        Assert.Equal(
            $"nothing was written, as -n asks; without it the site goes to {_line["out"]}",
            Last(_line.Build("-n", "-o", _line["out"]).Output));
        _line.Write("site/posts/wrong.md", "---\ntitel: Wrong\ndate: 2020-01-01\n---\n");
        Assert.Equal(
            $"correct what is named above and build again; what is in {_line["out"]} is as it was",
            Last(_line.Build("--strict", "-o", _line["out"]).Output));
    }

    [Fact]
    public void A_site_that_is_not_whole_is_not_praised()
    {
        _line.Write("site/templates/post.html", "{{ post.title | upcsae }}");
        Assert.Matches("^the site is in .*, without what the errors above name: correct them and build again$", Last(_line.Build().Output));
    }

    [Fact]
    public void A_quiet_build_has_none()
    {
        var result = _line.Build("-q");
        Assert.Equal(new CommandResult(0, "", ""), result);
    }

    [Fact]
    public void A_path_is_written_from_the_current_folder()
    {
        Assert.Equal(Path.Combine("a", "_site"), ClosingLine.ShortPath(Path.GetFullPath("a/_site")));
        Assert.Equal(".", ClosingLine.ShortPath(Path.GetFullPath(".")));
        Assert.Equal("..a", ClosingLine.ShortPath(Path.GetFullPath("..a")));
        Assert.Equal(Path.GetFullPath("../a"), ClosingLine.ShortPath(Path.GetFullPath("../a")));
    }

    private static string Last(string text) => text.TrimEnd().ReplaceLineEndings("\n").Split('\n')[^1];
}
