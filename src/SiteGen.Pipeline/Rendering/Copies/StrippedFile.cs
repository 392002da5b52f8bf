using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Images.Metadata;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Copies;

/// <summary>What is published of a copied file.</summary>
internal static class StrippedFile
{
    /// <summary>The bytes to publish; null when those are the file's own.</summary>
    /// <param name="source">The file's bytes.</param>
    /// <param name="file">The file.</param>
    /// <param name="options">The options of the site.</param>
    /// <param name="problem">The problem to report; null when there is none.</param>
    public static PublishedBytes? Of(IByteSource source, SourceFile file, SiteOptions options, out Diagnostic? problem)
    {
        var picture = options.Images.Strip ? MetadataStripper.Strip(source, options.Images.KeepsCredit) : default;
        problem = picture.KeepsMetadata ? Diagnostic.InFile(RenderingMessages.MetadataKept(), file.Path) : null;
        return picture.IsChanged ? new PublishedBytes(source, picture.Parts) : null;
    }
}
