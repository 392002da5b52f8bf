using System.Collections.Immutable;
using SiteGen.Pipeline.Highlighting;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Writes the blocks of code of posts: coloured on pages, plain in feeds.</summary>
internal sealed class CodePlaceholders(PageScope scope)
{
    private readonly Utf8Buffer _buffer = new();
    private CodeWriter? _writer;

    /// <summary>Writes a block; false to keep what is there.</summary>
    /// <param name="placeholder">The block.</param>
    /// <param name="written">Its element as Markdown made it.</param>
    /// <param name="isFeed">Whether it is for a feed.</param>
    /// <param name="output">The destination.</param>
    public bool Fill(CodePlaceholder placeholder, ReadOnlySpan<byte> written, bool isFeed, Utf8Buffer output)
    {
        var fence = placeholder.Fence;
        var file = fence.File is { } from ? Read(from, placeholder.IfMissing) : null;
        if (isFeed)
        {
            if (file is not null)
            {
                CodeWriter.WritePlain(written, file, output);
            }

            return file is not null;
        }

        scope.Dependencies.Note(new DependencyKey(DependencyKind.Languages, 0, 0));
        var isKnown = scope.Grammars.Find(fence.Language) is not null;
        if (!isKnown && fence.File is null && placeholder.IfMissing is { } unknown)
        {
            scope.Diagnostics.Add(unknown);
        }

        if (fence.IsBare && (!isKnown || fence.IsPlain))
        {
            return false;
        }

        _writer ??= new CodeWriter(scope.Grammars);
        _writer.Write(written, fence, file, fence.Wraps ?? scope.Options.Code.Wraps, output);
        return true;
    }

    // Null, and reported, when the site has no such file or the file has no such lines.
    private byte[]? Read(CodeFile code, Diagnostic? ifMissing)
    {
        if (Find(code.Address) is not { } file)
        {
            Report(ifMissing, null);
            return null;
        }

        scope.Dependencies.Note(new DependencyKey(DependencyKind.File, file.Id, 0));
        if (file.Read(_buffer, out var refusal) is not { } bytes)
        {
            scope.Diagnostics.Add(file.Refused(refusal));
            return null;
        }

        var text = SourceEncoding.Decode(file.Path, bytes, ImmutableArray.CreateBuilder<Diagnostic>());
        if (CodeExcerpt.From(text, code) is { Length: > 0 } lines)
        {
            return lines;
        }

        Report(ifMissing, CodeMessages.NoSuchLines(code.Marker));
        return null;
    }

    private void Report(Diagnostic? problem, string? message)
    {
        if (problem is not null)
        {
            scope.Diagnostics.Add(message is null ? problem : problem with { Message = message });
        }
    }

    private SourceFile? Find(MediaAddress address)
    {
        var target = address.Target ?? address.Written;
        scope.Dependencies.Target(target);
        return scope.Routes.CopyOf(target)?.File;
    }
}
