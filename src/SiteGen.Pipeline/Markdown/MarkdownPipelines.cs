using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;

namespace SiteGen.Pipeline.Markdown;

/// <summary>What a text may need of Markdig beyond the usual.</summary>
[Flags]
internal enum MarkdownFeatures
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Addresses that become links by themselves.</summary>
    BareLinks = 1,

    /// <summary>Emoji by their names.</summary>
    Emoji = 2,

    /// <summary>Formulas.</summary>
    Math = 4,

    /// <summary>Line ends that stay.</summary>
    HardBreaks = 8,

    /// <summary>Places of words, not of blocks alone.</summary>
    Places = 16,

    /// <summary>Other programs' spellings of embeds.</summary>
    Shortcodes = 32,

    /// <summary>Every feature.</summary>
    All = 63,
}

/// <summary>Markdig's pipelines, one for each combination of features.</summary>
/// <remarks>Building one costs more than converting a post, and it is frozen once built: each is built when first asked for, and shared.</remarks>
internal static class MarkdownPipelines
{
    private static readonly ImmutableArray<Lazy<MarkdownPipeline>> s_pipelines =
        [.. Enumerable.Range(0, (int)MarkdownFeatures.All + 1).Select(features => new Lazy<MarkdownPipeline>(() => Build((MarkdownFeatures)features)))];

    /// <summary>The pipeline with these features.</summary>
    public static MarkdownPipeline With(MarkdownFeatures features) => s_pipelines[(int)features].Value;

    private static MarkdownPipeline Build(MarkdownFeatures features)
    {
        var builder = new MarkdownPipelineBuilder();
        if (features.HasFlag(MarkdownFeatures.BareLinks))
        {
            builder.UseAutoLinks();
        }

        Extend(builder);
        if (features.HasFlag(MarkdownFeatures.Emoji))
        {
            // Names only: '8)' in a list is no face.
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

        return features.HasFlag(MarkdownFeatures.Places) ? builder.UsePreciseSourceLocation().Build() : builder.Build();
    }

    private static MarkdownPipelineBuilder Extend(MarkdownPipelineBuilder builder) => builder
        .UsePipeTables()
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
