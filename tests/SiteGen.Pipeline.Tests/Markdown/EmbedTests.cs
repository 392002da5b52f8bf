using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Markdown;
using SiteGen.Pipeline.Markdown.Embeds;
using SiteGen.Pipeline.Rendering.Feeds;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Markdown;

public sealed class EmbedTests
{
    [Fact]
    public void Addresses_of_known_places_are_known() =>
        Cases.Table("SiteGen.Pipeline.Tests/Cases/embeds.txt", text => Shown(Embed.Parse(text)));

    [Fact]
    public void Spellings_of_other_programs_are_read() =>
        Cases.Table(
            "SiteGen.Pipeline.Tests/Cases/shortcodes.txt",
            text => EmbedShortcode.Read(text) is { } embed ? $"{Shown(embed)} {embed.Url}" : "text");

    [Theory]
    [InlineData("https://youtu.be/dQw4w9WgXcQ", "YouTube")]
    [InlineData("<https://youtu.be/dQw4w9WgXcQ>", "YouTube")]
    [InlineData("[https://youtu.be/dQw4w9WgXcQ](https://youtu.be/dQw4w9WgXcQ)", "YouTube")]
    [InlineData("[My *talk* & \"more\"](https://youtu.be/dQw4w9WgXcQ)", "My talk &amp; &quot;more&quot;")]
    [InlineData("[talk][1]\n\n[1]: https://youtu.be/dQw4w9WgXcQ", "talk")]
    [InlineData("> https://youtu.be/dQw4w9WgXcQ", "YouTube")]
    [InlineData("text\n{{< youtube dQw4w9WgXcQ >}}\ntext", "YouTube")]
    [InlineData("- {% youtube dQw4w9WgXcQ %}", "YouTube")]
    [InlineData("https://social.example/@%3Cb%3E/1", "@&lt;b&gt; · Mastodon")]
    public void What_stands_alone_becomes_a_card(string markdown, string title) =>
        Assert.Contains($"\"><strong>{title}</strong> <span>", Html(markdown, EmbedStyle.Card), StringComparison.Ordinal);

    [Theory]
    [InlineData("see https://youtu.be/dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ and more")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ\nhttps://youtu.be/dQw4w9WgXcR")]
    [InlineData("[![picture](a.png)](https://social.example/@ada/123)")]
    [InlineData("[![picture](a.png) talk](https://youtu.be/dQw4w9WgXcQ)")]
    [InlineData("![picture](https://youtu.be/dQw4w9WgXcQ)")]
    [InlineData("[Ada says](https://social.example/@ada/123)")]
    [InlineData("[a](https://example.org/)")]
    [InlineData("`{{< youtube dQw4w9WgXcQ >}}`")]
    [InlineData("```\n{{< youtube dQw4w9WgXcQ >}}\n```")]
    [InlineData("    {{< youtube dQw4w9WgXcQ >}}")]
    [InlineData("{{< youtube dQw4w9WgXcQ >}} it says")]
    [InlineData("{{ youtube }} and {% raw %} and [youtube] and [embed]")]
    [InlineData("## https://youtu.be/dQw4w9WgXcQ")]
    [InlineData("- [a](https://youtu.be/dQw4w9WgXcQ)\n- https://youtu.be/dQw4w9WgXcR")]
    [InlineData("1. [a](https://youtu.be/dQw4w9WgXcQ)\n\n   text")]
    [InlineData("| a |\n|---|\n| https://youtu.be/dQw4w9WgXcQ |")]
    [InlineData("a[^1]\n\n[^1]: https://youtu.be/dQw4w9WgXcQ")]
    public void What_stands_among_words_stays(string markdown) =>
        Assert.Equal(Html(markdown, EmbedStyle.Off), Html(markdown, EmbedStyle.Card));

    [Fact]
    public void A_picture_of_the_site_is_the_poster_of_a_video()
    {
        const string Markdown = "[![A talk](talk.jpg)](https://youtu.be/dQw4w9WgXcQ)";
        var card = Html(Markdown, EmbedStyle.Card);
        Assert.Equal(
            "<figure class=\"embed embed-youtube embed-poster\"><a href=\"https://youtu.be/dQw4w9WgXcQ\">"
                + "<img src=\"talk.jpg\" alt=\"A talk\" /> <span>youtube.com</span></a></figure>\n",
            card);
        Assert.Equal(card, Plain(card));
        Assert.Contains("title=\"A talk\"", Html(Markdown, EmbedStyle.Frame), StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_comes_from_a_host_without_cookies_and_has_a_title()
    {
        Assert.Equal(
            "<figure class=\"embed embed-frame embed-vimeo\" data-url=\"https://vimeo.com/1234\"><iframe "
                + "src=\"https://player.vimeo.com/video/1234?dnt=1\" title=\"A &quot;talk&quot;\" loading=\"lazy\" "
                + "referrerpolicy=\"strict-origin-when-cross-origin\" allowfullscreen></iframe></figure>\n",
            Html("[A \"talk\"](https://vimeo.com/1234)", EmbedStyle.Frame));
        Assert.DoesNotContain("iframe", Html("https://x.com/ada/status/1", EmbedStyle.Frame), StringComparison.Ordinal);
        Assert.Contains(
            "youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90&amp;list=PLabc\"",
            Html("{{< youtube \"https://youtu.be/dQw4w9WgXcQ?t=90&list=PLabc\" >}}", EmbedStyle.Frame),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Off_leaves_everything_as_it_was_written()
    {
        Assert.Equal(
            "<p><a href=\"https://youtu.be/dQw4w9WgXcQ\" class=\"bare-link\">https://youtu.be/dQw4w9WgXcQ</a></p>\n",
            Html("https://youtu.be/dQw4w9WgXcQ", EmbedStyle.Off));
        Assert.Equal("<p>{{&lt; youtube dQw4w9WgXcQ &gt;}}</p>\n", Html("{{< youtube dQw4w9WgXcQ >}}", EmbedStyle.Off));
    }

    [Theory]
    [InlineData(EmbedStyle.Card)]
    [InlineData(EmbedStyle.Frame)]
    public void In_a_feed_it_is_a_plain_link(EmbedStyle style) =>
        Assert.Equal(
            "<p>a</p>\n<p><a href=\"https://youtu.be/dQw4w9WgXcQ?t=1&amp;x=2\">A &lt;talk&gt;</a></p>\n<p>b</p>\n",
            Plain(Html("a\n\n[A \\<talk>](https://youtu.be/dQw4w9WgXcQ?t=1&x=2)\n\nb", style)));

    [Theory]
    [InlineData("<figure class=\"embed mine\"><video src=a></video></figure><p>x")]
    [InlineData("<figure class=\"embed ")]
    [InlineData("<figure class=\"embed x\"><strong>open")]
    [InlineData("<figure class=\"embed x\"><a href=y><strong></strong></a></figure>")]
    public void A_figure_of_somebody_s_own_stays(string html) => Assert.Equal(html, Plain(html));

    private static string Plain(string html) => Encoding.UTF8.GetString(PlainEmbeds.In(Encoding.UTF8.GetBytes(html)).Span);

    private static string Shown(Embed? embed) =>
        embed is null ? "no embed" : $"{embed.Kind} | {embed.Title} | {embed.Host} | {embed.Frame ?? "no frame"}";

    private static string Html(string markdown, EmbedStyle style) =>
        Encoding.UTF8.GetString((new MarkdownConverter().Convert(markdown, new MarkdownRequest(false, false, null, style))?.Html
            ?? default).Span);
}
