using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Localization;

namespace SiteGen.Pipeline.Markdown;

/// <summary>What Markdown became.</summary>
/// <param name="Html">The body.</param>
/// <param name="Heading">The text of the first heading, when asked for and when it is a level-one heading that opens the text.</param>
/// <param name="MayHaveHoles">Whether the body may hold addresses that are not complete, images, or words to translate.</param>
internal sealed record ConvertedMarkdown(ReadOnlyMemory<byte> Html, string? Heading, bool MayHaveHoles)
{
    /// <summary>The markup that was taken out, by its place in the text.</summary>
    public ImmutableArray<RemovedMarkup> Removed { get; init; } = [];

    /// <summary>The shortcodes of other programs that stand in it as they are, when asked for; null where there are none.</summary>
    public UnreadShortcodes? Unread { get; init; }
}

/// <summary>What one text asks for.</summary>
/// <param name="TakesHeading">Whether a level-one heading at the start is the title and leaves the body.</param>
/// <param name="HasMath">Whether formulas are found although the site does not ask for them.</param>
/// <param name="Language">The language it is written in; null for the site's.</param>
/// <param name="Embeds">What becomes of addresses of videos and posts elsewhere.</param>
internal readonly record struct MarkdownRequest(bool TakesHeading, bool HasMath, string? Language, EmbedStyle Embeds)
{
    /// <summary>Whether shortcodes that are not understood are looked for.</summary>
    public bool FindsShortcodes { get; init; }
}

/// <summary>Turns Markdown into HTML; with the files of the same first name the only user of Markdig.</summary>
/// <remarks>
/// CommonMark 0.31 and GFM, footnotes, definition lists, abbreviations, alerts, heading ids, figures. No generic
/// attributes: they eat braces from prose. For one thread; renderer and buffers are used again.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "The writer holds memory only")]
internal sealed class MarkdownConverter
{
    private readonly CharWriter _writer = new();
    private readonly ByteSlab _slab = new();
    private readonly HtmlRenderer _renderer;
    private readonly MarkdownOptions _options;
    private readonly string _language;
    private readonly MarkdownFeatures _features;

    /// <summary>A converter of texts of nobody's site.</summary>
    public MarkdownConverter()
        : this(MarkdownOptions.None, "en")
    {
    }

    /// <summary>A converter for the texts of a site.</summary>
    public MarkdownConverter(MarkdownOptions options, string language)
    {
        _options = options;
        _language = language;
        _features = FeaturesOf(options);
        _renderer = new HtmlRenderer(_writer);
        MarkdownPipelines.With(MarkdownFeatures.None).Setup(_renderer);
        _renderer.ObjectRenderers.Insert(0, new FigureRenderer());
        _renderer.ObjectRenderers.Insert(0, new TaskLabelRenderer());
        MarkdownMath.AddRenderers(_renderer);
        MarkdownEmbeds.AddRenderers(_renderer);
    }

    /// <summary>Converts a text; null when it is nested too deep.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="takeHeading">Whether a level-one heading at the start is the title and leaves the body.</param>
    public ConvertedMarkdown? Convert(string markdown, bool takeHeading) => Convert(markdown, new MarkdownRequest(takeHeading, false, null, EmbedStyle.Off));

    /// <summary>Converts a text; null when it is nested too deep.</summary>
    public ConvertedMarkdown? Convert(string markdown, MarkdownRequest request)
    {
        try
        {
            var features = _features | FeaturesOf(markdown, request);
            var document = Markdig.Markdown.Parse(markdown, MarkdownPipelines.With(features));
            var removed = _options.RemovesHtml ? MarkdownSanitizer.Sanitize(document, _options.IsUntrusted) : [];
            var heading = request.TakesHeading ? TakeHeading(document) : null;
            if (features.HasFlag(MarkdownFeatures.Math))
            {
                MarkdownMath.Lift(document);
            }

            if (_options.Typographer)
            {
                MarkdownTypography.Set(document, QuoteMarks.ForLanguage(request.Language ?? _language));
            }

            var unread = request.FindsShortcodes && MarkdownShortcodes.MayBeIn(markdown) ? MarkdownShortcodes.Find(document, markdown) : null;
            var mayHaveHoles = Prepare(document, request.Embeds);
            _writer.Clear();
            _renderer.Render(document);
            return new ConvertedMarkdown(_writer.ToUtf8(_slab), heading, mayHaveHoles) { Removed = removed, Unread = unread };
        }
        catch (ArgumentException problem) when (problem.Message.Contains("nested", StringComparison.Ordinal))
        {
            // Markdig's answer to nesting beyond its limit.
            return null;
        }
    }

    private static MarkdownFeatures FeaturesOf(string markdown, MarkdownRequest request) =>
        (BareLinks.MayBeIn(markdown) ? MarkdownFeatures.BareLinks : 0) | (request.HasMath ? MarkdownFeatures.Math : 0)
        | (request.Embeds != EmbedStyle.Off && EmbedShortcode.MayBeIn(markdown) ? MarkdownFeatures.Shortcodes : 0);

    private static MarkdownFeatures FeaturesOf(MarkdownOptions options) =>
        (options.Emoji ? MarkdownFeatures.Emoji : 0) | (options.Math ? MarkdownFeatures.Math : 0)
        | (options.HardBreaks ? MarkdownFeatures.HardBreaks : 0) | (options.RemovesHtml ? MarkdownFeatures.Places : 0);

    private static string? TakeHeading(MarkdownDocument document)
    {
        var first = document.FirstOrDefault(block => block is not LinkReferenceDefinitionGroup);
        if (first is not HeadingBlock { Level: 1, Inline: { } inline })
        {
            return null;
        }

        document.Remove(first);
        return TextOf(inline).Trim();
    }

    private static string TextOf(ContainerInline inline) => string.Concat(inline.Descendants().Select(part => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    }));

    // One walk over the tree: makes figures and embeds, and finds out whether any address is not complete or any image is shown.
    private static bool Prepare(ContainerBlock container, EmbedStyle embeds)
    {
        var found = false;
        for (var i = 0; i < container.Count; i++)
        {
            switch (container[i])
            {
                case HtmlBlock:
                    found = true;
                    break;
                case Table table:
                    AlignByClass(table);
                    // A wide table scrolls: without a mouse only where the focus can go (WCAG 2.1.1).
                    table.GetAttributes().AddProperty("tabindex", "0");
                    UnescapePipes(table);
                    found |= Prepare((ContainerBlock)table, embeds);
                    break;
                case AlertBlock alert:
                    Prepare((ContainerBlock)alert, embeds);
                    found = true;
                    break;
                case ContainerBlock inner:
                    found |= Prepare(inner, embeds);
                    break;
                case LeafBlock leaf when embeds != EmbedStyle.Off && MarkdownEmbeds.From(leaf, embeds) is { } embed:
                    container[i] = embed;
                    break;
                case ParagraphBlock { Inline: { } inline } paragraph:
                    found |= Prepare(inline);
                    TaskLabel.Wrap(inline);
                    if (FigureBlock.From(paragraph) is { } figure)
                    {
                        container[i] = figure;
                    }

                    break;
                case LeafBlock { Inline: { } inline }:
                    found |= Prepare(inline);
                    break;
            }
        }

        return found;
    }

    // A style attribute would be blocked by the content security policy that sites should have.
    private static void AlignByClass(Table table)
    {
        var columns = table.ColumnDefinitions;
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < row.Count && i < columns.Count; i++)
            {
                if (columns[i].Alignment is { } alignment)
                {
                    row[i].GetAttributes().AddClass($"align-{alignment.ToString().ToLowerInvariant()}");
                }
            }
        }

        foreach (var column in columns)
        {
            column.Alignment = null;
        }
    }

    // A pipe in a cell is escaped even in code, and the backslash is not part of the code (GFM, "Tables", example 200).
    private static void UnescapePipes(Table table)
    {
        foreach (var code in ((MarkdownObject)table).Descendants<CodeInline>())
        {
            code.Content = code.Content.Replace("\\|", "|", StringComparison.Ordinal);
        }
    }

    private static bool Prepare(ContainerInline container)
    {
        var found = false;
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            found |= inline is HtmlInline || (inline is LinkInline link && (link.IsImage || !IsComplete(link.Url))) || (inline is ContainerInline inner && Prepare(inner));
        }

        return found;
    }

    private static bool IsComplete(string? url) =>
        string.IsNullOrEmpty(url) || url[0] is '#' || url.Contains("://", StringComparison.Ordinal) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of a task: the label of its check box, for those who cannot see that they belong together.</summary>
    private sealed class TaskLabel : ContainerInline
    {
        public static void Wrap(ContainerInline inline)
        {
            if (inline.FirstChild is not TaskList)
            {
                return;
            }

            var label = new TaskLabel();
            while (inline.FirstChild is { } child)
            {
                child.Remove();
                label.AppendChild(child);
            }

            inline.AppendChild(label);
        }
    }

    private sealed class TaskLabelRenderer : HtmlObjectRenderer<TaskLabel>
    {
        protected override void Write(HtmlRenderer renderer, TaskLabel label)
        {
            renderer.Write("<label>");
            renderer.WriteChildren(label);
            renderer.Write("</label>");
        }
    }

    /// <summary>An image alone in its paragraph, with a caption from its title or from an emphasised line below.</summary>
    private sealed class FigureBlock(LinkInline image, EmphasisInline? credit) : LeafBlock(null)
    {
        public LinkInline Image { get; } = image;

        public EmphasisInline? Credit { get; } = credit;

        public static FigureBlock? From(ParagraphBlock paragraph)
        {
            if (paragraph.Inline?.FirstChild is not LinkInline { IsImage: true } image)
            {
                return null;
            }

            var line = image.NextSibling is LineBreakInline ? image.NextSibling.NextSibling as EmphasisInline : null;
            var isAlone = line is null ? image.NextSibling is null : line.NextSibling is null;
            return isAlone && (line is not null || !string.IsNullOrEmpty(image.Title)) ? new FigureBlock(image, line) : null;
        }
    }

    private sealed class FigureRenderer : HtmlObjectRenderer<FigureBlock>
    {
        protected override void Write(HtmlRenderer renderer, FigureBlock figure)
        {
            var title = figure.Image.Title;
            // The caption says it already; a tooltip would say it twice.
            figure.Image.Title = null;
            renderer.EnsureLine();
            renderer.Write("<figure>");
            renderer.Render(figure.Image);
            renderer.Write("<figcaption>");
            if (!string.IsNullOrEmpty(title))
            {
                renderer.WriteEscape(title);
            }

            if (figure.Credit is { } line)
            {
                renderer.Write(string.IsNullOrEmpty(title) ? "" : " <small class=\"credit\">");
                renderer.WriteChildren(line);
                renderer.Write(string.IsNullOrEmpty(title) ? "" : "</small>");
            }

            renderer.WriteLine("</figcaption></figure>");
            figure.Image.Title = title;
        }
    }
}
