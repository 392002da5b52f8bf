using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.Markdown;
using SiteGen.Pipeline.Markdown.Attributes;
using SiteGen.Pipeline.Tests.Parsing;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Markdown;

public sealed class MarkdownConverterTests
{
    [Theory]
    [InlineData("blocks")]
    [InlineData("inline")]
    [InlineData("attributes")]
    [InlineData("captions")]
    [InlineData("tables")]
    public void Markdown_becomes_HTML(string file) => Cases.Archive($"SiteGen.Pipeline.Tests/Cases/markdown/{file}.txt", ParsedPosts.Html);

    [Theory]
    [InlineData("{{ site.title }}")]
    [InlineData("{{#if x}} and {% raw %} and {%- x -%}")]
    [InlineData("/versions/{thing}/x/{id}")]
    [InlineData("a {.class} b {#id} c {key=value}")]
    [InlineData("Use {{#if}}")]
    [InlineData("Call f{#x}")]
    [InlineData("the set {a, b}")]
    [InlineData("{braces} at the start and at the {end}")]
    public void Braces_in_prose_are_prose(string text)
    {
        Assert.Equal($"<p>{text}</p>\n", ParsedPosts.Html(text));
        Assert.Equal($"<p><code>{text}</code></p>\n", ParsedPosts.Html($"`{text}`"));
        Assert.Equal($"<pre><code>{text}\n</code></pre>\n", ParsedPosts.Html($"```\n{text}\n```"));
        Assert.EndsWith($">{text}</h2>\n", ParsedPosts.Html($"## {text}"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_heading_has_an_id_of_the_theme()
    {
        var ids = Directory.EnumerateFiles(Repository.PathOf("templates"), "*.html", SearchOption.AllDirectories)
            .SelectMany(path => Regex.Matches(File.ReadAllText(path), " id=\"([^\"]*)\"").Select(match => match.Groups[1].Value))
            .Where(id => !id.Contains(':', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();
        // No heading of a text has a colon in its id, unless its author gives it one.
        Assert.Equal(HeadingIds.OfTheme.Append("comment-{{ comment.id }}").Order(StringComparer.Ordinal), ids);
        foreach (var id in ids.Select(id => id.Replace("{{ comment.id }}", "12", StringComparison.Ordinal)))
        {
            Assert.Contains($"id=\"{id}-1\"", ParsedPosts.Html($"## {id}"), StringComparison.Ordinal);
            Assert.Contains($"id=\"{id}-1\"", ParsedPosts.Html($"A\n\n{id}\n---"), StringComparison.Ordinal);
            Assert.Contains($"id=\"{id}-1\"", ParsedPosts.Html($"## A {{#{id}}}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_first_heading_is_the_title_where_none_is_given()
    {
        Assert.Equal(("The big one & only", "<p>Text</p>\n"), WithHeading("# The *big* `one` &amp; only\n\nText"));
        Assert.Equal((null, "<p>Text</p>\n<h1 id=\"later\">Later</h1>\n"), WithHeading("Text\n\n# Later"));
        Assert.Equal((null, "<h2 id=\"second-level\">Second level</h2>\n"), WithHeading("## Second level"));

        static (string? Heading, string Html) WithHeading(string markdown)
        {
            var converted = new MarkdownConverter().Convert(markdown, takeHeading: true);
            Assert.NotNull(converted);
            return (converted.Heading, Encoding.UTF8.GetString(converted.Html.Span));
        }
    }

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData('>')]
    [InlineData('[')]
    [InlineData('(')]
    [InlineData('*')]
    [InlineData('_')]
    [InlineData('`')]
    [InlineData('<')]
    [InlineData('!')]
    [InlineData('|')]
    [InlineData('#')]
    public void Law_8_ten_thousand_of_a_character_are_never_worse_than_one_problem(char c)
    {
        string[] texts =
        [
            new(c, 10_000), string.Concat(Enumerable.Repeat($"{c} ", 10_000)),
            string.Concat(Enumerable.Repeat($"{c}a", 10_000)), string.Concat(Enumerable.Repeat($"{c}\n", 2000)),
        ];
        Assert.All(texts, text =>
        {
            var parsed = ParsedPosts.Parse("posts/a.md", text);
            Assert.NotNull(parsed.Value);
            Assert.Empty(parsed.Diagnostics.Select(problem => problem.Rule.Code).Except(["SG2201"]));
            Assert.InRange(parsed.Diagnostics.Length, 0, 1);
        });
    }

    [Fact]
    public void A_text_that_is_too_deep_is_reported_and_the_next_is_converted_as_ever()
    {
        var converter = new MarkdownConverter();
        const string Text = "# A\n\n- b\n  > c[^1]\n\n[^1]: d\n\n| a |\n|---|\n| b |\n";
        var before = converter.Convert(Text, takeHeading: false)?.Html.ToArray();
        Assert.NotNull(before);
        Assert.Null(converter.Convert(new string('>', 10_000) + "a", takeHeading: false));
        Assert.Equal(before, converter.Convert(Text, takeHeading: false)?.Html.ToArray());
    }

    [Fact]
    public void No_element_has_a_style_of_its_own()
    {
        // A strict policy for the finished site forbids inline styles.
        var posts = Repository.Files("posts").Where(path => path.EndsWith(".md", StringComparison.Ordinal)).Select(Repository.Read);
        var cases = TextArchive.Parse(Repository.Read("tests/SiteGen.Pipeline.Tests/Cases/markdown/blocks.txt"))
            .Where(file => file.Path != Cases.Answer)
            .Select(file => file.Text);
        var html = string.Concat(posts.Concat(cases).Select(ParsedPosts.Html));
        Assert.DoesNotMatch("<[^>]* (style|on[a-z]+)=", html);
    }

    [Theory]
    [InlineData("> ", "x")]
    [InlineData("- ", "x")]
    [InlineData("> ", "*a **b *c **d* e** f* g** x")]
    [InlineData("1. > ", "[a *b*](c)")]
    [InlineData("> - ", "![a](b \"c\")")]
    public void Law_1_a_text_that_is_nested_too_deep_spoils_no_other(string mark, string text)
    {
        var converter = new MarkdownConverter();
        var refused = 0;
        for (var depth = 1; depth < 200; depth++)
        {
            refused += converter.Convert(string.Concat(Enumerable.Repeat(mark, depth)) + text + "\n", false) is null ? 1 : 0;
            Assert.NotNull(converter.Convert("# About\n\nText.\n", false));
        }

        Assert.True(refused > 0);
    }
}
