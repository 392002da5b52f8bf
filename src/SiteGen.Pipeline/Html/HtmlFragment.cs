using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>Writes the value of a placeholder; returns false, without writing, when it has none.</summary>
/// <param name="placeholder">The placeholder.</param>
/// <param name="written">The text that it replaces.</param>
/// <param name="output">The destination.</param>
internal delegate bool PlaceholderFill(Placeholder placeholder, ReadOnlySpan<byte> written, Utf8Buffer output);

/// <summary>A post's body as UTF-8 HTML, with placeholders for links to sources, image attributes and translated words.</summary>
[DebuggerDisplay("{Bytes.Length} bytes, {Placeholders.Length} placeholders")]
internal sealed record HtmlFragment(ReadOnlyMemory<byte> Bytes, ImmutableArray<Placeholder> Placeholders)
{
    /// <summary>No body.</summary>
    public static readonly HtmlFragment Empty = new(default, []);

    /// <summary>Finds the placeholders of a body.</summary>
    /// <param name="html">The body.</param>
    /// <param name="folder">The folder of its source, relative to the site.</param>
    /// <param name="basePath">The path of the root on its host: under a sub-path, links from the root are placeholders.</param>
    public static HtmlFragment Parse(ReadOnlyMemory<byte> html, string folder, string basePath)
    {
        var placeholders = ImmutableArray.CreateBuilder<Placeholder>(0);
        var tags = new HtmlTags(html.Span);
        var isInPicture = false;
        while (tags.MoveNext())
        {
            isInPicture = tags.Is("picture"u8) ? !tags.IsClosing : isInPicture;
            if (tags.IsClosing || tags.Name.IsEmpty)
            {
                continue;
            }

            // A tag cut off by the end of the text is not a tag.
            if (tags.Is("img"u8) && html.Span[tags.End - 1] == '>')
            {
                placeholders.Add(ImageOf(tags, folder, basePath, isInPicture));
                continue;
            }

            var attributes = tags.Attributes;
            while (attributes.MoveNext())
            {
                if (UrlAttributes.Holds(attributes.Name) && PlaceholderOf(attributes, folder, basePath) is { } placeholder)
                {
                    placeholders.Add(placeholder);
                }
            }

            if (AlertTitle.At(html.Span, tags) is { } word)
            {
                placeholders.Add(word);
            }
        }

        return new HtmlFragment(html, placeholders.ToImmutable());
    }

    /// <summary>Writes the body with its placeholders filled; an unfilled one keeps its original text.</summary>
    /// <param name="output">The destination.</param>
    /// <param name="fill">Writes the value of a placeholder.</param>
    public void Write(Utf8Buffer output, PlaceholderFill fill)
    {
        var at = 0;
        foreach (var placeholder in Placeholders)
        {
            output.Write(Bytes.Span[at..placeholder.Start]);
            var written = Bytes.Span.Slice(placeholder.Start, placeholder.Length);
            at = placeholder.Start + (fill(placeholder, written, output) ? placeholder.Length : 0);
        }

        output.Write(Bytes.Span[at..]);
    }

    /// <summary>Adds placeholders for blocks of code, and removes those inside them.</summary>
    /// <param name="code">The blocks in the order of the text.</param>
    public HtmlFragment With(ImmutableArray<CodePlaceholder> code)
    {
        var all = ImmutableArray.CreateBuilder<Placeholder>(Placeholders.Length + code.Length);
        var next = 0;
        foreach (var placeholder in Placeholders)
        {
            for (; next < code.Length && code[next].Start <= placeholder.Start; next++)
            {
                all.Add(code[next]);
            }

            if (next == 0 || placeholder.Start >= code[next - 1].Start + code[next - 1].Length)
            {
                all.Add(placeholder);
            }
        }

        all.AddRange(code.AsSpan()[next..]);
        return this with { Placeholders = all.ToImmutable() };
    }

    private static LinkPlaceholder? PlaceholderOf(HtmlAttributes attribute, string folder, string basePath)
    {
        // Most links from the root stay unchanged, except those to a source.
        var isPlainlyRooted = attribute.Value is [(byte)'/', ..] && basePath == "/" && attribute.Value.IndexOf(".md"u8) < 0;
        return !isPlainlyRooted && RelativeLink.Parse(attribute.Value) is { } address && address.TargetFrom(folder) is { } target
            ? new LinkPlaceholder(attribute.ValueStart, attribute.Value.Length, target, address.Suffix, address.IsLiquid)
            : null;
    }

    private static ImagePlaceholder ImageOf(HtmlTags tag, string folder, string basePath, bool isInPicture)
    {
        var missing = ImageAttributes.Size | ImageAttributes.Loading | ImageAttributes.Decoding | ImageAttributes.Priority;
        MediaAddress? image = null;
        LinkPlaceholder? link = null;
        (int Start, int Length) source = default;
        var hasOwnSources = isInPicture;
        var attributes = tag.Attributes;
        var end = attributes.End;
        while (attributes.MoveNext())
        {
            var name = attributes.Name;
            end = attributes.End;
            missing &= ~AttributeOf(name);
            hasOwnSources |= Ascii.EqualsIgnoreCase(name, "srcset"u8) || Ascii.EqualsIgnoreCase(name, "sizes"u8);
            if (Ascii.EqualsIgnoreCase(name, "src"u8) && image is null && RelativeLink.Parse(attributes.Value) is { } address)
            {
                image = new MediaAddress(address.Path, address.TargetFrom(folder));
                link = PlaceholderOf(attributes, folder, basePath);
                source = (attributes.ValueStart, attributes.Value.Length);
            }
        }

        return new ImagePlaceholder(tag.Start, tag.End - tag.Start, end, image, missing)
        {
            Link = link,
            Source = image is null ? (end, 0) : source,
            HasOwnSources = hasOwnSources,
        };
    }

    private static ImageAttributes AttributeOf(ReadOnlySpan<byte> name) =>
        Ascii.EqualsIgnoreCase(name, "width"u8) || Ascii.EqualsIgnoreCase(name, "height"u8) ? ImageAttributes.Size
        : Ascii.EqualsIgnoreCase(name, "loading"u8) ? ImageAttributes.Loading
        : Ascii.EqualsIgnoreCase(name, "decoding"u8) ? ImageAttributes.Decoding
        : Ascii.EqualsIgnoreCase(name, "fetchpriority"u8) ? ImageAttributes.Priority
        : ImageAttributes.None;
}

/// <summary>The attributes whose value is a URL (HTML Living Standard, "Attributes").</summary>
internal static class UrlAttributes
{
    /// <summary>Whether the attribute of this name holds a URL.</summary>
    public static bool Holds(ReadOnlySpan<byte> name) => name.Length switch
    {
        3 => Ascii.EqualsIgnoreCase(name, "src"u8),
        4 => Ascii.EqualsIgnoreCase(name, "href"u8) || Ascii.EqualsIgnoreCase(name, "cite"u8) || Ascii.EqualsIgnoreCase(name, "data"u8),
        6 => Ascii.EqualsIgnoreCase(name, "poster"u8),
        _ => false,
    };
}
