using SiteGen.Pipeline.Urls;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Parsing;

/// <summary>Posts that repeat one thing: four times as much of it is four times the work. To add a case, add a line.</summary>
public sealed class GrowthTests
{
    private static readonly (string Name, int Size, Func<int, string> Text)[] s_cases =
    [
        ("lines", 5000, n => Times(n, "word\n")),
        ("paragraphs", 5000, n => Times(n, "word\n\n")),
        ("one long word", 50_000, n => Times(n, "x")),
        ("blank lines", 20_000, n => Times(n, "\n")),
        ("links", 2000, n => Times(n, "[a](https://example.org/)\n")),
        ("bare addresses", 2000, n => Times(n, "https://a.b ")),
        ("bare addresses in emphasis", 1000, n => "*" + Times(n, "https://a.b ")),
        ("bare addresses among elements", 1000, n => Times(n, "<b>https://a.b</b> <a>https://a.b</a> ")),
        ("pictures", 2000, n => Times(n, "![a](b.png)\n\n")),
        ("links to posts", 1000, n => Each(n, i => $"[a](b{i}.md)\n\n")),
        ("references to one definition", 2000, n => Times(n, "[a]\n") + "\n[a]: /x\n"),
        ("definitions and references", 1000, n => Each(n, i => $"[a{i}]\n\n") + Each(n, i => $"[a{i}]: /x\n")),
        ("equal definitions", 2000, n => Times(n, "[a]: /x\n")),
        ("open brackets", 2000, n => Times(n, "[")),
        ("open pictures", 2000, n => Times(n, "![")),
        ("targets that do not end", 2000, n => Times(n, "[a](")),
        ("targets of pictures that do not end", 2000, n => Times(n, "![a](")),
        ("stars", 5000, n => Times(n, "*")),
        ("open emphasis", 2000, n => Times(n, "*a ")),
        ("backticks", 5000, n => Times(n, "`a")),
        ("runs of backticks", 200_000, n => Each((int)Math.Sqrt(2 * n), i => new string('`', i + 1) + " ")),
        ("angle brackets", 5000, n => Times(n, "<")),
        ("open elements", 5000, n => Times(n, "<a ")),
        ("open declarations", 2000, n => Times(n, "a <!A ")),
        ("open comments", 2000, n => Times(n, "a <!-- ")),
        ("open instructions", 5000, n => Times(n, "a <? ")),
        ("open sections of characters", 2000, n => Times(n, "a <![CDATA[ ")),
        ("equal headings", 2000, n => Times(n, "## A\n\n")),
        ("equal headings with numbers", 1000, n => Times(n, "## A\n\n## A-1\n\n")),
        ("equal ids", 2000, n => Times(n, "## A {#a}\n\n")),
        ("underlined headings", 2000, n => Times(n, "a\n-\n")),
        ("headings", 2000, n => Each(n, i => $"## A{i}\n\n")),
        ("footnotes", 1000, n => Each(n, i => $"a[^{i}] ") + "\n\n" + Each(n, i => $"[^{i}]: x\n\n")),
        ("one footnote", 1000, n => Times(n, "a[^1] ") + "\n\n[^1]: x\n"),
        ("quotation marks", 2000, n => Times(n, "> a\n")),
        ("nested quotations", 500, n => Times(n, ">") + " a"),
        ("nested lists", 2000, n => Each((int)Math.Sqrt(n), i => new string(' ', 2 * i) + "- a\n")),
        ("lists", 2000, n => Times(n, "- a\n")),
        ("tasks", 2000, n => Times(n, "- [ ] a\n")),
        ("rows of a table", 1000, n => "|a|b|\n|-|-|\n" + Times(n, "|a|b|\n")),
        ("columns of a table", 500, n => $"|{Times(n, "a|")}\n|{Times(n, "-|")}\n|{Times(n, "a|")}\n"),
        ("tables that are nearly empty", 200, n => $"|{Times(n, "a|")}\n|{Times(n, "-|")}\n{Times(n, "|a|\n")}"),
        ("a long definition that is used often", 2000, n => $"{Times(n, "[a]\n\n")}[a]: /{Times(n, "x")}\n"),
        ("pipes", 5000, n => Times(n, "|")),
        ("definition lists", 1000, n => Times(n, "a\n: b\n\n")),
        ("abbreviations", 500, n => Each(n, i => $"*[A{i}]: x\n") + "\nA1\n"),
        ("values of another program", 2000, n => Times(n, "{{ a.b }} ")),
        ("open values of another program", 2000, n => Times(n, "{{ a.b {% a {{< a [[a [gallery a ")),
        ("open raw parts", 2000, n => Times(n, "{% raw %} ")),
        ("open code beside values", 2000, n => Times(n, "{{ a.b }} <code> <pre ")),
        ("merge conflicts", 500, n => Times(n, "<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n")),
    ];

    private static readonly (string Name, int Size, Func<int, string> Text)[] s_fronts =
    [
        ("repeated keys", 2000, n => Times(n, "a: 1\n")),
        ("repeated keys in a map", 2000, n => "m:\n" + Times(n, "  a: 1\n")),
        ("keys", 2000, n => Each(n, i => $"k{i}: 1\n")),
        ("keys that are not YAML", 500, n => Each(n, i => $"k{i}: 1: 2\n")),
        ("tags", 2000, n => "tags:\n" + Each(n, i => $"  - t{i}\n")),
        ("tags that are not YAML", 500, n => "tags:\n" + Each(n, i => $"  - \"t{i}\" x\n")),
        ("aliases", 1000, n => "aliases:\n" + Each(n, i => $"  - /a{i}/\n")),
        ("a long title", 20_000, n => $"title: {Times(n, "word ")}\n"),
        ("a long slug", 20_000, n => $"slug: {Times(n, "word ")}\n"),
    ];

    public static TheoryData<string> Texts { get; } = [.. s_cases.Select(one => one.Name)];

    public static TheoryData<string> Fronts { get; } = [.. s_fronts.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Four_times_the_text_is_four_times_the_work(string name)
    {
        var (_, size, text) = Array.Find(s_cases, one => one.Name == name);
        Growth.AssertLinear(name, n => $"---\ntitle: A\n---\n{text(n)}", size, SizeOf);
    }

    [Theory]
    [MemberData(nameof(Fronts))]
    public void Four_times_the_front_matter_is_four_times_the_work(string name)
    {
        var (_, size, text) = Array.Find(s_fronts, one => one.Name == name);
        Growth.AssertLinear(name, n => $"---\n{text(n)}---\nA\n", size, SizeOf);
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("häß ")]
    [InlineData("🎉a")]
    public void A_slug_is_a_name_that_file_systems_have_room_for(string word)
    {
        var slug = Slug.Create(Times(250_000, word));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(slug), 150, 200);
        Assert.NotEqual(slug, Slug.Create(Times(250_001, word)));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(Slug.OfTitle(Times(250_000, word))), 150, 200);
    }

    [Fact]
    public void A_table_that_is_nearly_empty_is_an_error_in_its_place()
    {
        var text = $"b\n\n|{Times(2000, "a|")}\n|{Times(2000, "-|")}\n{Times(2000, "|a|\n")}";
        var parsed = ParsedPosts.Parse("posts/a.md", $"---\ntitle: A\n---\n{text}");
        Assert.Equal(
            "posts/a.md(6,1): error SG2204: this table has 2000 columns and 2001 rows, and nearly all of its cells are empty",
            Assert.Single(parsed.Diagnostics).ToLine());
        Assert.InRange(parsed.Value!.Html().Bytes.Length, 10_000, 100_000);
    }

    [Fact]
    public void A_text_that_becomes_far_larger_than_it_is_is_an_error_where_it_does()
    {
        var text = $"b\n\n{Times(3000, "[a]\n\n")}[a]: /{Times(10_000, "x")}\n";
        var parsed = ParsedPosts.Parse("posts/a.md", $"---\ntitle: A\n---\n{text}");
        Assert.Equal(
            "posts/a.md(842,1): error SG2204: from here on this text becomes more than a hundred times as large as it is",
            Assert.Single(parsed.Diagnostics).ToLine());
        Assert.Equal(0, parsed.Value!.Html().Bytes.Length);
    }

    private static long SizeOf(string text) => ParsedPosts.Parse("posts/a.md", text).Value?.Html().Bytes.Length ?? 0;

    private static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    private static string Each(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}
