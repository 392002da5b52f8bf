using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Markdig.Renderers;
using Markdig.Syntax;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Markdown.Attributes;
using SiteGen.Pipeline.Markdown.Code;
using SiteGen.Pipeline.Markdown.Embeds;
using SiteGen.Pipeline.Markdown.Figures;
using SiteGen.Pipeline.Markdown.Math;
using SiteGen.Pipeline.Markdown.Sanitizing;
using SiteGen.Pipeline.Markdown.Shortcodes;
using SiteGen.Pipeline.Markdown.Tables;
using SiteGen.Pipeline.Markdown.Tasks;
using SiteGen.Pipeline.Markdown.Typography;

namespace SiteGen.Pipeline.Markdown;

/// <summary>Turns Markdown into HTML; no folder but this one uses Markdig.</summary>
/// <remarks>
/// CommonMark 0.31 and GFM, footnotes, definition lists, abbreviations, alerts, heading ids, figures. Attributes
/// of other programs where they cannot be prose, unlike the package's generic attributes, which eat braces from prose. Not
/// thread-safe: the renderer and the buffers are reused.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "The writer holds memory only")]
internal sealed class MarkdownConverter
{
    // No text needs as much: a footnote grows fiftyfold, an embed thirtyfold.
    private const int FreeCharacters = 1_000_000;
    private const int MostGrowth = 100;

    private readonly CharWriter _writer = new();
    private readonly ByteSlab _slab = new();
    private readonly CodeFenceRenderer _code;
    private HtmlRenderer _renderer;
    private readonly MarkdownOptions _options;
    private readonly string _language;
    private readonly MarkdownFeatures _features;

    /// <summary>A converter with default options, for texts outside a site.</summary>
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
        _code = new CodeFenceRenderer(_writer);
        _renderer = CreateRenderer();
    }

    /// <summary>Converts a text; null when it is nested too deep.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="takeHeading">Whether a level-one heading at the start is the title and is removed from the body.</param>
    public ConvertedMarkdown? Convert(string markdown, bool takeHeading) =>
        Convert(markdown, new MarkdownRequest(takeHeading, false, null, EmbedStyle.Off));

    /// <summary>Converts a text; null when it is nested too deep.</summary>
    public ConvertedMarkdown? Convert(string markdown, MarkdownRequest request)
    {
        try
        {
            markdown = ListMarks.WithBlanks(markdown);
            var mayHaveShortcodes = request.FindsShortcodes && ShortcodeSearch.MayBeIn(markdown);
            var features = _features | FeaturesOf(markdown, request) | (mayHaveShortcodes ? MarkdownFeatures.PreciseLocations : 0);
            var document = Markdig.Markdown.Parse(markdown, MarkdownPipelines.With(features));
            var unread = mayHaveShortcodes ? FindShortcodes(ref markdown, ref document, features) : [];
            var removed = _options.RemovesHtml ? MarkdownSanitizer.Sanitize(document, _options.IsUntrusted) : [];
            var heading = request.TakesHeading ? TakeHeading(document) : null;
            ReadInlines(document, markdown, features, request);
            var conflict = request.FindsConflict ? ConflictSearch.Find(document, markdown) : -1;
            var mayHavePlaceholders = DocumentRewriter.Rewrite(document, request.Embeds, _options.Captions);
            var oversized = GfmTables.OversizedIn(document);
            if (!Render(document, markdown.Length))
            {
                oversized ??= new OversizedMarkup(StartOfOverflow(document, markdown.Length), 0, 0);
                _writer.Clear();
                _code.Clear();
            }

            var html = _writer.ToUtf8(_slab);
            return new ConvertedMarkdown(html, heading, mayHavePlaceholders)
            {
                Fences = request.CodeFolder is { } folder && _code.Fences.Count > 0 ? _code.In(html.Length, folder) : [],
                Oversized = oversized,
                Removed = removed,
                Unread = unread,
                AsksForContents = ContentsMark.IsOn(document),
                Conflict = conflict,
            };
        }
        catch (ArgumentException exception) when (exception.Message.Contains("nested", StringComparison.Ordinal))
        {
            // Markdig has no exception type of its own for nesting beyond its limit. The renderer that threw still counts how deep it was.
            _renderer = CreateRenderer();
            return null;
        }
    }

    /// <summary>Takes back the memory of all texts that were converted so far; the next ones are where they were.</summary>
    public void TakeBack() => _slab.Clear();

    private HtmlRenderer CreateRenderer()
    {
        var renderer = new HtmlRenderer(_writer);
        MarkdownPipelines.With(MarkdownFeatures.None).Setup(renderer);
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.CodeBlockRenderer>(_code);
        renderer.ObjectRenderers.Insert(0, new FigureRenderer());
        renderer.ObjectRenderers.Insert(0, new TaskLabelRenderer());
        MarkdownMath.AddRenderers(renderer);
        MarkdownEmbeds.AddRenderers(renderer);
        return renderer;
    }

    // A link that the package does not take for one is made one, and the text read again.
    private static ImmutableArray<UnreadShortcodes> FindShortcodes(
        ref string markdown, ref MarkdownDocument document, MarkdownFeatures features)
    {
        var code = CodeRanges.In(document, markdown);
        if (LiquidLinks.Join(markdown, code) is var joined && joined != markdown)
        {
            markdown = joined;
            document = Markdig.Markdown.Parse(markdown, MarkdownPipelines.With(features));
        }

        return ShortcodeSearch.Find(document, markdown, code);
    }

    // False when it becomes too large: a long definition that is used ten thousand times is repeated as often.
    private bool Render(MarkdownDocument document, int length)
    {
        _writer.Clear(LimitOf(length));
        _code.Clear();
        _renderer.Render(document);
        return !_writer.IsFull;
    }

    private static long LimitOf(int length) => FreeCharacters + (MostGrowth * (long)length);

    private int StartOfOverflow(MarkdownDocument document, int length)
    {
        _writer.Clear(LimitOf(length));
        foreach (var block in document)
        {
            _renderer.Render(block);
            if (_writer.IsFull)
            {
                return block.Span.Start;
            }
        }

        return 0;
    }

    private void ReadInlines(MarkdownDocument document, string markdown, MarkdownFeatures features, MarkdownRequest request)
    {
        if (InlineAttributes.MayBeIn(markdown))
        {
            InlineAttributes.Read(document, withProperties: !_options.RemovesHtml);
        }

        if (features.HasFlag(MarkdownFeatures.Math))
        {
            MarkdownMath.Lift(document);
        }

        if (_options.Typographer)
        {
            MarkdownTypography.Set(document, QuoteMarks.ForLanguage(request.Language ?? _language));
        }
    }

    private static MarkdownFeatures FeaturesOf(string markdown, MarkdownRequest request) =>
        (BareLinks.MayBeIn(markdown) ? MarkdownFeatures.BareLinks : 0)
        | (request.HasMath ? MarkdownFeatures.Math : 0)
        | (request.Embeds != EmbedStyle.Off && EmbedShortcode.MayBeIn(markdown) ? MarkdownFeatures.Shortcodes : 0);

    private static MarkdownFeatures FeaturesOf(MarkdownOptions options) =>
        (options.Emoji ? MarkdownFeatures.Emoji : 0)
        | (options.Math ? MarkdownFeatures.Math : 0)
        | (options.HardBreaks ? MarkdownFeatures.HardBreaks : 0)
        | (options.RemovesHtml ? MarkdownFeatures.PreciseLocations | MarkdownFeatures.NamesOnly : 0);

    private static string? TakeHeading(MarkdownDocument document)
    {
        var first = document.FirstOrDefault(block => block is not LinkReferenceDefinitionGroup);
        if (first is not HeadingBlock { Level: 1, Inline: { } inline })
        {
            return null;
        }

        document.Remove(first);
        return InlineText.TextOf(inline).Trim();
    }
}
