using System.Net;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.Tests.Corpora;
using SiteGen.Pipeline.Tests.Highlighting;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Code in whole sites; every build of the driver is compared with a clean one.</summary>
public sealed partial class CodeTests
{
    private const string Page = "posts/a/index.html";

    private const string Home = "index.html";

    private const string Marked = "<pre tabindex=\"0\"><code class=\"language-python\">"
        + "<span class=\"line hl\"><span class=\"k\">return</span> <span class=\"m\">1</span>\n</span></code></pre></figure>";

    private const string Coloured = "<pre tabindex=\"0\"><code class=\"language-python\">"
        + "<span class=\"k\">return</span> <span class=\"m\">1</span>\n</code></pre></div>";

    [Fact]
    public void Code_is_coloured_on_pages_and_plain_in_feeds() => With("```python\nreturn 1\n```\n")
        .Build().Has(Page, $"<div class=\"code\" data-lang=\"Python\">{Coloured}")
        .Has("rss.xml", "return 1\n").Lacks("rss.xml", "span");

    [Theory]
    [InlineData("```python {.plain}\nreturn 1\n```\n", "")]
    [InlineData("```python\nreturn 1\n```\n", "-- sitegen.yml --\ncode: off\n")]
    [InlineData("```no-language\nreturn 1\n```\n", "")]
    [InlineData("```\nreturn 1\n```\n", "")]
    [InlineData("    return 1\n", "")]
    public void Code_stays_plain(string code, string options) =>
        With(code, options).Build().Lacks(Page, "class=\"code").Has(Page, "return 1\n</code></pre>\n");

    [Fact]
    public void Lines_have_numbers_marks_and_a_title() => With("```js {2} title=\"a & b.js\" linenos=true linenostart=9\na\nb\n```\n")
        .Build().Has(Page, "<figure class=\"code\" data-lang=\"JavaScript\"><figcaption>a &amp; b.js</figcaption><pre tabindex=\"0\">"
            + "<code class=\"language-js\"><span class=\"line\" data-n=\" 9\">a\n</span><span class=\"line hl\" data-n=\"10\">b\n</span>"
            + "</code></pre></figure>");

    [Fact]
    public void Wrapped_lines_know_how_far_they_are_indented() => With("```python\nif a:\n    b\n```\n", Options("{wrap: true}"))
        .Build().Has(Page, "<div class=\"code wrap\" data-lang=\"Python\"><pre><code class=\"language-python\">"
            + "<span class=\"line\"><span class=\"k\">if</span> a:\n</span><span class=\"line i2\">    b\n</span></code></pre></div>");

    [Fact]
    public void An_edited_fence_is_written_again() => With("```js\na\n```\n")
        .Build().Lacks(Page, "figcaption")
        .Edit("posts/a.md", "```js", "```js title=x.js")
        .Build().Has(Page, "<figcaption>x.js</figcaption>");

    [Fact]
    public void Code_comes_from_a_file_and_changes_with_it() =>
        With("```python file=a.py marker=sum\n```\n")
            .Write("posts/a.py", "x = 1\n# ANCHOR: sum\n    def f():\n        return 1\n# ANCHOR_END: sum\n")
            .Build()
            .Has(Page, "<span class=\"k\">def</span> <span class=\"nf\">f</span>():\n    <span class=\"k\">return</span>")
            .Has("rss.xml", "def f():\n    return 1\n")
            .Edit("posts/a.py", "return 1", "return 22")
            .Build().Has(Page, "<span class=\"m\">22</span>").Has("rss.xml", "return 22")
            .Delete("posts/a.py")
            .Build().Problems("posts/a.md(5,1): warning SG4036: the code 'a.py' does not exist");

    [Theory]
    [InlineData("/data/a.py", "the code '/data/a.py' does not exist")]
    [InlineData("../../a.py", "the code '../../a.py' is outside of the site's folder, where no file is read")]
    public void Code_that_is_elsewhere_is_reported(string file, string message) =>
        With($"```python file={file}\n```\n", "-- static/a.py --\na\n-- data/a.py --\na\n")
            .Build().Problems($"posts/a.md(5,1): warning SG4036: {message}");

    [Theory]
    [InlineData("/a.py")]
    [InlineData("../static/a.py")]
    public void Lines_of_a_file_are_taken_by_number(string file) =>
        With($"```python file={file} lines=2-3\n```\n", "-- static/a.py --\na\nb\nc\nd\n")
        .Build().Has(Page, "<code class=\"language-python\">b\nc\n</code>");

    [Fact]
    public void A_summary_has_the_colours_of_its_post() =>
        With("# Rain {#rain}\n\nFalls[^1].\n\n[^1]: Down.\n\n```python {1} title=a.py\nreturn 1\n```\n\n<!--more-->\n\nreturn 2\n")
            .Build()
            .Has(Home, $"<figcaption>a.py</figcaption>{Marked}").Lacks(Home, "return 2")
            .Has(Page, $"<figcaption>a.py</figcaption>{Marked}")
            .Edit("posts/a.md", "a.py", "b.py")
            .Build().Has(Home, $"<figcaption>b.py</figcaption>{Marked}");

    [Fact]
    public void A_given_summary_has_colours_too() => TestSite.From(
        "-- posts/a.md --\n---\ntitle: A\nsummary: |\n  ```python {1} title=a.py\n  return 1\n  ```\n---\nRain.\n")
        .Build().Has(Home, $"<figcaption>a.py</figcaption>{Marked}");

    [Fact]
    public void The_code_of_a_summary_comes_from_its_file() =>
        With("```python file=a.py\n```\n\n<!--more-->\n")
            .Write("posts/a.py", "return 1\n")
            .Build().Has(Home, Coloured)
            .Edit("posts/a.py", "return 1", "return 22")
            .Build().Has(Home, "<span class=\"m\">22</span>")
            .Delete("posts/a.py")
            .Build().Problems("posts/a.md(5,1): warning SG4036: the code 'a.py' does not exist");

    [Fact]
    public void Code_that_is_written_as_HTML_stays_as_it_is() =>
        With("<pre><code class=\"language-python\">return 1</code></pre>\n")
            .Build().Has(Page, "<pre><code class=\"language-python\">return 1</code></pre>");

    [Fact]
    public void A_site_has_languages_of_its_own() => With("```rain\nwet 3mm\n```\n")
        .Build().Lacks(Page, "class=\"code")
        .Write("data/highlighting/rain.grammar", "title Rain\nwords keyword wet\nmode main\n  number \\d+mm\n  words\n")
        .Build().Has(Page, "data-lang=\"Rain\"").Has(Page, "<span class=\"k\">wet</span> <span class=\"m\">3mm</span>")
        .Edit("data/highlighting/rain.grammar", "keyword wet", "constant wet")
        .Build().Has(Page, "<span class=\"kc\">wet</span>")
        .Delete("data/highlighting/rain.grammar")
        .Build().Lacks(Page, "class=\"code");

    [Fact]
    public void A_language_of_a_site_takes_the_place_of_one_of_the_program() => With("```py\nreturn pour 1\n```\n")
        .Write("data/highlighting/python.grammar", "extends python\ntitle Python and rain\nwords builtin pour\n")
        .Build().Has(Page, "data-lang=\"Python and rain\"").Has(Page, "<span class=\"nb\">pour</span>");

    [Fact]
    public void Only_who_asks_for_it_has_the_button() => With("```js\na\n```\n")
        .Build().Lacks(Page, "<script src")
        .Write("sitegen.yml", "code: {copy: true}\n")
        .Build().Has(Page, "data-copy=\"Copy\" data-copied=\"Copied\" defer></script>");

    [EnvironmentFact(Corpus.Variable)]
    public void The_text_of_code_is_that_of_the_post()
    {
        var fences = CorpusFences.All().ToArray();
        Assert.True(fences.Length > 250, $"{fences.Length} fences");
        var post = string.Concat(fences.Select(fence => $"`````{fence.Language}\n{fence.Code}`````\n\n"));
        using var site = With(post);
        site.Build();
        using var plain = With(post, Options("off"));
        plain.Build();
        Assert.Equal(TextsIn(plain.Output(Page)), TextsIn(site.Output(Page)));
    }

    private static string[] TextsIn(string html) =>
        [.. Code().Matches(html).Select(code => WebUtility.HtmlDecode(Tag().Replace(code.Groups[1].Value, "")))];

    private static string Options(string code) => $"-- sitegen.yml --\ncode: {code}\n";

    private static TestSite With(string post, string more = "") =>
        TestSite.From($"-- posts/a.md --\n---\ntitle: A\ndate: 2026-01-01\n---\n{post}{more}");

    [GeneratedRegex("<code[^>]*>(.*?)</code></pre>", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
