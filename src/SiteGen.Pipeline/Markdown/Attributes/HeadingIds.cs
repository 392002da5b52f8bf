using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace SiteGen.Pipeline.Markdown.Attributes;

/// <summary>Keeps the ids of headings apart from those of the theme and from those that authors give.</summary>
internal sealed partial class HeadingIds : IMarkdownExtension
{
    // The key under which the package's auto identifiers keep the ids of a document; a test fails when it changes.
    private const string Key = "AutoIdentifier";

    /// <summary>The ids of the built-in theme; beside them <c>comment-</c> and a number.</summary>
    public static readonly FrozenSet<string> OfTheme =
        new[] { "comments-title", "main", "pingbacks-title", "related", "toc-title" }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (pipeline.BlockParsers.FindExact<HeadingBlockParser>() is { } headings)
        {
            headings.Closed += Reserve;
        }

        if (pipeline.BlockParsers.FindExact<ParagraphBlockParser>() is { } paragraphs)
        {
            paragraphs.Closed += Reserve;
        }
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static void Reserve(BlockProcessor processor, Block block)
    {
        if (block is not HeadingBlock heading)
        {
            return;
        }

        if (processor.Document.GetData(Key) is not HashSet<string> taken)
        {
            taken = new HashSet<string>(OfTheme, StringComparer.Ordinal);
            processor.Document.SetData(Key, taken);
        }

        if (heading.TryGetAttributes()?.Id is { } given)
        {
            heading.GetAttributes().Id = Unique(given, taken);
        }
        else if (heading.Lines.Count > 0 && heading.Lines.Lines[0].Slice.AsSpan().StartsWith("comment", StringComparison.OrdinalIgnoreCase)
            && CommentNumber().Match(heading.Lines.ToString()) is { Success: true } match)
        {
            taken.Add($"comment-{match.Groups[1].Value}");
        }
    }

    private static string Unique(string id, HashSet<string> taken)
    {
        var unique = id;
        for (var i = 1; CommentId().IsMatch(unique) || !taken.Add(unique); i++)
        {
            unique = FormattableString.Invariant($"{id}-{i}");
        }

        return unique;
    }

    [GeneratedRegex("^comment[ -]([0-9]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CommentNumber();

    [GeneratedRegex("^comment-[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex CommentId();
}
