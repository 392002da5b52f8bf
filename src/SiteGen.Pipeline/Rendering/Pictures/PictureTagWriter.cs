using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Pictures;

/// <summary>Writes the <c>picture</c> and <c>source</c> elements around an <c>img</c>, and its <c>srcset</c>.</summary>
/// <remarks>HTML Living Standard, "Images".</remarks>
internal static class PictureTagWriter
{
    /// <summary>Writes what comes before the element.</summary>
    public static void WriteStart(Utf8Buffer output, Picture picture)
    {
        output.Write("<picture"u8);
        if (picture.Color is { } color)
        {
            output.Write(" class=\""u8);
            output.Write(color.ClassNames);
            output.Write("\""u8);
        }

        output.Write(">"u8);
        foreach (var source in picture.Sources.AsSpan()[..^1])
        {
            output.Write("<source type=\""u8);
            output.Write(source.MediaType);
            output.Write("\""u8);
            WriteCandidates(output, source, picture.Sizes);
            output.Write(">"u8);
        }
    }

    /// <summary>Writes what comes after it.</summary>
    public static void WriteEnd(Utf8Buffer output) => output.Write("</picture>"u8);

    /// <summary>Writes the attributes of the element itself that name its files, except <c>src</c>.</summary>
    public static void WriteAttributes(Utf8Buffer output, Picture picture)
    {
        if (picture.Sources[^1] is { IsChoice: true } own)
        {
            WriteCandidates(output, own, picture.Sizes);
        }
    }

    private static void WriteCandidates(Utf8Buffer output, PictureSource source, string sizes)
    {
        output.Write(" srcset=\""u8);
        HtmlEscape.Write(output, source.SourceSet);
        output.Write("\""u8);
        if (source.IsChoice)
        {
            output.Write(" sizes=\""u8);
            HtmlEscape.Write(output, sizes);
            output.Write("\""u8);
        }
    }
}
