using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Shortcodes of other programs that nothing understands: they stay in the text and are told once a file.</summary>
public sealed class ShortcodeTests
{
    [Theory]
    [InlineData("{{< figure src=\"a.jpg\" >}}", "figure")]
    [InlineData("{{<figure src=\"a.jpg\">}}", "figure")]
    [InlineData("{{< figure\n  src=\"a.jpg\"\n>}}", "figure")]
    [InlineData("{{< toc />}}", "toc")]
    [InlineData("{{% notice tip %}}\nText.\n{{% /notice %}}", "notice")]
    [InlineData("{% include note.html text=\"100%\" %}", "include")]
    [InlineData("{%- include note.html x={{ page.x }} -%}", "include")]
    [InlineData("{% raw %}\n\nText.\n\n{% endraw %}", "raw")]
    [InlineData("> {{< note >}}", "note")]
    [InlineData("- {{< note >}}", "note")]
    [InlineData("[gallery ids=\"1,2\" columns=3]", "gallery")]
    [InlineData("[gallery]", "gallery")]
    [InlineData("[caption id=\"x\"]<img src=\"https://example.org/a.png\">A caption[/caption]", "caption")]
    [InlineData("{{< youtube >}}", "youtube")]
    [InlineData("{{< />}}", null)]
    [InlineData("\\{{< figure >}}", null)]
    [InlineData("{{</* figure */>}}", null)]
    [InlineData("{{x}} and {{ and {% signs", null)]
    [InlineData("{{%}}", null)]
    [InlineData("{% 5 %}", null)]
    [InlineData("`{{< figure >}}`", null)]
    [InlineData("`a\n{{< figure >}}\nb`", null)]
    [InlineData("    {{< figure >}}", null)]
    [InlineData("```\n{{< figure >}}\n{% include x %}\n[gallery]\n```", null)]
    [InlineData("<pre>\n{% include x %}\n</pre>", null)]
    [InlineData("[gallery of words]", null)]
    [InlineData("[gallery]\n\n[gallery]: https://example.org/", null)]
    [InlineData("{{< youtube dQw4w9WgXcQ >}}", null)]
    [InlineData("{% vimeo 12345 %}", null)]
    public void A_shortcode_is_told(string text, string? name)
    {
        using var site = TestSite.From($"-- posts/a.md --\n---\ntitle: Ä\n---\nÜber.\n\n{text}\n").Build();
        var column = text.StartsWith("> ", StringComparison.Ordinal) || text.StartsWith("- ", StringComparison.Ordinal) ? 3 : 1;
        site.Problems(name is null ? [] : [
            $"posts/a.md(6,{column}): warning SG2320: the shortcode '{name}' of another program is not "
                + "understood; readers see it as it stands here"
        ]);
    }

    [Theory]
    [InlineData("A word {{< note >}} in a line.", 8, "the shortcode 'note' of another program is not understood")]
    [InlineData("# A {% include a.html %}", 5, "the shortcode 'include' of another program is not understood")]
    [InlineData("A {{ page.title }} in a line.", 3, "'{{ page.title }}' of another program is not filled in")]
    [InlineData("A {{page.title|upcase}}.", 3, "'{{page.title|upcase}}' of another program is not filled in")]
    [InlineData("[a]({{ page.url }})", 5, "'{{ page.url }}' of another program is not filled in")]
    [InlineData("[a {{ page.url }}](b.md)", 4, "'{{ page.url }}' of another program is not filled in")]
    [InlineData("{{ \"/about/\" | relative_url }}", 1, "'{{ \"/about/\" | relative_url }}' of another program is not filled in")]
    [InlineData("<p title=\"{{ x[0] }}\">A</p>", 11, "'{{ x[0] }}' of another program is not filled in")]
    [InlineData("- A {{ site.title }}", 5, "'{{ site.title }}' of another program is not filled in")]
    [InlineData("| a | b |\n|---|---|\n| {{ title }} | c |", 0, "'{{ title }}' of another program is not filled in")]
    [InlineData("See [[Other note]].", 5, "the link '[[Other note]]' of another program is not understood")]
    [InlineData("See [[Note#Part|this]].", 5, "the link '[[Note#Part|this]]' of another program is not understood")]
    [InlineData("![[picture.png]]", 1, "the embed '![[picture.png]]' of another program is not understood")]
    [InlineData("Text [gallery ids=\"1,2\"] text", 6, "the shortcode 'gallery' of another program is not understood")]
    [InlineData("Text [caption]a[/caption]", 6, "the shortcode 'caption' of another program is not understood")]
    [InlineData("a [youtube=https://youtu.be/a]", 3, "the shortcode 'youtube' of another program is not understood")]
    [InlineData("[contact-form-7 id=\"5\"]", 1, "the shortcode 'contact-form-7' of another program is not understood")]
    [InlineData("[su_note note_color=\"#fff\"]A[/su_note]", 1, "the shortcode 'su_note' of another program is not understood")]
    [InlineData("{% raw %}{{ x.y }}{% endraw %} {{ content }}", 32, "'{{ content }}' of another program is not filled in")]
    public void It_is_told_wherever_it_stands(string text, int column, string message)
    {
        using var site = TestSite.From($"-- posts/a.md --\n---\ntitle: A\n---\n{text}\n-- posts/b.md --\nB\n").Build();
        var told = site.Diagnostics.Where(problem =>
            problem.Rule.Code == "SG2320" && !problem.Message.Contains("'raw'", StringComparison.Ordinal));
        var problem = Assert.Single(told);
        Assert.Equal($"{message}; readers see it as it stands here", problem.Message);
        Assert.NotNull(problem.Hint);
        Assert.Equal(column == 0 ? (6, 3) : (4, column), (problem.Start.Line, problem.Start.Column));
    }

    [Theory]
    [InlineData("A great talk [video] and an [embed] in a [gallery] of [youtube].")]
    [InlineData("[[1]](https://example.org/) and [[note]][a] and [[a]]\n\n[a]: https://example.org/")]
    [InlineData("[video](https://example.org/) [caption][x] [embed]: no\n\n[x]: https://example.org/")]
    [InlineData("[[1, 2], [3, 4]] and [[ -f file ]] and [[1]] and [[:alpha:]] and \\[[note]]")]
    [InlineData("[[TOC]]")]
    [InlineData("[[_TOC_]]")]
    [InlineData("`{{ x.y }}` and `[[a]]` and <code>{{ x.y }}</code> and <!-- {{ x.y }} -->")]
    [InlineData("    {{ x.y }}\n")]
    [InlineData("- a\n\n  ```\n  {{ x.y }} [[a]]\n  ```")]
    [InlineData("<pre>\n{{ x.y }}\n\n[[a]]\n</pre>")]
    [InlineData("<script>\nvar a = [['b']]; // {{ x.y }}\n</script>")]
    [InlineData("\\frac{{a}}{{b}} and {{{}}} and {{}} and {{ }} and {{ braces }} and {{ A. B }}")]
    public void What_an_author_means_is_not(string text)
    {
        using var site = TestSite.From($"-- posts/a.md --\n---\ntitle: A\n---\n{text}\n").Build();
        Assert.DoesNotContain(site.Diagnostics, problem => problem.Rule.Code == "SG2320");
    }

    [Theory]
    [InlineData("[x]({{ site.baseurl }}/posts/b/#c)", "<a href=\"/posts/b/#c\">x</a>")]
    [InlineData("[x]({{site.baseurl}}/posts/b/)", "<a href=\"/posts/b/\">x</a>")]
    [InlineData("[x](<{{ site.baseurl }}/posts/b/>)", "<a href=\"/posts/b/\">x</a>")]
    [InlineData("[x]({{ site.url }}{{ site.baseurl }}/posts/b/ \"T\")", "<a href=\"/posts/b/\" title=\"T\">x</a>")]
    [InlineData("[x][y]\n\n[y]: {{ site.baseurl }}/posts/b/", "<a href=\"/posts/b/\">x</a>")]
    [InlineData("![x]({{ site.baseurl }}/x.svg)", "<img src=\"/x.svg\" alt=\"x\"")]
    [InlineData("<a href=\"{{ site.baseurl }}/posts/b/\">x</a>", "<a href=\"/posts/b/\">x</a>")]
    [InlineData("`[x]({{ site.url }}/y)` [x]({{ site.url }}/posts/b/)", "<code>[x]({{ site.url }}/y)</code> <a href=\"/posts/b/\">")]
    public void The_address_of_the_site_may_have_blanks_around_it(string text, string html)
    {
        using var site = TestSite.From(
            $"-- posts/a.md --\n---\ntitle: A\n---\n{text}\n-- posts/b.md --\nB\n-- static/x.svg --\n<svg/>\n").Build();
        site.Problems().Has("posts/a/index.html", html);
    }

    [Fact]
    public void It_is_told_in_HTML_too()
    {
        using var site = TestSite.From(
            """
            -- posts/a.html --
            ---
            title: A
            ---
            <p>Ä <code>{{ x.y }}</code> {{ post.title }} [gallery ids="1"]</p>
            <script>var a = [['b']], c = "{{ x.y }}"</script>
            <a href="{{ site.baseurl }}/posts/a/">{% include a.html %}{{ z.a }}</a>

            """)
            .Build();
        site.Problems(
            "posts/a.html(4,29): warning SG2320: '{{ post.title }}' of another program is not filled in; "
                + "readers see it as it stands here (and 1 more in this file)",
            "posts/a.html(4,46): warning SG2320: the shortcode 'gallery' of another program is not understood; "
                + "readers see it as it stands here",
            "posts/a.html(6,39): warning SG2320: the shortcode 'include' of another program is not understood; "
                + "readers see it as it stands here");
    }

    [Fact]
    public void The_first_of_a_kind_is_told_and_the_others_are_counted_and_all_stay()
    {
        using var site = TestSite.From(
            """
            -- posts/a.md --
            Text.
            {{< one >}}
            {{< two >}}

            {% three %}
            -- posts/b.md --
            {{< four >}}
            -- pages/p.html --
            <p>{{< five >}}</p>

            """)
            .Build();
        site.Problems(
            "posts/a.md(2,1): warning SG2320: the shortcode 'one' of another program is not understood; readers "
                + "see it as it stands here (and 1 more in this file)",
            "posts/a.md(5,1): warning SG2320: the shortcode 'three' of another program is not understood; readers see it as it stands here",
            "posts/b.md(1,1): warning SG2320: the shortcode 'four' of another program is not understood; readers see it as it stands here")
                .Has("posts/a/index.html", "{{&lt; two &gt;}}", "{% three %}");
        site.Write("sitegen.yml", "rules: {shortcode: off}\n").Build().Problems();
    }
}
