using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Starting;

/// <summary><c>sitegen new theme</c>: copies of files of the built-in theme.</summary>
public sealed partial class NewThemeCommandTests : IDisposable
{
    private readonly StartedSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Without_a_name_every_file_of_the_theme_is_listed_alone_on_its_line()
    {
        var result = _site.Add("theme", "-q");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            Repository.Files("templates").Select(path => path["templates/".Length..]),
            result.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        Assert.False(_site.Has("templates"));
    }

    [Fact]
    public void Files_are_copied_as_they_are_where_the_configuration_says()
    {
        using var site = new StartedSite("templates: theme\n");
        Assert.Equal(
            ["theme/partials/footer.html", "theme/assets/style.css"],
            site.Printed(site.Add("theme", "partials/footer.html", "theme/assets/style.css", "partials/footer.html")));
        Assert.Equal(Repository.Read("templates/assets/style.css"), site["theme/assets/style.css"]);
    }

    [Fact]
    public void A_site_with_copies_of_all_is_the_same_site()
    {
        _site.Write("posts/a.md", "---\ntitle: A\ndate: 2026-01-01\ntags: [x]\n---\nHi.\n");
        Assert.Equal(0, _site.Build().ExitCode);
        var before = Pages();
        Assert.Equal(0, _site.Add("theme", "--all").ExitCode);
        Assert.Equal(0, _site.Build().ExitCode);
        Assert.Equal(before, Pages());
    }

    // The style sheet of the program has no comments and no indentation, so that its name is another one.
    private IEnumerable<KeyValuePair<string, string>> Pages() => TempFolder.Contents(Path.Combine(_site.Path, "_site"))
        .Where(file => file.Key != ".sitegen-manifest" && !file.Key.EndsWith(".css", StringComparison.Ordinal))
        .Select(file => KeyValuePair.Create(file.Key, StyleName().Replace(Encoding.UTF8.GetString(file.Value), "style.css")));

    [GeneratedRegex(@"style\.[0-9a-f]{10}\.css")]
    private static partial Regex StyleName();

    [Theory]
    [InlineData("footer.html", "did you mean 'partials/footer.html'?")]
    [InlineData("partials/foter.html", "did you mean 'partials/footer.html'?")]
    [InlineData("post", "did you mean 'post.html'?")]
    [InlineData("../post.html", "did you mean 'post.html'?")]
    [InlineData("nothing-like-it", "'sitegen new theme' lists what there is")]
    public void A_file_that_the_theme_does_not_have_is_refused_with_the_nearest(string name, string hint)
    {
        Assert.Equal(
            $"sitegen: the built-in theme has no file '{name}'\n  hint: {hint}",
            StartedSite.Refusal(_site.Add("theme", "404.html", name), 2));
        Assert.False(_site.Has("templates"));
    }

    [Fact]
    public void A_file_that_is_there_is_kept_and_no_other_is_copied()
    {
        _site.Write("templates/post.html", "mine");
        string[][] lines = [["404.html", "post.html"], ["--all"]];
        Assert.All(lines, line => Assert.Contains(
            "post.html' is there already", StartedSite.Refusal(_site.Add("theme", line), 2), StringComparison.Ordinal));
        Assert.Equal("mine", _site["templates/post.html"]);
        Assert.False(_site.Has("templates/404.html"));
    }

    [Fact]
    public void Names_beside_all_are_refused() => Assert.StartsWith(
        "sitegen: '--all' takes every file, and files are named beside it",
        StartedSite.Refusal(_site.Add("theme", "--all", "post.html"), 2),
        StringComparison.Ordinal);
}
