using System.Text.Json;
using Json.Schema;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Asking;

/// <summary><c>sitegen config</c> and <c>sitegen config schema</c>.</summary>
public sealed class ConfigCommandTests : IDisposable
{
    private static readonly Dictionary<string, JsonSchema> s_schemas = ((string[])["configuration", "front-matter", "authors"])
        .ToDictionary(name => name, name => JsonSchema.FromText(CommandLine.Run("config", "schema", name).Output));

    private readonly AskedSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Every_option_has_a_line_with_its_origin()
    {
        var lines = _site.Run("config").Output.Split('\n')
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("title sitegen.yml(1,1) Asked", lines);
        Assert.Contains("feeds.entries default 20", lines);
        Assert.Contains("environment default production", lines);
        Assert.Contains("rules.no-posts sitegen.yml(6,3) off", lines);
    }

    [Fact]
    public void What_is_set_can_be_asked_for_alone_and_as_JSON()
    {
        string[] arguments = ["config", "--set", "--json", "-e", "staging", "-b", "https://staging.example/"];
        using var document = JsonDocument.Parse(_site.Run(arguments).Output);
        var rows = document.RootElement.EnumerateArray().Select(row => $"{row.GetProperty("option")}={row.GetProperty("value")}");
        Assert.Equal(
            [
                "author=Ada", "base_url=https://staging.example/", "environment=staging", "rules.no-posts=off", "time_zone=Europe/Berlin",
                "title=Asked",
            ],
            rows);
        Assert.StartsWith("option,origin,value\r\nauthor,", _site.Run("config", "--set", "--csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_with_a_mistake_is_shown_and_is_exit_code_2()
    {
        _site.Write("sitegen.yml", "paginate: x\ntitle: T\n");
        var result = _site.Run("config", "--set");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("title", result.Output, StringComparison.Ordinal);
        Assert.Contains("sitegen.yml(1,11): error SG1003", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_configuration_of_this_repository_is_valid()
    {
        AssertValid("configuration", Yaml(Repository.Read("sitegen.yml")));
        var page = Repository.Read("pages/configuration.md");
        var example = page[(page.IndexOf("```yaml\n", StringComparison.Ordinal) + 8)..];
        AssertValid("configuration", Yaml(example[..example.IndexOf("```", StringComparison.Ordinal)]));
    }

    [Fact]
    public void The_front_matter_of_every_post_and_page_of_this_repository_is_valid()
    {
        foreach (var path in ((string[])["posts", "pages"]).SelectMany(folder => Directory.EnumerateFiles(
            Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories)))
        {
            var text = File.ReadAllText(path);
            AssertValid("front-matter", Yaml(text.Split("---\n")[1]));
        }

        AssertValid("authors", Yaml(Repository.Read("authors.yml")));
    }

    [Theory]
    [InlineData("configuration", "titel: x", "titel")]
    [InlineData("configuration", "paginate: 0", "/paginate")]
    [InlineData("configuration", "paginate: many", "/paginate")]
    [InlineData("configuration", "archives: weeks", "/archives")]
    [InlineData("configuration", "feeds: {entrys: 3}", "entrys")]
    [InlineData("configuration", "feeds: {entries: none}", "/feeds/entries")]
    [InlineData("configuration", "markdown: {emoji: perhaps}", "/markdown")]
    [InlineData("configuration", "theme: {acent: red}", "acent")]
    [InlineData("configuration", "theme: {folder: themes/lines, look: newspaper}", "/theme")]
    [InlineData("configuration", "menus: {main: [{title: A}]}", "/menus/main/0")]
    [InlineData("configuration", "rules: {no-such-rule: off}", "no-such-rule")]
    [InlineData("configuration", "rules: {broken-link: quiet}", "/rules/broken-link")]
    [InlineData("configuration", "languages: {de: fr}", "/languages")]
    [InlineData("configuration", "dates: {url_day: mine}", "/dates/url_day")]
    [InlineData("front-matter", "draft: perhaps", "/draft")]
    [InlineData("front-matter", "weight: heavy", "/weight")]
    [InlineData("front-matter", "title: [a, b]", "/title")]
    [InlineData("front-matter", "toc: deep", "/toc")]
    [InlineData("authors", "ada: {nmae: Ada}", "nmae")]
    [InlineData("authors", "ada: {show_email: perhaps}", "/ada")]
    public void What_is_wrong_is_rejected_with_its_key(string schema, string yaml, string key)
    {
        var errors = ErrorsOf(schema, Yaml(yaml));
        Assert.Contains(key, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theme: themes/lines")]
    [InlineData("theme: {folder: themes/lines, greeting: Hello, accent: '#123'}")]
    [InlineData("theme: {look: magazine, edit: 'https://example.org/edit/'}")]
    public void Options_of_a_theme_in_a_folder_are_valid(string yaml) => AssertValid("configuration", Yaml(yaml));

    [Fact]
    public void Every_key_is_described_in_the_words_of_the_guide()
    {
        using var document = JsonDocument.Parse(CommandLine.Run("config", "schema").Output);
        Assert.All(
            document.RootElement.GetProperty("properties").EnumerateObject(),
            key => Assert.NotEqual("", key.Value.GetProperty("description").GetString()));
        using var front = JsonDocument.Parse(CommandLine.Run("config", "schema", "front-matter").Output);
        Assert.Equal(
            "The heading of the post.",
            front.RootElement.GetProperty("properties").GetProperty("title").GetProperty("description").GetString());
    }

    [Fact]
    public void An_unknown_schema_is_exit_code_2() => Assert.Equal(
        new CommandResult(2, "", "sitegen: there is no schema 'author'\n  hint: did you mean 'authors'?\n"),
        CommandLine.Run("config", "schema", "author"));

    private static void AssertValid(string schema, JsonElement value) => Assert.Equal("", ErrorsOf(schema, value));

    private static string ErrorsOf(string schema, JsonElement value)
    {
        var result = s_schemas[schema].Evaluate(value, new EvaluationOptions { OutputFormat = OutputFormat.List });
        var wrong = (result.Details ?? []).Where(detail => !detail.IsValid)
            .Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors?.Values.ToArray() ?? [])}");
        return result.IsValid ? "" : string.Join('\n', wrong);
    }

    // As editors read YAML: plain numbers and booleans are not texts.
    private static JsonElement Yaml(string text) => YamlJson.Parse(text);
}
