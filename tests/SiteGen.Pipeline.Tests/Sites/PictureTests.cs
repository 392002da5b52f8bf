using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

public sealed class ImageTests
{
    private const string Drawing = "<svg width=\"64\" height=\"48\"></svg>\n";
    private const string Attributes = " width=\"64\" height=\"48\" loading=\"lazy\" decoding=\"async\"";

    private const string LeadAttributes = " width=\"64\" height=\"48\" fetchpriority=\"high\"";

    private const string Files = $"""
        -- posts/pic.svg --
        {Drawing}
        -- posts/bundle/index.md --
        Bundle.
        -- posts/bundle/in.svg --
        {Drawing}
        -- static/img/s t.svg --
        {Drawing}
        -- static/broken.png --
        no image

        """;

    [Theory]
    [InlineData("![](pic.svg)", "<img src=\"/posts/pic.svg\" alt=\"\"" + Attributes + " />")]
    [InlineData("![](./pic.svg?v=1#x)", "<img src=\"/posts/pic.svg?v=1#x\" alt=\"\"" + Attributes + " />")]
    [InlineData("![](../posts/pic.svg)", "<img src=\"/posts/pic.svg\" alt=\"\"" + Attributes + " />")]
    [InlineData("![](bundle/in.svg)", "<img src=\"/posts/bundle/in.svg\" alt=\"\"" + Attributes + " />")]
    [InlineData("![](/img/s%20t.svg)", "<img src=\"/img/s%20t.svg\" alt=\"\"" + Attributes + " />")]
    [InlineData("![](../static/img/s%20t.svg)", "<img src=\"/img/s%20t.svg\" alt=\"\"" + Attributes + " />")]
    [InlineData("![](../../img/s%20t.svg)", "<img src=\"../../img/s%20t.svg\" alt=\"\"" + Attributes + " />")]
    [InlineData("![](pic.svg \"Words\")", "<figure><img src=\"/posts/pic.svg\" alt=\"\"" + Attributes + " /><figcaption>Words")]
    [InlineData("<IMG SRC=pic.svg>", "<IMG SRC=/posts/pic.svg" + Attributes + ">")]
    [InlineData("a <img alt src='pic.svg'/> b", "<img alt src='/posts/pic.svg'" + Attributes + "/>")]
    [InlineData("<img width=\"5\" src=\"pic.svg\">", "<img width=\"5\" src=\"/posts/pic.svg\" loading=\"lazy\" decoding=\"async\">")]
    [InlineData("<img src=\"pic.svg\" HEIGHT=5>", "<img src=\"/posts/pic.svg\" HEIGHT=5 loading=\"lazy\" decoding=\"async\">")]
    [InlineData(
        "<img loading=\"eager\" src=\"pic.svg\">",
        "<img loading=\"eager\" src=\"/posts/pic.svg\" width=\"64\" height=\"48\" decoding=\"async\">")]
    [InlineData(
        "<img src=\"pic.svg\" width=1 loading=eager decoding=sync>",
        "<img src=\"/posts/pic.svg\" width=1 loading=eager decoding=sync>")]
    [InlineData("![](https://example.net/a.png)", "<img src=\"https://example.net/a.png\" alt=\"\" loading=\"lazy\" decoding=\"async\" />")]
    [InlineData("![](//example.net/a.png)", "<img src=\"//example.net/a.png\" alt=\"\" loading=\"lazy\" decoding=\"async\" />")]
    [InlineData("<img src=\"data:image/png;base64,AAAA\">", "<img src=\"data:image/png;base64,AAAA\" loading=\"lazy\" decoding=\"async\">")]
    [InlineData("<img alt=\"\">", "<img alt=\"\" loading=\"lazy\" decoding=\"async\">")]
    [InlineData("<img>", "<img loading=\"lazy\" decoding=\"async\">")]
    [InlineData("![](/broken.png)", "<img src=\"/broken.png\" alt=\"\" loading=\"lazy\" decoding=\"async\" />")]
    [InlineData("`<img src=\"none.png\">`", "<code>&lt;img src=&quot;none.png&quot;&gt;</code>")]
    public void A_picture_in_a_post_has_its_size_and_waits_until_it_is_seen(string body, string expected)
    {
        using var site = TestSite.From(Tiny.Theme, Files, $"-- posts/a.md --\n<img src=\"data:,\">\n\n{body}\n").Build();
        site.Problems().Has("posts/a/index.html", expected);
    }

    [Fact]
    public void Under_a_sub_path_pictures_have_their_size_too()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Files,
            "-- posts/a.md --\n![](pic.svg) ![](/img/s%20t.svg) ![](/blog/posts/pic.svg) ![]({{ site.baseurl }}/posts/pic.svg)\n")
                .WithBaseUrl("https://example.org/blog/")
                .Build();
        site.Problems().Has(
            "posts/a/index.html",
            "<img src=\"/blog/posts/pic.svg\" alt=\"\"" + Attributes,
            "<img src=\"/blog/img/s%20t.svg\" alt=\"\"" + Attributes);
    }

    [Fact]
    public void Another_picture_in_its_place_is_measured_and_only_the_pages_that_show_it_are_rendered()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Files,
            Tiny.Three,
            "-- templates/post.html --\n{{ post.content }}\n-- posts/a.md --\n![](pic.svg)\n-- posts/b.md --\n[a link](pic.svg)\n").Build();
        site.Has("posts/a/index.html", "width=\"64\" height=\"48\"");
        site.Edit("posts/pic.svg", "64", "65")
            .Build()
            .Rendered("posts/a/index.html", "posts/pic.svg", "rss.xml", "atom.xml", "feed.json")
            .Has("posts/a/index.html", "width=\"65\" height=\"48\"");
        site.Edit("posts/pic.svg", "</svg>", "<g/></svg>").Build().Rendered("posts/pic.svg");
        site.Edit("posts/pic.svg", "width=\"65\"", "").Build().Problems().Lacks("posts/a/index.html", "width=");
        site.Edit("posts/pic.svg", "<svg ", "<svg width=\"8\" ").Build().Has("posts/a/index.html", "width=\"8\" height=\"48\"");
    }

    [Fact]
    public void Feeds_and_summaries_show_pictures_as_pages_do()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Files,
            """
            -- templates/home.html --
            {{ for post in paginator.posts }}{{ post.summary }}{{ end }}
            -- posts/a.md --
            ---
            date: 2026-01-01
            ---
            ![](pic.svg)

            <!--more-->
            More.
            """)
            .WithBaseUrl("https://example.org/").Build();
        site.Problems().Has("index.html", "<img src=\"/posts/pic.svg\" alt=\"\"" + Attributes)
            .Has("rss.xml", "&lt;img src=&quot;https://example.org/posts/pic.svg&quot; alt=&quot;&quot;"
                + Attributes.Replace("\"", "&quot;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("![](pik.svg)", "posts/a.md(3,5): warning SG4009: there is no picture 'pik.svg'", "did you mean 'pic.svg'?")]
    [InlineData(
        "![](bundle/in.png)",
        "posts/a.md(3,5): warning SG4009: there is no picture 'bundle/in.png'",
        "did you mean 'bundle/in.svg'?")]
    [InlineData("![](Pic.SVG)", "posts/a.md(3,5): warning SG4009: there is no picture 'Pic.SVG'", "did you mean 'pic.svg'?")]
    [InlineData("![](in.svg)", "posts/a.md(3,5): warning SG4009: there is no picture 'in.svg'", "did you mean '/posts/bundle/in.svg'?")]
    [InlineData(
        "![](/image/s%20t.svg)",
        "posts/a.md(3,5): warning SG4009: there is no picture '/image/s t.svg'",
        "did you mean '/img/s t.svg'?")]
    [InlineData(
        "![](/x.png)",
        "posts/a.md(3,5): warning SG4009: there is no picture '/x.png'",
        "check the name; a picture stands beside the post, or in static/")]
    [InlineData(
        "![](../../../out.png)",
        "posts/a.md(3,5): warning SG4009: there is no picture '../../../out.png'",
        "check the name; a picture stands beside the post, or in static/")]
    [InlineData(
        "<p><img src=\"x&amp;y.png\"></p>",
        "posts/a.md(3,1): warning SG4009: there is no picture 'x&y.png'",
        "check the name; a picture stands beside the post, or in static/")]
    public void A_picture_that_is_not_there_is_a_warning(string body, string expected, string hint)
    {
        using var site = TestSite.From(Tiny.Theme, Files, $"-- posts/a.md --\n---\n---\n{body}\n").Build();
        site.Problems(expected);
        Assert.Equal(hint, site.Diagnostics.Single(problem => problem.Rule.Name == "missing-picture").Hint);
    }

    [Fact]
    public void A_warning_about_a_picture_goes_with_its_reason_and_its_suggestion_with_the_file_it_names()
    {
        using var site = TestSite.From(Tiny.Theme, Files, "-- posts/a.md --\n---\n---\n![](pik.svg)\n").Build().ProblemCount(1);
        site.Delete("posts/pic.svg").Build().ProblemCount(1);
        Assert.StartsWith("check the name", site.Diagnostics[0].Hint, StringComparison.Ordinal);
        site.Write("posts/pik.svg", Drawing).Build().Problems().Has("posts/a/index.html", LeadAttributes);
    }

    [Fact]
    public void Links_to_files_and_posts_are_no_pictures()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Files,
            "-- posts/a.md --\n[a](none.pdf) [b](/nowhere/) <video src=\"no.mp4\" poster=\"no.png\"></video>\n").Build();
        site.Problems();
    }

    [Fact]
    public void A_cover_has_its_size_on_the_page_and_does_not_wait()
    {
        using var site = TestSite.From(
            Files,
            """
            -- posts/a.md --
            ---
            title: A
            image: pic.svg
            image_alt: Hills
            ---
            Body.
            -- posts/b.md --
            ---
            image: /broken.png
            ---
            B.
            -- posts/c.md --
            ---
            image: https://example.net/a.png
            ---
            """).Build();
        site.Problems()
            .Has("posts/a/index.html", "src=\"/posts/pic.svg\" alt=\"Hills\" width=\"64\" height=\"48\" fetchpriority=\"high\">")
            .Lacks("posts/a/index.html", "lazy").Lacks("posts/b/index.html", "og:image:").Lacks("posts/c/index.html", "width=\"64");
        site.Edit("posts/pic.svg", "64", "100")
            .Build()
            .Rendered("index.html", "posts/a/index.html", "posts/pic.svg")
            .Has("posts/a/index.html", "width=\"100\" height=\"48\"");
    }

    [Theory]
    [InlineData("image: pik.svg", "posts/a.md(2,8): warning SG4009: there is no picture 'pik.svg'", "did you mean 'pic.svg'?")]
    [InlineData(
        "cover: {src: /img/x.png, alt: X}",
        "posts/a.md(2,14): warning SG4009: there is no picture '/img/x.png'",
        "check the name; a picture stands beside the post, or in static/")]
    public void A_cover_that_is_not_there_is_a_warning(string front, string expected, string hint)
    {
        foreach (var layout in (string[])["", "\nlayout: none"])
        {
            using var site = TestSite.From(Files, $"-- posts/a.md --\n---\n{front}{layout}\n---\nA.\n").Build();
            site.Problems(expected);
            Assert.Equal(hint, site.Diagnostics[0].Hint);
        }
    }

    [Fact]
    public void A_picture_that_cannot_be_measured_and_one_that_comes_in_its_place_are_two()
    {
        using var site = TestSite.From(Tiny.Theme, "-- posts/x.svg --\nbroken\n-- posts/a.md --\n![](/posts/x.svg)\n").Build();
        site.Delete("posts/x.svg").Write("static/posts/x.svg", Drawing).Build().Has("posts/a/index.html", LeadAttributes);
    }
}
