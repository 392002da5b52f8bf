using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Markdown;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Parsing;

/// <summary>What Markdown does when it is asked to do more.</summary>
public sealed class MarkdownOptionsTests
{
    [Fact]
    public void Quotes_dashes_and_dots_are_set_in_prose_only() =>
        Table("typographer-en", text => Html(MarkdownOptions.None with { Typographer = true }, text, "en"));

    [Fact]
    public void Every_language_has_its_quotes() =>
        Table("languages", language => Html(
            MarkdownOptions.None with { Typographer = true },
            "\"It's a 'word'\"",
            language).Replace("\u00A0", "·", StringComparison.Ordinal));

    [Fact]
    public void Formulas_are_kept_as_they_are() => Table("math", text => Html(MarkdownOptions.None with { Math = true }, text, "en"));

    [Fact]
    public void Emoji_have_names() => Table("emoji", text => Html(MarkdownOptions.None with { Emoji = true }, text, "en"));

    [Fact]
    public void A_formula_of_several_lines_is_a_block()
    {
        var options = MarkdownOptions.None with { Math = true };
        Assert.Equal("<div class=\"math\">a\n- b &lt; c</div>\n<p>d</p>\n", Html(options, "$$\na\n- b < c\n$$\n\nd", "en"));
        Assert.Equal("<div class=\"math\">a\n= b</div>\n", Html(options, "$$a\n= b$$", "en"));
        Assert.Equal(
            "<ul>\n<li>x\n<div class=\"math\">y</div>\n</li>\n</ul>\n",
            Html(options, "- x\n\n  $$y$$", "en").Replace("<p>x</p>", "x", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CaptionStyle.Title, "<figure><img src=\"a.jpg\" alt=\"A\" /><figcaption>Cats <small class=\"credit\">Ann</small></figcaption></figure>\n")]
    [InlineData(CaptionStyle.Below, "<figure><img src=\"a.jpg\" alt=\"A\" title=\"Cats\" /><figcaption>Ann</figcaption></figure>\n")]
    [InlineData(CaptionStyle.Off, "<p><img src=\"a.jpg\" alt=\"A\" title=\"Cats\" />\n<em>Ann</em></p>\n")]
    public void A_caption_is_what_the_site_says(CaptionStyle style, string expected) =>
        Assert.Equal(expected, Html(MarkdownOptions.None with { Captions = style }, "![A](a.jpg \"Cats\")\n*Ann*", "en"));

    [Theory]
    [InlineData(CaptionStyle.Title, "<figure>")]
    [InlineData(CaptionStyle.Below, "<p>")]
    [InlineData(CaptionStyle.Off, "<p>")]
    public void A_title_alone_is_a_caption_or_not(CaptionStyle style, string start) =>
        Assert.StartsWith(
            start, Html(MarkdownOptions.None with { Captions = style }, "![A](a.jpg \"Cats\")", "en"), StringComparison.Ordinal);

    [Fact]
    public void A_line_ends_where_its_author_ended_it() =>
        Assert.Equal("<p>a<br />\nb</p>\n", Html(MarkdownOptions.None with { HardBreaks = true }, "a\nb", "en"));

    [Fact]
    public void What_is_not_asked_for_is_not_done() =>
        Assert.Equal(
            "<p>&quot;a&quot; -- b... :rocket: $x$ it's\nc <b>d</b></p>\n",
            Html(MarkdownOptions.None, "\"a\" -- b... :rocket: $x$ it's\nc <b>d</b>", "en"));

    [Fact]
    public void Everything_at_once_does_not_get_in_its_own_way()
    {
        var options = MarkdownOptions.None with { Typographer = true, Emoji = true, Math = true, HardBreaks = true, RemovesHtml = true };
        Assert.Equal(
            "<p>“a” – <span class=\"math\">x'</span> 🚀<br />\nb’s</p>\n",
            Html(options, "\"a\" -- $x'$ :rocket:\n<b>b's</b>", "en"));
    }

    [Theory]
    [InlineData('\'')]
    [InlineData('"')]
    [InlineData('$')]
    [InlineData(':')]
    [InlineData('-')]
    [InlineData('.')]
    public void Law_8_ten_thousand_of_a_character_are_converted(char c)
    {
        var options = MarkdownOptions.None with { Typographer = true, Emoji = true, Math = true, RemovesHtml = true, IsUntrusted = true };
        var converter = new MarkdownConverter(options, "de");
        Assert.All((string[])[
            new(c, 10_000),
            string.Concat(Enumerable.Repeat($"{c}a ", 10_000)),
            string.Concat(Enumerable.Repeat($" {c}a{c}", 10_000))
        ],
            text => Assert.NotNull(converter.Convert(text, takeHeading: false)));
    }

    private static void Table(string name, Func<string, string> answer) =>
        Cases.Table(
            $"SiteGen.Pipeline.Tests/Cases/markdown-options/{name}.txt",
            text => answer(text).TrimEnd('\n').Replace("\n", "⏎", StringComparison.Ordinal));

    private static string Html(MarkdownOptions options, string markdown, string language) =>
        Encoding.UTF8.GetString((new MarkdownConverter(options, language).Convert(markdown, takeHeading: false)?.Html ?? default).Span);
}
