using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace SiteGen.Pipeline.Markdown.Attributes;

/// <summary>Reads attributes at the end of headings, and on a line of their own beside a block.</summary>
/// <param name="withProperties">Whether an element gets more than its id and its classes.</param>
internal sealed class BlockAttributes(bool withProperties) : IMarkdownExtension
{
    private static readonly object s_key = new();

    /// <summary>Gives the attributes of lines that stand alone to the block above or below them, and removes these lines.</summary>
    /// <returns>Whether the block at this index was such a line and is gone.</returns>
    public static bool Attach(ContainerBlock container, int index)
    {
        if (container[index] is not ParagraphBlock paragraph || paragraph.GetData(s_key) is not Pending pending)
        {
            return false;
        }

        var neighbour = index > 0 && LastLineOf(container[index - 1]) + 1 >= paragraph.Line ? container[index - 1]
            : index + 1 < container.Count && container[index + 1].Line == paragraph.Line + 1 ? container[index + 1]
            : null;
        if (neighbour is null)
        {
            return false;
        }

        pending.List.ApplyTo(neighbour, pending.WithProperties);
        container.RemoveAt(index);
        return true;
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (pipeline.BlockParsers.FindExact<HeadingBlockParser>() is { } headings)
        {
            headings.Closed += ReadBlock;
        }

        if (pipeline.BlockParsers.FindExact<ParagraphBlockParser>() is { } paragraphs)
        {
            paragraphs.Closed += ReadBlock;
        }
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static int LastLineOf(Block block)
    {
        while (block is ContainerBlock { LastChild: { } last })
        {
            block = last;
        }

        return block is FencedCodeBlock fenced ? fenced.Line + fenced.Lines.Count + 1
            : block is LeafBlock { Lines.Count: > 0 } leaf ? leaf.Line + leaf.Lines.Count - 1
            : block.Line;
    }

    private void ReadBlock(BlockProcessor processor, Block block)
    {
        switch (block)
        {
            case HeadingBlock { Lines.Count: > 0 } heading:
                ReadHeading(heading);
                break;
            case ParagraphBlock { Lines.Count: > 0 } paragraph:
                ReadParagraph(paragraph);
                break;
        }
    }

    private void ReadHeading(HeadingBlock heading)
    {
        ref var slice = ref heading.Lines.Lines[heading.Lines.Count - 1].Slice;
        var text = slice.AsSpan().TrimEnd();
        if (text is not [.., '}'])
        {
            return;
        }

        // A blank in front and one brace only: not the end of a path or of a template's expression.
        var open = text.LastIndexOf('{');
        if (open > 0 && text[open - 1] == ' ' && AttributeList.Parse(text[open..]) is { } list && (list.HasColon || list.HasOnlyNames))
        {
            list.ApplyTo(heading, withProperties);
            slice.End = slice.Start + text[..open].TrimEnd().Length - 1;
        }
    }

    private void ReadParagraph(ParagraphBlock paragraph)
    {
        if (ContentsMark.IsIn(paragraph))
        {
            ContentsMark.Take(paragraph);
            return;
        }

        ref var lines = ref paragraph.Lines;
        if (lines.Count > 1 && ListIn(lines.Lines[0].Slice) is { HasColon: true } above)
        {
            above.ApplyTo(paragraph, withProperties);
            lines.RemoveAt(0);
            paragraph.Line++;
        }

        if (ListIn(lines.Lines[lines.Count - 1].Slice) is not { } list)
        {
            return;
        }

        if (lines.Count == 1)
        {
            paragraph.SetData(s_key, new Pending(list, withProperties));
            return;
        }

        list.ApplyTo(OwnerOf(paragraph, lines.Lines[lines.Count - 1].Slice), withProperties);
        lines.RemoveAt(lines.Count - 1);
    }

    // A line that is not indented is of the whole list or quotation that the paragraph is in, although CommonMark continues the
    // paragraph with it. A paragraph in a list may have no element of its own.
    private static Block OwnerOf(ParagraphBlock paragraph, StringSlice line)
    {
        Block owner = paragraph.Parent is ListItemBlock item ? item : paragraph;
        if (line.Start == 0 || line.Text[line.Start - 1] == '\n')
        {
            while (owner.Parent is { } parent and not MarkdownDocument)
            {
                owner = parent;
            }
        }

        return owner;
    }

    private static AttributeList? ListIn(StringSlice line)
    {
        var text = line.AsSpan().Trim();
        return text is ['{', .., '}'] && AttributeList.Parse(text) is { } list && (list.HasColon || list.HasOnlyNames) ? list : null;
    }

    /// <summary>The attributes of a line that stands alone.</summary>
    private sealed record Pending(AttributeList List, bool WithProperties);
}
