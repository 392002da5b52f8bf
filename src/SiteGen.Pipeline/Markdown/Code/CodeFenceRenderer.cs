using System.Collections.Immutable;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using SiteGen.Pipeline.Html;

namespace SiteGen.Pipeline.Markdown.Code;

/// <summary>Writes blocks of code as the package does, and notes where those are that have something behind their fence.</summary>
internal sealed class CodeFenceRenderer(CharWriter writer) : CodeBlockRenderer
{
    private readonly List<WrittenFence> _fences = [];

    /// <summary>The blocks noted since the last <see cref="Clear"/>, in the order of the text.</summary>
    public IReadOnlyList<WrittenFence> Fences => _fences;

    /// <summary>Forgets the blocks noted before.</summary>
    public void Clear() => _fences.Clear();

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        renderer.EnsureLine();
        var start = writer.Length;
        base.Write(renderer, block);
        if (block is FencedCodeBlock { Info.Length: > 0 } fenced && !writer.IsFull)
        {
            _fences.Add(new WrittenFence(start, writer.Length, fenced));
        }
    }

    /// <summary>The blocks as placeholders in the encoded text.</summary>
    /// <param name="bytes">The length of the whole text in bytes.</param>
    /// <param name="folder">The folder of the text, from which files are named.</param>
    public ImmutableArray<FoundFence> In(int bytes, string folder)
    {
        var isAscii = bytes == writer.Length;
        var found = ImmutableArray.CreateBuilder<FoundFence>(_fences.Count);
        var (chars, at) = (0, 0);
        foreach (var (start, end, block) in _fences)
        {
            at += isAscii ? start - chars : writer.Encoding.GetByteCount(writer.Written[chars..start]);
            var length = isAscii ? end - start : writer.Encoding.GetByteCount(writer.Written[start..end]);
            var (info, arguments) = (block.Info ?? "", block.Arguments ?? "");
            var fence = FenceReader.Read(info, arguments, folder);
            found.Add(new FoundFence(new CodePlaceholder(at, length, fence, $"{info} {arguments}"), block.Span.Start));
            (chars, at) = (end, at + length);
        }

        return found.ToImmutable();
    }

    /// <summary>A block that was written.</summary>
    /// <param name="Start">Where it starts, in characters.</param>
    /// <param name="End">Where it ends.</param>
    /// <param name="Block">The block.</param>
    internal readonly record struct WrittenFence(int Start, int End, FencedCodeBlock Block);
}
