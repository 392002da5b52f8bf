using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>A theme in a folder of the site, such as others publish.</summary>
public sealed class ThemeFolderTests
{
    private const string Theme = """
        -- themes/lines/theme.yml --
        name: Lines
        description: A theme for tests.
        options:
          columns: {type: choice, values: [one, two], default: one}
          sidebar: {type: switch, default: on}
          edge: {type: color, default: "#123456"}
          greeting: {type: text}
        -- themes/lines/post.html --
        {{- $theme = site.theme -}}
        <h1>{{ post.title }}</h1> {{ $theme.columns }} {{ $theme.sidebar }} {{ $theme.greeting }} {{ words.wave }} {{ words.home }}
        {{ include 'partials/mine.html' }}
        -- themes/lines/partials/mine.html --
        mine
        -- themes/lines/assets/lines.css --
        a { color: red }
        -- themes/lines/assets/style.css --
        b { color: var(--edge) }
        -- themes/lines/i18n/en.yml --
        wave: Ahoy
        home: Port
        -- themes/lines/README.md --
        {{ this is no template
        -- posts/a.md --
        ---
        title: A
        ---
        Text
        """;

    private static TestSite With(string options) => TestSite.From(Theme, $"-- sitegen.yml --\n{options}\n");

    private static string Style(TestSite site) =>
        site.Output(site.Result.Rendered.Single(path => path.StartsWith("assets/style.", StringComparison.Ordinal)));

    [Fact]
    public void It_lies_over_the_built_in_theme_and_under_the_templates_of_the_site()
    {
        using var site = With("theme: themes/lines").Build().Problems();
        site.Has("posts/a/index.html", "<h1>A</h1> one true  Ahoy Port", "mine")
            .Has("index.html", "class=\"site-header\"", ">Port</a>");
        Assert.StartsWith("b { color: var(--edge) }", Style(site), StringComparison.Ordinal);
        Assert.Contains("--edge: #123456;", Style(site), StringComparison.Ordinal);
        site.Write("templates/partials/mine.html", "yours").Write("data/i18n/en.yml", "home: Harbour").Build().Problems()
            .Has("posts/a/index.html", "yours", "Harbour");
        site.Delete("templates/partials/mine.html").Edit("themes/lines/partials/mine.html", "mine", "ours").Build().Problems()
            .Has("posts/a/index.html", "ours");
        site.Write("sitegen.yml", "title: B\n").Build().Problems().Has("posts/a/index.html", "class=\"p-name\"");
        site.Lacks("posts/a/index.html", "ours");
    }

    [Fact]
    public void Its_options_are_those_of_theme_yml()
    {
        using var site = With("theme: {folder: themes/lines, columns: two, sidebar: no, edge: red, greeting: Hi}").Build();
        site.Problems().Has("posts/a/index.html", "two false Hi");
        Assert.Contains("--edge: red;", Style(site), StringComparison.Ordinal);
        site.Edit("themes/lines/theme.yml", "default: one", "default: two").Edit("sitegen.yml", "columns: two, ", "").Build().Problems()
            .Has("posts/a/index.html", "two false Hi");
        site.Edit("themes/lines/theme.yml", "default: two", "default: one").Build().Problems().Has("posts/a/index.html", "one false Hi");
    }

    [Theory]
    [InlineData("theme: {folder: themes/lines, columns: three}", "sitegen.yml(1,40): error SG1003: 'three' cannot be the theme's columns")]
    [InlineData("theme: {folder: themes/lines, edge: '#12'}", "sitegen.yml(1,37): error SG1003: '#12' cannot be the theme's edge")]
    [InlineData("theme: {folder: themes/lines, colums: one}", "sitegen.yml(1,31): error SG1003: 'colums' is not an option of the theme")]
    [InlineData("theme: {columns: one}", "sitegen.yml(1,9): error SG1003: 'columns' is not an option of the theme")]
    [InlineData("theme: ../lines", "sitegen.yml(1,8): error SG1003: '../lines' is no folder of this site")]
    [InlineData("theme: themes/none", "themes/none: warning SG1012: there is no such folder")]
    [InlineData("theme: [a]", "sitegen.yml(1,8): error SG1003: 'theme' must hold keys and values")]
    public void A_wrong_choice_is_told(string options, string problem)
    {
        using var site = With(options).Build();
        site.Problems(problem);
    }

    [Theory]
    [InlineData("nam: Lines", "themes/lines/theme.yml(1,1): error SG1003: theme.yml has no key 'nam'")]
    [InlineData("options: {a: {type: colour}}", "themes/lines/theme.yml(1,21): error SG1003: 'a' needs a type")]
    [InlineData("options: {a: red}", "themes/lines/theme.yml(1,11): error SG1003: 'a' needs a type")]
    [InlineData("options: {a: {type: choice}}", "themes/lines/theme.yml(1,11): error SG1003: 'a' has nothing to choose from")]
    [InlineData(
        "options: {a: {type: length, default: wide}}", "themes/lines/theme.yml(1,38): error SG1003: 'wide' cannot be the theme's a")]
    [InlineData("options: {accent: {type: color}}", "themes/lines/theme.yml(1,11): error SG1003: 'accent' is an option of every theme")]
    [InlineData("options: {A-b: {type: color}}", "themes/lines/theme.yml(1,11): error SG1003: 'A-b' cannot be the name of an option")]
    [InlineData("options: {a: {type: text, dflt: x}}", "themes/lines/theme.yml(1,27): error SG1003: theme.yml has no key 'dflt'")]
    [InlineData("options: [", "themes/lines/theme.yml(1,10): error SG1001: ")]
    public void A_wrong_file_is_told(string file, string problem)
    {
        using var site = With("theme: themes/lines").Write("themes/lines/theme.yml", file + "\n").Build();
        Assert.StartsWith(problem, Assert.Single(site.Diagnostics).ToLine(), StringComparison.Ordinal);
    }
}
