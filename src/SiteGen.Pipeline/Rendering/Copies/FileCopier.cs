using SiteGen.Pipeline.Images.Metadata;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rendering.Pictures;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Theme;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Copies;

/// <summary>Gives the bytes of copied files and of versions of pictures. For one thread.</summary>
internal sealed class FileCopier(PageScope scope, ImageStore images)
{
    // A preview asks for large pictures too, which a build copies block by block.
    private const int MostBytes = 256 << 20;

    private readonly Utf8Buffer _stripped = new();

    /// <summary>The bytes of a copied file; false when it cannot be read. They are valid until the next call.</summary>
    public bool Copy(CopyRoute copy, Utf8Buffer buffer, out ReadOnlyMemory<byte> bytes)
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.File, copy.File.Id, 0));
        if (images.InPlaceOf(copy, buffer) is { } variant)
        {
            scope.Dependencies.Note(new DependencyKey(DependencyKind.Variant, copy.File.Id, 0));
            return Make(variant, buffer, out bytes);
        }

        var read = copy.File.Read(buffer, MostBytes, out var refusal);
        bytes = read.GetValueOrDefault();
        if (read is null)
        {
            scope.Diagnostics.Add(copy.File.Refused(refusal));
            return false;
        }

        bytes = ThemeStyle.IsFor(copy.File) ? WithChoices(copy.File, bytes, buffer) : WithoutMetadata(copy.File, bytes);
        return true;
    }

    /// <summary>The bytes of a version of a picture; false when it cannot be made.</summary>
    /// <remarks>Nothing is recorded: the URL of a version changes with everything that its bytes depend on.</remarks>
    public bool Make(VariantRoute variant, Utf8Buffer buffer, out ReadOnlyMemory<byte> bytes)
    {
        bytes = images.BytesOf(variant, buffer, out var problem);
        if (problem is not null)
        {
            scope.Diagnostics.Add(problem);
        }

        return problem is null;
    }

    private ReadOnlyMemory<byte> WithChoices(SourceFile file, ReadOnlyMemory<byte> bytes, Utf8Buffer buffer)
    {
        if (ThemeStyle.Create(scope.Options.Theme) is not { Length: > 0 } choices)
        {
            return bytes;
        }

        // The file is in the buffer already unless it is part of the program.
        if (file.FullPath is null)
        {
            buffer.Write(bytes.Span);
        }

        buffer.Write(choices);
        return buffer.WrittenMemory;
    }

    private ReadOnlyMemory<byte> WithoutMetadata(SourceFile file, ReadOnlyMemory<byte> bytes)
    {
        if (!MetadataStripper.IsFor(bytes.Span))
        {
            return bytes;
        }

        var picture = StrippedFile.Of(new MemoryBytes(bytes), file, scope.Options, out var problem);
        if (problem is not null)
        {
            scope.Diagnostics.Add(problem);
        }

        if (picture is null)
        {
            return bytes;
        }

        _stripped.Clear();
        while (picture.Read(_stripped.Length) is { IsEmpty: false } part)
        {
            _stripped.Write(part);
        }

        return _stripped.WrittenMemory;
    }
}
