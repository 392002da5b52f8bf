using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Pipeline.Markdown.Attributes;

/// <summary>Keeps the ids of headings apart from those of the theme and from those that authors give.</summary>
internal sealed partial class HeadingIds : IMarkdownExtension
{
    // The key under which the package's auto identifiers keep the ids of a document; a test fails when it changes.
    private const string Key = "AutoIdentifier";

    private const int FewIds = 50;

    private static readonly object s_numbers = new();

    /// <summary>The ids of the built-in theme; beside them <c>comment-</c> and a number.</summary>
    public static readonly FrozenSet<string> OfTheme =
        new[] { "comments-title", "main", "pingbacks-title", "related" }.ToFrozenSet(StringComparer.Ordinal);

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

        heading.ProcessInlinesEnd += Number;
        if (processor.Document.GetData(Key) is not HashSet<string> taken)
        {
            taken = new HashSet<string>(OfTheme, StringComparer.Ordinal);
            processor.Document.SetData(Key, taken);
        }

        if (heading.TryGetAttributes()?.Id is { } given)
        {
            heading.GetAttributes().Id = Unique(given, taken, NumbersOf(processor.Document));
        }
        else if (heading.Lines.Count > 0 && heading.Lines.Lines[0].Slice.AsSpan().StartsWith("comment", StringComparison.OrdinalIgnoreCase)
            && CommentNumber().Match(heading.Lines.ToString()) is { Success: true } match)
        {
            taken.Add($"comment-{match.Groups[1].Value}");
        }
    }

    // The package starts at number 1 for each repeated heading, which is quadratic; with many headings we continue counting.
    private static void Number(InlineProcessor processor, Inline? inline)
    {
        if (processor.Block is not HeadingBlock { Inline: { } text } heading
            || heading.TryGetAttributes()?.Id is not null
            || processor.Document.GetData(Key) is not HashSet<string> { Count: > FewIds } taken)
        {
            return;
        }

        using var writer = new StringWriter();
        new HtmlRenderer(writer) { EnableHtmlForInline = false, EnableHtmlEscape = false }.Render(text);
        var id = LinkHelper.UrilizeAsGfm(writer.ToString());
        heading.GetAttributes().Id = Unique(id.Length == 0 ? "section" : id, taken, NumbersOf(processor.Document), mayBeComment: true);
    }

    // The last number used for each repeated heading text.
    private static Dictionary<string, int> NumbersOf(MarkdownDocument document)
    {
        if (document.GetData(s_numbers) is not Dictionary<string, int> numbers)
        {
            numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            document.SetData(s_numbers, numbers);
        }

        return numbers;
    }

    private static string Unique(string id, HashSet<string> taken, Dictionary<string, int> numbers, bool mayBeComment = false)
    {
        var (unique, number) = (id, numbers.GetValueOrDefault(id));
        if (number > 0 || (!mayBeComment && CommentId().IsMatch(unique)) || !taken.Add(unique))
        {
            do
            {
                number++;
                unique = FormattableString.Invariant($"{id}-{number}");
            }
            while ((!mayBeComment && CommentId().IsMatch(unique)) || !taken.Add(unique));

            numbers[id] = number;
        }

        return unique;
    }

    [GeneratedRegex("^comment[ -]([0-9]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CommentNumber();

    [GeneratedRegex("^comment-[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex CommentId();
}
