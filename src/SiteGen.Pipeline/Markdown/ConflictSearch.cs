using System.Text;
using Markdig.Syntax;
using SiteGen.Text;

namespace SiteGen.Pipeline.Markdown;

/// <summary>Finds a merge conflict in a text, but not in code, where posts about git show one.</summary>
internal static class ConflictSearch
{
    /// <summary>The offset of the first mark in characters; negative if there is none outside of code.</summary>
    public static int Find(MarkdownDocument document, string markdown)
    {
        // Marks stand at the start of a line, where no list or quotation can hold code.
        var blocks = document.Where(block => block is CodeBlock or HtmlBlock).ToArray();
        var utf8 = Encoding.UTF8.GetBytes(markdown);
        for (var at = MergeConflict.Find(utf8, 0); at >= 0; at = MergeConflict.Find(utf8, at + 1))
        {
            var offset = Encoding.UTF8.GetCharCount(utf8.AsSpan(0, at));
            if (!Array.Exists(blocks, block => block.Span.Start <= offset && offset <= block.Span.End && IsCode(block, markdown, offset)))
            {
                return offset;
            }
        }

        return -1;
    }

    private static bool IsCode(Block block, string markdown, int offset) =>
        block is CodeBlock
        || block is HtmlBlock { Type: HtmlBlockType.ScriptPreOrStyle }
        || MergeConflict.FindInHtml(Encoding.UTF8.GetBytes(markdown[block.Span.Start..(offset + MergeConflict.Mark.Length)]), 0) < 0;
}
