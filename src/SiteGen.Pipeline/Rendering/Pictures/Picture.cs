using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Images;

namespace SiteGen.Pipeline.Rendering.Pictures;

/// <summary>The files of one format.</summary>
/// <param name="Variants">The files, in ascending order of their widths.</param>
/// <param name="UrlOf">Gives the link to a file, which is made because a page asks for it.</param>
internal sealed record PictureSource(ImmutableArray<ImageVariant> Variants, Func<ImageVariant, string> UrlOf)
{
    /// <summary>The format.</summary>
    public string MediaType => RasterFormats.MediaTypeOf(Variants[0].Format);

    /// <summary>Whether there is more than one file.</summary>
    public bool IsChoice => Variants.Length > 1;

    /// <summary>The files as the attribute <c>srcset</c> names them (HTML Living Standard, "Images").</summary>
    public string SourceSet => IsChoice
        ? string.Join(", ", Variants.Select(file => string.Create(CultureInfo.InvariantCulture, $"{UrlOf(file)} {file.Width}w")))
        : UrlOf(Variants[0]);
}

/// <summary>A picture as a page offers it: several files, of which a browser takes one.</summary>
/// <param name="Sources">The files by their formats; the last format is for browsers that know no other.</param>
/// <param name="Main">The file for browsers that do not choose, of the last format.</param>
/// <param name="Size">The size that the page keeps free, in CSS pixels.</param>
/// <param name="Sizes">How wide the page shows it.</param>
/// <param name="Color">Its average colour; null when parts of it are transparent, or when the site wants none.</param>
internal sealed record Picture(
    ImmutableArray<PictureSource> Sources, ImageVariant Main, ImageSize Size, string Sizes, AverageColor? Color)
{
    /// <summary>The link to the main file.</summary>
    public string Url => Sources[^1].UrlOf(Main);
}
