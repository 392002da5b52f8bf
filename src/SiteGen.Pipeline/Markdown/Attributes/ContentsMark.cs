using Markdig.Syntax;

namespace SiteGen.Pipeline.Markdown.Attributes;

/// <summary>The mark by which a text asks for its table of contents, as other programs write it.</summary>
/// <remarks>
/// <c>{:toc}</c> behind a list that stands for the table (kramdown, "Automatic Table of Contents generation"), or <c>[TOC]</c>,
/// <c>[[TOC]]</c> and <c>[[_TOC_]]</c> alone in a paragraph (Python-Markdown, wikis). The theme shows the table at a place of its own.
/// </remarks>
internal static class ContentsMark
{
    private static readonly object s_key = new();

    /// <summary>Whether a paragraph is such a mark, or the only item of a list that ends with one.</summary>
    public static bool IsIn(ParagraphBlock paragraph)
    {
        var last = paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice.AsSpan().Trim();
        if (last is not ([.., ']'] or [.., '}']))
        {
            return false;
        }

        var isAlone = paragraph.Lines.Count == 1;
        if (paragraph.Parent is ListItemBlock { Parent: ListBlock { Count: 1 } })
        {
            return last is "{:toc}" or "{: toc}" || last.EndsWith(" {:toc}");
        }

        return isAlone && (last is "{:toc}" or "{: toc}"
            || (last[0] == '[' && last.Trim("[_]").Equals("toc", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Notes that the document asks for the table, and marks the block that stands for it.</summary>
    public static void Take(ParagraphBlock paragraph)
    {
        Block owner = paragraph.Parent is ListItemBlock { Parent: { } list } ? list : paragraph;
        owner.SetData(s_key, true);
        var root = owner;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        root.SetData(s_key, true);
    }

    /// <summary>Whether a block stands for the table of contents, or a document asks for it.</summary>
    public static bool IsOn(Block block) => block.GetData(s_key) is not null;
}
