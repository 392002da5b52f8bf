using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace SiteGen.Pipeline.Markdown;

/// <summary>Keeps parsers of the package from reading on to the end of a paragraph again and again.</summary>
/// <remarks>What they find is the same; a paragraph of 300 kB that opens something 20,000 times took half a minute.</remarks>
internal sealed class BoundedParsers : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Replace<AutolinkInlineParser>(new Html());
        pipeline.InlineParsers.Replace<LinkInlineParser>(new Links());
        pipeline.InlineParsers.Replace<AutoLinkParser>(new BareAddresses(new AutoLinkOptions()));
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Remembers from where on a text has no such end.</summary>
    private sealed class Ends
    {
        private readonly Dictionary<string, int> _noneFrom = new(StringComparer.Ordinal);
        private string? _text;
        private int _end;

        /// <summary>Whether a mark follows in the slice.</summary>
        public bool Has(in StringSlice slice, string mark)
        {
            if (!ReferenceEquals(_text, slice.Text) || _end != slice.End)
            {
                _noneFrom.Clear();
                (_text, _end) = (slice.Text, slice.End);
            }

            if (_noneFrom.TryGetValue(mark, out var from) && slice.Start >= from)
            {
                return false;
            }

            var isThere = slice.AsSpan().Contains(mark, StringComparison.Ordinal);
            if (!isThere)
            {
                _noneFrom[mark] = slice.Start;
            }

            return isThere;
        }

        public static Ends Of(InlineProcessor processor, int index) =>
            processor.ParserStates[index] as Ends ?? (Ends)(processor.ParserStates[index] = new Ends());
    }

    /// <summary>Comments, declarations and instructions that never end.</summary>
    private sealed class Html : AutolinkInlineParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
            (EndOf(slice) is not { } end || Ends.Of(processor, Index).Has(slice, end)) && base.Match(processor, ref slice);

        private static string? EndOf(in StringSlice slice) => slice.PeekChar() switch
        {
            '?' => "?>",
            '!' when slice.PeekChar(2) == '-' => "-->",
            '!' when slice.PeekChar(2) == '[' => "]]>",
            '!' => ">",
            _ => null,
        };
    }

    /// <summary>Targets of links that never end, or have more parentheses than an address may have.</summary>
    private sealed class Links : LinkInlineParser
    {
        // As in the reference implementation of CommonMark.
        private const int MostParentheses = 32;

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.CurrentChar != ']' || slice.PeekChar() != '(' || MayBeTarget(processor, slice))
            {
                return base.Match(processor, ref slice);
            }

            // The text in brackets may still name a definition.
            var cut = new StringSlice(slice.Text, slice.Start, slice.Start + 1);
            var isMatch = base.Match(processor, ref cut);
            slice.Start = cut.Start;
            return isMatch;
        }

        private bool MayBeTarget(InlineProcessor processor, in StringSlice slice)
        {
            if (!Ends.Of(processor, Index).Has(slice, ")"))
            {
                return false;
            }

            var target = slice.AsSpan()[2..].TrimStart(" \t\n");
            var depth = 1;
            for (var i = 0; i < target.Length && target[0] != '<' && target[i] > ' '; i++)
            {
                i += target[i] == '\\' ? 1 : 0;
                depth += i >= target.Length ? 0 : target[i] == '(' ? 1 : target[i] == ')' ? -1 : 0;
                if (depth == 0 || depth > MostParentheses)
                {
                    return depth == 0;
                }
            }

            return true;
        }
    }

    /// <summary>Bare addresses in a paragraph that has thousands of them.</summary>
    private sealed class BareAddresses(AutoLinkOptions options) : AutoLinkParser(options)
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            // The package looks through all that stands before for an element 'a'; up to the last address, it has done so.
            if (processor.Inline is DelimiterInline || processor.Inline is not { Parent: { } parent, PreviousSibling: not null } before)
            {
                return base.Match(processor, ref slice);
            }

            var closed = LastElement(processor, before);
            if (closed == false)
            {
                return false;
            }

            // Inside of open emphasis the package looks on behind its mark, unless an end of 'a' stands before.
            processor.Inline = parent.Parent is null ? null : closed is null ? parent : before;
            var isMatch = base.Match(processor, ref slice);
            processor.Inline = isMatch ? processor.Inline : before;
            return isMatch;
        }

        // Whether the last tag of an element 'a' beside this inline closes one; null when there is none.
        private bool? LastElement(InlineProcessor processor, Inline before)
        {
            var seen = processor.ParserStates[Index] as Seen;
            bool? closed = null;
            for (var inline = before; inline is not null && closed is null; inline = inline.PreviousSibling)
            {
                if (seen is not null && inline == seen.Last)
                {
                    closed = seen.Closed;
                    break;
                }

                closed = (inline as HtmlInline)?.Tag is not { } tag ? null
                    : tag.StartsWith("</a", StringComparison.OrdinalIgnoreCase) ? true
                    : tag.StartsWith("<a", StringComparison.OrdinalIgnoreCase) ? false
                    : null;
            }

            processor.ParserStates[Index] = new Seen(before, closed);
            return closed;
        }

        private sealed record Seen(Inline Last, bool? Closed);
    }
}
