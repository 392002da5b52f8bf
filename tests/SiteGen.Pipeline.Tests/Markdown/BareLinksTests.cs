using Markdig;
using SiteGen.Pipeline.Markdown;

namespace SiteGen.Pipeline.Tests.Markdown;

public sealed class BareLinksTests
{
    private static readonly string[] s_pieces =
    [
        "http://", "https://", "ftp://", "www.", "mailto:", "tel:", "a", "b.example", "example.org/x", " ", "\n", "\n\n", "(",
        ")", "[", "[c]x", "[a](https://b.example/)", "]: ", "[a]: ", "\n[b]: ", "<", ">", "*", "_", "~", "`", "!", "|",
        "\n|-|\n", "- ", "> ", "\"",
    ];

    private static readonly MarkdownPipeline s_without = new MarkdownPipelineBuilder().UsePipeTables().Build();
    private static readonly MarkdownPipeline s_with = new MarkdownPipelineBuilder().UseAutoLinks().UsePipeTables().Build();

    [Theory]
    [InlineData("see https://example.org/", true)]
    [InlineData("www.example.org", true)]
    [InlineData("(http://example.org)", true)]
    [InlineData("*HTTPS://example.org*", true)]
    [InlineData("[a](https://example.org/)", false)]
    [InlineData("The source [1]: https://example.org/", true)]
    [InlineData("no links here", false)]
    public void Addresses_that_stand_in_the_open_are_seen(string markdown, bool expected) =>
        Assert.Equal(expected, BareLinks.MayBeIn(markdown));

    [Fact]
    [Trait("Speed", "Slow")]
    public void Where_none_is_seen_looking_for_them_changes_nothing()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var (random, unseen) = (new Random(seed), 0);
            for (var round = 0; round < 3000; round++)
            {
                var markdown = string.Concat(Enumerable.Range(0, random.Next(1, 10)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
                if (!BareLinks.MayBeIn(markdown))
                {
                    unseen++;
                    var (with, without) = (Markdig.Markdown.ToHtml(markdown, s_with), Markdig.Markdown.ToHtml(markdown, s_without));
                    Assert.True(with == without, $"seed {seed}, round {round}: {markdown}\n{with}\n{without}");
                }
            }

            Assert.True(unseen > 300, $"seed {seed}: only {unseen} had none");
        }
    }
}
