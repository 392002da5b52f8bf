using Markdig;
using SiteGen.Pipeline.Markdown;

namespace SiteGen.Pipeline.Tests.Markdown;

/// <summary>The bounded parsers find what those of the package find.</summary>
public sealed class BoundedParsersTests
{
    private static readonly string[] s_pieces =
    [
        "<!--", "-->", "<!A ", "<?", "?>", "<![CDATA[", "]]>", "<a href='x'>", "</a>", "<A>", "<b>", "</b>", "<", ">",
        "https://a.example/x", "www.b.example", "[", "]", "](", "(", ")", "\\)", "[c]", "![", "](<", " \"t\"", " 't'", " (t)",
        "*", "_", "**", " ", " ", "\n", "a", "`", "\n\n", "\n[c]: /d\n", "|", "~~", "~",
    ];

    private static readonly MarkdownPipeline s_package =
        new MarkdownPipelineBuilder().UseAutoLinks().UsePipeTables().UseEmphasisExtras().Build();

    private static readonly MarkdownPipeline s_bounded = Bounded();

    [Fact]
    public void What_they_find_is_what_the_package_finds()
    {
        var random = new Random(5);
        for (var round = 0; round < 20_000; round++)
        {
            var markdown = string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            var (expected, found) = (Markdig.Markdown.ToHtml(markdown, s_package), Markdig.Markdown.ToHtml(markdown, s_bounded));
            Assert.True(expected == found, $"round {round}: {markdown}\n{expected}\n{found}");
        }
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(40, false)]
    public void A_target_has_as_many_parentheses_as_CommonMark_asks_for(int depth, bool isLink)
    {
        var markdown = $"[a]({new string('(', depth)}{new string(')', depth)})";
        Assert.Equal(isLink, Markdig.Markdown.ToHtml(markdown, s_bounded).Contains("<a href", StringComparison.Ordinal));
    }

    private static MarkdownPipeline Bounded()
    {
        var builder = new MarkdownPipelineBuilder().UseAutoLinks().UsePipeTables().UseEmphasisExtras();
        builder.Extensions.Add(new BoundedParsers());
        return builder.Build();
    }
}
