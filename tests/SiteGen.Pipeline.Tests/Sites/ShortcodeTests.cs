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
    [InlineData("A word {{< note >}} in a line.", null)]
    [InlineData("{{ page.title }}", null)]
    [InlineData("{{ braces }} and {% signs", null)]
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
    public void Only_what_is_unmistakable_is_told(string text, string? name)
    {
        using var site = TestSite.From($"-- posts/a.md --\n---\ntitle: Ä\n---\nÜber.\n\n{text}\n").Build();
        var column = text.StartsWith("> ", StringComparison.Ordinal) || text.StartsWith("- ", StringComparison.Ordinal) ? 3 : 1;
        site.Problems(name is null ? [] : [
            $"posts/a.md(6,{column}): warning SG2320: the shortcode '{name}' of another program is not "
                + "understood; readers see it as it stands here"
        ]);
    }

    [Fact]
    public void The_first_is_told_and_the_others_are_counted_and_all_stay()
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
                + "see it as it stands here (and 2 more in this file)",
            "posts/b.md(1,1): warning SG2320: the shortcode 'four' of another program is not understood; readers see it as it stands here")
                .Has("posts/a/index.html", "{{&lt; two &gt;}}", "{% three %}");
        site.Write("sitegen.yml", "rules: {shortcode: off}\n").Build().Problems();
    }
}
