using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Loading;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Configuration;

/// <summary>Options from several files, from the environment and from the command line.</summary>
public sealed class OptionSourcesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void The_later_of_two_files_is_laid_over_the_earlier()
    {
        Write("base.yml", "title: Base\nauthor: Ada\nfeeds: {entries: 7, rss: a.xml}\nparams: {a: 1, b: 2}\n");
        Write("mine.yml", "title: Mine\nfeeds: {entries: 3}\nparams: {b: 3}\n");
        var options = Load(Sources() with { Files = [_folder["base.yml"], _folder["mine.yml"]] });
        Assert.Equal(
            ("Mine", "Ada", 3, "/a.xml"), (options.Title.Text, options.Author, options.Feeds.Entries, options.Feeds.Files[0].Path));
        Assert.Equal(["params.a=1", "params.b=3"], Rows(Sources() with { Files = [_folder["base.yml"], _folder["mine.yml"]] }, "params."));
    }

    [Fact]
    public void An_environment_has_a_file_of_its_own_over_the_usual_one()
    {
        Write("sitegen.yml", "title: Blog\ntheme: {accent: red, width: 30rem}\nrules: {no-posts: off}\n");
        Write("sitegen.staging.yml", "title: Blog (staging)\ntheme: {accent: blue}\n");
        var options = Load(Sources("staging"));
        Assert.Equal(("Blog (staging)", "staging", false), (options.Title.Text, options.Environment, options.IsProduction));
        Assert.Equal(("blue", "30rem"), (options.Theme["accent"], options.Theme["width"]));
        Assert.Equal(("Blog", "production", true), (Load(Sources()).Title.Text, Load(Sources()).Environment, Load(Sources()).IsProduction));
    }

    [Fact]
    public void The_usual_environment_may_have_a_file_as_well()
    {
        Write("sitegen.production.yml", "title: Real\n");
        Assert.Equal(("Real", "My blog"), (Load(Sources()).Title.Text, Load(Sources("staging")).Title.Text));
    }

    [Theory]
    [InlineData("prodution", "there is no file 'sitegen.prodution.yml' for the environment 'prodution'", "did you mean 'production'?")]
    [InlineData("stagin", "there is no file 'sitegen.stagin.yml' for the environment 'stagin'", "did you mean 'staging'?")]
    [InlineData("../x", "'../x' cannot be an environment", "write a name")]
    public void A_slip_in_the_name_of_an_environment_is_an_error(string name, string message, string hint)
    {
        Write("sitegen.staging.yml", "title: Staging\n");
        var problem = Assert.Single(SiteFile.Load(Sources(name), TestClock.At("2026-06-01T12:00:00Z")).Diagnostics);
        Assert.Equal(message, problem.Message);
        Assert.StartsWith(hint, problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_can_name_the_environment()
    {
        var sources = Sources() with { Variables = Variables(("SITEGEN_ENVIRONMENT", "staging")) };
        Assert.Equal("staging", Load(sources).Environment);
        Assert.Contains(new ResolvedOption("environment", "staging", "SITEGEN_ENVIRONMENT", LinePosition.None), SiteFile.List(sources));
        Write("sitegen.yml", "environment: staging\n");
        var problem = Assert.Single(SiteFile.Load(Sources(), TestClock.At("2026-06-01T12:00:00Z")).Diagnostics);
        Assert.Equal("'environment' is not an option", problem.Message);
    }

    [Fact]
    public void An_environment_needs_no_file_of_its_own() => Assert.False(Load(Sources("preview")).IsProduction);

    [Fact]
    public void Variables_are_laid_over_files_and_under_the_command_line()
    {
        Write("sitegen.yml", "title: File\nauthor: File\npaginate: 3\n");
        var sources = Sources() with { Variables = Variables(("SITEGEN_TITLE", "Variable"), ("SITEGEN_AUTHOR", "Variable")) };
        var options = Load(sources with { CommandLine = sources.CommandLine.With("author", "Line") });
        Assert.Equal(("Variable", "Line", 3), (options.Title.Text, options.Author, options.Paginate));
    }

    [Theory]
    [InlineData("SITEGEN_LANGUAGES", "[de, fr]", "languages=[de, fr]")]
    [InlineData("SITEGEN_FEEDS", "{entries: 3}", "feeds.entries=3")]
    [InlineData("SITEGEN_TITLE", "A: \"b\" # c", "title=\"A: \\\"b\\\" # c\"")]
    [InlineData("SITEGEN_ARCHIVES", "off", "archives=off")]
    public void A_variable_holds_a_text_or_yaml_in_one_line(string name, string value, string row)
    {
        var sources = Sources() with { Variables = Variables((name, value)) };
        Assert.Empty(SiteFile.Load(sources, TestClock.At("2026-06-01T12:00:00Z")).Diagnostics.Where(problem => problem.IsError));
        Assert.Contains(row, Rows(sources, ""));
    }

    [Theory]
    [InlineData("SITEGEN_PAGINATE", "x", "in the environment variable SITEGEN_PAGINATE: 'paginate' must be a whole number above 0")]
    [InlineData("SITEGEN_FEEDS", "{entries: x}", "in the environment variable SITEGEN_FEEDS: 'entries' must be a whole number above 0")]
    [InlineData("SITEGEN_BASE_ULR", "x", "in the environment variable SITEGEN_BASE_ULR: 'base_ulr' is not an option")]
    public void What_is_wrong_with_a_variable_names_it(string name, string value, string message)
    {
        var loaded = SiteFile.Load(Sources() with { Variables = Variables((name, value)) }, TestClock.At("2026-06-01T12:00:00Z"));
        Assert.Equal(message, Assert.Single(loaded.Diagnostics.Where(problem => problem.IsError)).Message);
    }

    [Theory]
    [InlineData("SITEGEN_CORPORA", "x")]
    [InlineData("SITEGEN_TITLE", "")]
    [InlineData("TITLE", "x")]
    public void Other_variables_and_empty_ones_are_none_of_our_business(string name, string value) =>
        Assert.Equal("My blog", Load(Sources() with { Variables = Variables((name, value)) }).Title.Text);

    [Fact]
    public void Every_option_is_listed_with_its_origin()
    {
        Write("sitegen.yml", "title: File\nfeeds:\n  entries: 7\n");
        var sources = Sources() with { Variables = Variables(("SITEGEN_AUTHOR", "Ada")) };
        var rows = SiteFile.List(sources with { CommandLine = sources.CommandLine.With("base_url", "https://example.org/") });
        Assert.Equal(
            new ResolvedOption("title", "File", "sitegen.yml", new LinePosition(1, 1)), rows.First(row => row.Key == "title"));
        Assert.Equal(new LinePosition(3, 3), rows.First(row => row.Key == "feeds.entries").At);
        Assert.Equal("SITEGEN_AUTHOR", rows.First(row => row.Key == "author").Origin);
        Assert.Equal("command line", rows.First(row => row.Key == "base_url").Origin);
        Assert.Equal(("10", true), (rows.First(row => row.Key == "paginate").Value, rows.First(row => row.Key == "paginate").IsDefault));
        Assert.Equal(
            OptionsResolver.Keys.Append("environment").Order(StringComparer.Ordinal), rows.Select(row => row.Key.Split('.')[0]).Distinct());
    }

    [Fact]
    public void What_is_wrong_in_the_lower_of_two_files_is_reported_there()
    {
        Write("sitegen.yml", "rules: {no-such-rule: off}\n");
        Write("sitegen.staging.yml", "rules: {no-posts: off}\n");
        var problem = Assert.Single(SiteFile.Load(Sources("staging"), TestClock.At("2026-06-01T12:00:00Z")).Diagnostics);
        Assert.StartsWith("sitegen.yml(1,9): error SG1003: there is no rule 'no-such-rule'", problem.ToLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void Search_engines_are_kept_away_from_any_environment_but_production()
    {
        using var site = TestSite.From("-- posts/a.md --\n---\ntitle: A\n---\nHi.\n-- sitegen.yml --\nbase_url: https://example.org/\n");
        site.Build().Has("posts/a/index.html", "<title>").Lacks("posts/a/index.html", "noindex").Has("robots.txt", "Allow: /");
        site.WithEnvironment("staging").Build()
            .Has("posts/a/index.html", "<meta name=\"robots\" content=\"noindex\">")
            .Has("robots.txt", "Disallow: /");
    }

    public void Dispose() => _folder.Dispose();

    private static RawOptions Variables(params (string Name, string Value)[] variables) =>
        OptionVariables.Read(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)));

    private static SiteOptions Load(OptionSources sources)
    {
        var loaded = SiteFile.Load(sources, TestClock.At("2026-06-01T12:00:00Z"));
        Assert.Empty(loaded.Diagnostics.Where(problem => problem.IsError));
        return loaded.Value;
    }

    private static string[] Rows(OptionSources sources, string prefix) =>
    [
        .. SiteFile.List(sources).Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(row => $"{row.Key}={row.Value}"),
    ];

    private OptionSources Sources(string? environment = null) =>
        new(RawOptions.None.With("source", _folder.Path).With("environment", environment));

    private void Write(string name, string text) => File.WriteAllText(_folder[name], text);
}
