using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Pipeline.Configuration;

namespace SiteGen.Pipeline.Markdown;

/// <summary>Addresses of videos and of posts elsewhere that stand alone, as cards or frames.</summary>
internal static class MarkdownEmbeds
{
    /// <summary>Lets a renderer write them.</summary>
    public static void AddRenderers(HtmlRenderer renderer) => renderer.ObjectRenderers.Insert(0, new EmbedRenderer());

    /// <summary>A parser of shortcodes.</summary>
    public static BlockParser Shortcodes() => new ShortcodeParser();

    /// <summary>What stands in the place of a block that is one address, or a shortcode of one; null for any other.</summary>
    public static LeafBlock? From(LeafBlock block, EmbedStyle style)
    {
        // A list of links stays one, and so does a link in a cell.
        var found = block is EmbedBlock shortcode ? shortcode.Embed
            : block is ParagraphBlock { Parent: MarkdownDocument or QuoteBlock, Inline.FirstChild: { NextSibling: null } only } ? From(only) : null;
        return found is null ? null : new EmbedBlock(null, found) { IsFrame = style == EmbedStyle.Frame && found.Frame is not null };
    }

    // '<url>', a bare address, or a link with words of its own; not an image that leads there.
    private static Embed? From(Inline only)
    {
        if (only is AutolinkInline { IsEmail: false } address)
        {
            return Embed.Parse(address.Url);
        }

        if (only is not LinkInline { IsImage: false, Url: { } url } link || Embed.Parse(url) is not { } embed || link.Descendants<LinkInline>().Any())
        {
            return null;
        }

        var words = string.Concat(link.Descendants().Select(part => part switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            LineBreakInline => " ",
            _ => "",
        })).Trim();
        var isBare = link.IsAutoLink || words.Length == 0 || words == url || words.Contains("://", StringComparison.Ordinal);
        return isBare ? embed : embed.IsOfAnyHost ? null : embed with { Title = words };
    }

    private sealed class EmbedBlock(BlockParser? parser, Embed embed) : LeafBlock(parser)
    {
        public Embed Embed { get; } = embed;

        public bool IsFrame { get; init; }
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
                // The address is kept for feeds, where a frame would be cut out.
                renderer.Write("\" data-url=\"").WriteEscape(embed.Url).Write("\"><iframe src=\"").WriteEscape(embed.Frame).Write("\" title=\"").WriteEscape(embed.Title)
                    .Write("\" loading=\"lazy\" referrerpolicy=\"strict-origin-when-cross-origin\" allowfullscreen></iframe></figure>").WriteLine();
                return;
            }

            renderer.Write("\"><a href=\"").WriteEscape(embed.Url).Write("\"><strong>").WriteEscape(embed.Title)
                .Write("</strong> <span>").WriteEscape(embed.Host).Write("</span></a></figure>").WriteLine();
        }
    }
}
