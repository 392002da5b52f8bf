using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Records;
using SiteGen.Pipeline.Rules.Silencing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing.Keeping;

/// <summary>What one file was parsed to, as bytes for a later build: posts, pages, and the sizes of images.</summary>
/// <param name="Content">Fingerprint of the file's bytes; the default for an image of which only the start was read.</param>
/// <param name="Language">The language in the file's name.</param>
/// <param name="Post">The post; null when its front matter could not be read.</param>
/// <param name="Image">The size of an image.</param>
/// <param name="Raster">What else is known of it.</param>
/// <param name="Diagnostics">The problems found.</param>
/// <param name="Suppressions">The comments in it that silence rules.</param>
internal readonly record struct SourceRecord(
    Fingerprint Content,
    string? Language,
    PostRecord? Post,
    ImageSize? Image,
    RasterImage? Raster,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<Suppression> Suppressions)
{
    /// <summary>Whether a record is of a file with this content, whose name means the same language.</summary>
    public static bool IsOf(ReadOnlyMemory<byte> record, SourceFile file, Fingerprint content)
    {
        var reader = new RecordReader(record);
        return reader.Fingerprint() == content && reader.Text() == file.Language;
    }

    /// <summary>The record of an image.</summary>
    public static SourceRecord Of(ParsedSource image) => new(
        image.File.Raster?.Content ?? default,
        image.File.Language,
        null,
        image.File.ImageSize,
        image.File.Raster,
        image.Diagnostics,
        image.Suppressions);

    /// <summary>The record as bytes, which are valid until the next write.</summary>
    public ReadOnlyMemory<byte> ToBytes(RecordWriter writer)
    {
        writer.Clear();
        writer.Fingerprint(Content);
        writer.Text(Language);
        writer.Flag(Post is not null);
        Post?.Write(writer);
        writer.Flag(Image is not null);
        if (Image is { } size)
        {
            writer.Number(size.Width);
            writer.Number(size.Height);
            writer.Number((int)(Raster?.Format ?? 0));
            writer.Flag(Raster?.IsStill == true);
            writer.Flag(Raster is not null && Raster.Size != size);
        }

        DiagnosticRecord.Write(writer, Diagnostics);
        writer.List(Suppressions, WriteSuppression);
        return writer.Written;
    }

    /// <summary>Reads the record of a file.</summary>
    /// <param name="record">The record.</param>
    /// <param name="file">The file.</param>
    /// <param name="names">Names that other records have as well.</param>
    public static SourceRecord Read(ReadOnlyMemory<byte> record, SourceFile file, RecordNames names)
    {
        var reader = new RecordReader(record, names);
        var (content, language) = (reader.Fingerprint(), reader.Text());
        PostRecord? post = reader.Flag() ? PostRecord.Read(ref reader, file) : null;
        ImageSize? image = reader.Flag() ? new ImageSize(reader.Count(), reader.Count()) : null;
        var raster = image is { } size ? ReadRaster(ref reader, content, size) : null;
        var problems = DiagnosticRecord.ReadAll(ref reader);
        return new SourceRecord(content, language, post, image, raster, problems, reader.List(ReadSuppression));
    }

    /// <summary>The terms of the post in a record, without copying them; empty when there is none.</summary>
    public static ReadOnlyMemory<byte> TermsIn(ReadOnlyMemory<byte> record)
    {
        var reader = new RecordReader(record);
        reader.Fingerprint();
        reader.Text();
        return reader.Flag() ? PostRecord.ReadTerms(ref reader) : default;
    }

    private static void WriteSuppression(RecordWriter writer, Suppression suppression)
    {
        writer.Text(suppression.RuleName);
        writer.Number(suppression.Line);
        writer.Position(suppression.Start);
    }

    private static Suppression ReadSuppression(ref RecordReader reader) => new(reader.TextOrEmpty(), reader.Count(), reader.Position());

    private static RasterImage? ReadRaster(ref RecordReader reader, Fingerprint content, ImageSize size)
    {
        var (format, isStill, isTurned) = ((RasterFormat)reader.Count(), reader.Flag(), reader.Flag());
        return format == 0 ? null : new RasterImage(content, format, isTurned ? size.Turned : size, isStill);
    }
}
