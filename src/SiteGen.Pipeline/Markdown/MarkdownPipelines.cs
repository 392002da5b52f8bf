using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using SiteGen.Pipeline.Markdown.Attributes;
using SiteGen.Pipeline.Markdown.Embeds;
using SiteGen.Pipeline.Markdown.Math;
using SiteGen.Pipeline.Markdown.Tables;

namespace SiteGen.Pipeline.Markdown;

/// <summary>The parser features that only some texts need.</summary>
[Flags]
internal enum MarkdownFeatures
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Bare URLs become links.</summary>
    BareLinks = 1,

    /// <summary>Emoji by name.</summary>
    Emoji = 2,

    /// <summary>Formulas.</summary>
    Math = 4,

    /// <summary>Line breaks are kept.</summary>
    HardBreaks = 8,

    /// <summary>Source locations of inlines, not only of blocks.</summary>
    PreciseLocations = 16,

    /// <summary>Embed shortcodes of other generators.</summary>
    Shortcodes = 32,

    /// <summary>Attributes name elements and set nothing else, as in texts of strangers.</summary>
    NamesOnly = 64,

    /// <summary>Every feature.</summary>
    All = 127,
}

/// <summary>Markdig's pipelines, one for each combination of features.</summary>
/// <remarks>Building a pipeline costs more than converting a post; each is built on first use, and shared since it is immutable.</remarks>
internal static class MarkdownPipelines
{
    private static readonly ImmutableArray<Lazy<MarkdownPipeline>> s_pipelines =
    [
        .. Enumerable.Range(0, (int)MarkdownFeatures.All + 1)
            .Select(features => new Lazy<MarkdownPipeline>(() => Build((MarkdownFeatures)features))),
    ];

    /// <summary>The pipeline with these features.</summary>
    public static MarkdownPipeline With(MarkdownFeatures features) => s_pipelines[(int)features].Value;

    private static MarkdownPipeline Build(MarkdownFeatures features)
    {
        var builder = new MarkdownPipelineBuilder();
        if (features.HasFlag(MarkdownFeatures.BareLinks))
        {
            builder.UseAutoLinks();
        }

        // Texts of strangers may name elements, for links and the theme; other attributes could do harm.
        builder.Extensions.Add(new BlockAttributes(withProperties: !features.HasFlag(MarkdownFeatures.NamesOnly)));
        builder.Extensions.Add(new HeadingIds());
        builder.Extensions.Add(new GfmTables());
        Extend(builder);
        if (features.HasFlag(MarkdownFeatures.Emoji))
        {
            // Names only: '8)' in a list is not a smiley.
            builder.UseEmojiAndSmiley(enableSmileys: false);
        }

        if (features.HasFlag(MarkdownFeatures.Math))
        {
            builder.UseFormulas();
        }

        if (features.HasFlag(MarkdownFeatures.HardBreaks))
        {
            builder.UseSoftlineBreakAsHardlineBreak();
        }

        if (features.HasFlag(MarkdownFeatures.Shortcodes))
        {
            builder.BlockParsers.Insert(0, MarkdownEmbeds.Shortcodes());
        }

        builder.Extensions.Add(new BoundedParsers());
        return features.HasFlag(MarkdownFeatures.PreciseLocations) ? builder.UsePreciseSourceLocation().Build() : builder.Build();
    }

    private static MarkdownPipelineBuilder Extend(MarkdownPipelineBuilder builder) => builder
        .UsePipeTables(new PipeTableOptions { UseHeaderForColumnCount = true })
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseTaskLists()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseAbbreviations()
        .UseAlertBlocks(WriteAlertTitle)
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub);

    private static void WriteAlertTitle(HtmlRenderer renderer, Markdig.Helpers.StringSlice kind)
    {
        var name = kind.AsSpan();
        renderer.Write("<p class=\"markdown-alert-title\">");
        renderer.Write(char.ToUpperInvariant(name[0]));
        renderer.WriteEscape(name[1..].ToString().ToLowerInvariant());
        renderer.WriteLine("</p>");
    }
}
