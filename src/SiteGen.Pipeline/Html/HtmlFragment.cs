using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>A post's body as UTF-8 HTML, with holes where links to other sources and the sizes of pictures and translated words go.</summary>
internal sealed record HtmlFragment(ReadOnlyMemory<byte> Bytes, ImmutableArray<Placeholder> Holes)
{
    /// <summary>No body.</summary>
    public static readonly HtmlFragment Empty = new(default, []);

    /// <summary>Finds the relative addresses of a body.</summary>
    /// <param name="html">The body.</param>
    /// <param name="folder">The folder of its source, relative to the site.</param>
    /// <param name="basePath">The root's path on its host: addresses from the root are holes under a sub-path.</param>
    public static HtmlFragment Parse(ReadOnlyMemory<byte> html, string folder, string basePath)
    {
        var holes = ImmutableArray.CreateBuilder<Placeholder>();
        var tags = new HtmlTags(html.Span);
        while (tags.MoveNext())
        {
            if (tags.IsClosing || tags.Name.IsEmpty)
            {
                continue;
            }

            var attributes = tags.Attributes;
            while (attributes.MoveNext())
            {
                if (UrlAttributes.Holds(attributes.Name) && HoleOf(attributes, folder, basePath) is { } hole)
                {
                    holes.Add(hole);
                }
            }

            if (AlertTitle.At(html.Span, tags) is { } word)
            {
                holes.Add(word);
            }

            // A tag that the text ends in is none.
            if (tags.Is("img"u8) && html.Span[tags.End - 1] == '>')
            {
                AddPicture(tags.Attributes, folder, holes);
            }
        }

        return new HtmlFragment(html, holes.ToImmutable());
    }

    /// <summary>Writes the body with every hole filled; where nothing fills one, what is written there stays.</summary>
    /// <param name="output">Takes the body.</param>
    /// <param name="fill">Writes what goes into a hole; false, and nothing written, when nothing does.</param>
    public void Write(Utf8Buffer output, Func<Placeholder, Utf8Buffer, bool> fill)
    {
        var at = 0;
        foreach (var hole in Holes)
        {
            output.Write(Bytes.Span[at..hole.Start]);
            at = hole.Start + (fill(hole, output) ? hole.Length : 0);
        }

        output.Write(Bytes.Span[at..]);
    }

    private static LinkPlaceholder? HoleOf(HtmlAttributes attribute, string folder, string basePath)
    {
        // Most addresses from the root stay as they are, but for those that name a source.
        var isPlainlyRooted = attribute.Value is [(byte)'/', ..] && basePath == "/" && attribute.Value.IndexOf(".md"u8) < 0;
        return !isPlainlyRooted && RelativeLink.Parse(attribute.Value) is { } address && address.TargetFrom(folder) is { } target
            ? new LinkPlaceholder(attribute.ValueStart, attribute.Value.Length, target, address.Suffix, address.IsLiquid)
            : null;
    }

    private static void AddPicture(HtmlAttributes attributes, string folder, ImmutableArray<Placeholder>.Builder holes)
    {
        var missing = ImageAttributes.Size | ImageAttributes.Loading | ImageAttributes.Decoding;
        MediaAddress? picture = null;
        var end = attributes.End;
        while (attributes.MoveNext())
        {
            var name = attributes.Name;
            end = attributes.End;
            missing &= ~(Ascii.EqualsIgnoreCase(name, "width"u8) || Ascii.EqualsIgnoreCase(name, "height"u8) ? ImageAttributes.Size
                : Ascii.EqualsIgnoreCase(name, "loading"u8) ? ImageAttributes.Loading
                : Ascii.EqualsIgnoreCase(name, "decoding"u8) ? ImageAttributes.Decoding
                : ImageAttributes.None);
            if (Ascii.EqualsIgnoreCase(name, "src"u8) && picture is null && RelativeLink.Parse(attributes.Value) is { } address)
            {
                picture = new MediaAddress(address.Path, address.TargetFrom(folder));
            }
        }

        holes.Add(new ImagePlaceholder(end, picture, missing));
    }
}

/// <summary>The attributes whose value is an address (HTML Living Standard, "Attributes").</summary>
internal static class UrlAttributes
{
    /// <summary>Whether the attribute of this name holds an address.</summary>
    public static bool Holds(ReadOnlySpan<byte> name) => name.Length switch
    {
        3 => Ascii.EqualsIgnoreCase(name, "src"u8),
        4 => Ascii.EqualsIgnoreCase(name, "href"u8) || Ascii.EqualsIgnoreCase(name, "cite"u8) || Ascii.EqualsIgnoreCase(name, "data"u8),
        6 => Ascii.EqualsIgnoreCase(name, "poster"u8),
        _ => false,
    };
}
