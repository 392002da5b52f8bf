using System.Text;
using SiteGen.Pipeline.Rules;
using SiteGen.Templating.Rules;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Documentation;

/// <summary>The guide's pages about rules are made of the table of rules, and of an example of each that is built here.</summary>
/// <remarks><c>SITEGEN_UPDATE_SNAPSHOTS=1</c> writes them.</remarks>
public sealed class RulePageTests
{
    private const string Examples = "SiteGen.Pipeline.Tests/Cases/rules.txt";
    private const string Says = "says";

    private static readonly DiagnosticRule[] s_rules =
        [.. SiteRules.All.Concat(TemplateRules.All).OrderBy(rule => rule.Code, StringComparer.Ordinal)];

    // What these report depends on the disk, or on texts that are too long for a page.
    private static readonly DiagnosticRule[] s_withoutExample =
    [
        SiteRules.UnreadableFile, SiteRules.LinkLeavesSite, SiteRules.SpecialFile, SiteRules.TooLarge, SiteRules.NotUtf8,
        SiteRules.MarkdownTooLarge, SiteRules.NoImageLibrary, SiteRules.OtherImageLibrary, SiteRules.UnusablePicture, SiteRules.MachineFonts,
        SiteRules.ForeignFile, SiteRules.WriteFailed, SiteRules.CaseVariant,
    ];

    [Fact]
    public void An_example_gives_what_its_rule_says() => Cases.Sites(Examples, Says, Said);

    [Fact]
    public void Every_rule_has_an_example_that_it_is_reported_for()
    {
        var examples = ReadExamples();
        Assert.Equal(
            s_rules.Except(s_withoutExample).Select(rule => rule.Name).Order(StringComparer.Ordinal),
            examples.Keys.Order(StringComparer.Ordinal));
        foreach (var rule in s_rules.Except(s_withoutExample))
        {
            Assert.Contains($" {rule.Code}: ", examples[rule.Name].Single(file => file.Path == Says).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_rule_has_a_page()
    {
        var examples = ReadExamples();
        foreach (var rule in s_rules)
        {
            Snapshot.Match(PageOf(rule, examples.GetValueOrDefault(rule.Name, [])), $"../pages/rules/{rule.Name}.md");
        }

        Snapshot.Match(Overview(), "../pages/rules/index.md");
        var pages = Repository.Files("pages/rules").Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Equal(s_rules.Select(rule => rule.Name).Append("index").Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    // Notes are shown to those who ask for them. Only the example of its absence has no base URL.
    private static string Said(string archive)
    {
        using var site = TestSite.From(archive);
        (archive.Contains("# base_url", StringComparison.Ordinal) ? site.NeedsBaseUrl() : site).Build();
        var least = site.Diagnostics.Max(problem => problem.Severity) > DiagnosticSeverity.Note ? DiagnosticSeverity.Warning : default;
        return string.Concat(site.Diagnostics.Where(problem => problem.Severity >= least).Select(problem => problem.ToText()));
    }

    private static Dictionary<string, ArchiveFile[]> ReadExamples() => Repository.Read($"tests/{Examples}").ReplaceLineEndings("\n")
        .Split("\n=== ")[1..]
        .ToDictionary(
            part => part[..part.IndexOf('\n', StringComparison.Ordinal)],
            part => TextArchive.Parse(part).ToArray(),
            StringComparer.Ordinal);

    private static string PageOf(DiagnosticRule rule, ArchiveFile[] example)
    {
        var kind = rule.Severity.ToString().ToLowerInvariant();
        var page = new StringBuilder(
            $"""
            ---
            title: {rule.Name}
            description: "{rule.Code}: {rule.Summary.Replace("\"", "\\\"", StringComparison.Ordinal)}"
            ---
            `{rule.Code}`, {(kind == "error" ? "an" : "a")} {kind}. {Markdown(rule.Summary)}

            """);
        foreach (var file in example.Where(file => file.Path != Says && (file.Text != "Rain\n" || example.Length == 2)))
        {
            page.Append($"\n`{file.Path}`:\n\n{Fenced(file.Text, LanguageOf(file.Path))}");
        }

        if (example.FirstOrDefault(file => file.Path == Says) is { } says)
        {
            page.Append($"\nThe build says:\n\n{Fenced(says.Text, "text")}");
        }

        page.Append($"\n## What to do\n\n{Markdown(rule.Cure)}\n");
        if (rule.Severity != DiagnosticSeverity.Error)
        {
            page.Append($"\nTo hear nothing of it, write `rules: {{{rule.Name}: off}}` into `sitegen.yml`; "
                + "`error` makes it fail the build.\n"
                + $"`<!-- sitegen-disable-next-line {rule.Name} -->` silences it in one place.\n");
        }

        return page.ToString();
    }

    private static string Overview()
    {
        var page = new StringBuilder(
            """
            ---
            title: Everything that a build can say
            description: Every kind of problem, with an example and what to do about it.
            ---
            A message has a code. Here is what each means; [another page](../../posts/when-something-is-wrong.md) shows how to read one.

            | Code | Name | | |
            |---|---|---|---|

            """);
        foreach (var rule in s_rules)
        {
            var kind = rule.Severity.ToString().ToLowerInvariant();
            page.Append($"| `{rule.Code}` | [{rule.Name}]({rule.Name}.md) | {kind} | {Markdown(rule.Summary)} |\n");
        }

        return page.ToString();
    }

    // What stands in single quotes in a message is code.
    private static string Markdown(string text) => System.Text.RegularExpressions.Regex.Replace(text, "'([^']+)'", "`$1`");

    private static string Fenced(string text, string language)
    {
        var lines = text.TrimEnd('\n').Split('\n').Select(line => line.Length <= 300 ? line : line[..60] + " …");
        var fence = text.Contains("```", StringComparison.Ordinal) ? "````" : "```";
        return $"{fence}{language}\n{string.Join('\n', lines)}\n{fence}\n";
    }

    private static string LanguageOf(string path) => Path.GetExtension(path) switch
    {
        ".md" or ".bak" => "markdown",
        ".yml" => "yaml",
        ".json" => "json",
        ".html" => "html",
        ".css" => "css",
        _ => "text",
    };
}
