using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Pipeline.Configuration;

namespace SiteGen.Pipeline.Markdown.Embeds;

/// <summary>Shows URLs of videos and posts on other sites, alone in a paragraph, as cards or frames.</summary>
internal static class MarkdownEmbeds
{
    /// <summary>Adds the renderer of embeds.</summary>
    public static void AddRenderers(HtmlRenderer renderer) => renderer.ObjectRenderers.Insert(0, new EmbedRenderer());

    /// <summary>A parser of embed shortcodes.</summary>
    public static BlockParser Shortcodes() => new ShortcodeParser();

    /// <summary>Whether a block is an embed that shows a picture of the site.</summary>
    public static bool HasPicture(LeafBlock block) => block is EmbedBlock { Poster: not null };

    /// <summary>Whether a block was an embed shortcode.</summary>
    public static bool IsEmbed(LeafBlock block) => block is EmbedBlock;

    /// <summary>The replacement of a block that is only a URL or an embed shortcode; null for any other block.</summary>
    public static LeafBlock? From(LeafBlock block, EmbedStyle style)
    {
        // Not in lists and tables: a list of links stays a list of links.
        var only = block is ParagraphBlock { Parent: MarkdownDocument or QuoteBlock, Inline.FirstChild: { NextSibling: null } single }
            ? single
            : null;
        var found = block is EmbedBlock shortcode ? shortcode.Embed : only is null ? null : From(only);
        if (found is null)
        {
            return null;
        }

        var isFrame = style == EmbedStyle.Frame && found.Frame is not null;
        return new EmbedBlock(null, found) { IsFrame = isFrame, Poster = isFrame ? null : PosterIn(only) };
    }

    private static LinkInline? PosterIn(Inline? only) =>
        only is LinkInline { IsImage: false, FirstChild: LinkInline { IsImage: true, NextSibling: null } picture } ? picture : null;

    // '<url>', a bare URL, or a link with text or with a picture.
    private static Embed? From(Inline only)
    {
        if (only is AutolinkInline { IsEmail: false } address)
        {
            return Embed.Parse(address.Url);
        }

        if (only is not LinkInline { IsImage: false, Url: { } url } link
            || Embed.Parse(url) is not { } embed
            || (PosterIn(link) is null && link.Descendants<LinkInline>().Any()))
        {
            return null;
        }

        var text = InlineText.TextOf(link).Trim();
        var isBare = link.IsAutoLink || text.Length == 0 || text == url || text.Contains("://", StringComparison.Ordinal);
        return isBare ? embed : embed.IsOfAnyHost ? null : embed with { Title = text };
    }

    private sealed class EmbedBlock(BlockParser? parser, Embed embed) : LeafBlock(parser)
    {
        public Embed Embed { get; } = embed;

        public bool IsFrame { get; init; }

        public LinkInline? Poster { get; init; }
    }

    private sealed class ShortcodeParser : BlockParser
    {
        public ShortcodeParser() => OpeningCharacters = ['{', '['];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || EmbedShortcode.Read(processor.Line.ToString()) is not { } embed)
            {
                return BlockState.None;
            }

            processor.NewBlocks.Push(new EmbedBlock(this, embed)
            {
                Column = processor.Column,
                Line = processor.LineIndex,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            });
            return BlockState.BreakDiscard;
        }
    }

    private sealed class EmbedRenderer : HtmlObjectRenderer<EmbedBlock>
    {
        protected override void Write(HtmlRenderer renderer, EmbedBlock block)
        {
            var embed = block.Embed;
            renderer.EnsureLine();
            renderer.Write("<figure class=\"embed ").Write(block.IsFrame ? "embed-frame " : "").Write("embed-").Write(embed.Kind);
            if (block.IsFrame)
            {
                // Feeds cannot show frames and link to this URL instead.
                renderer.Write("\" data-url=\"").WriteEscape(embed.Url)
                    .Write("\"><iframe src=\"").WriteEscape(embed.Frame)
                    .Write("\" title=\"").WriteEscape(embed.Title)
                    .Write("\" loading=\"lazy\" referrerpolicy=\"strict-origin-when-cross-origin\" allowfullscreen></iframe></figure>")
                    .WriteLine();
                return;
            }

            renderer.Write(block.Poster is null ? "\"><a href=\"" : " embed-poster\"><a href=\"").WriteEscape(embed.Url).Write("\">");
            if (block.Poster is { } poster)
            {
                renderer.Render(poster);
            }
            else
            {
                renderer.Write("<strong>").WriteEscape(embed.Title).Write("</strong>");
            }

            renderer.Write(" <span>").WriteEscape(embed.Host).Write("</span></a></figure>").WriteLine();
        }
    }
}
