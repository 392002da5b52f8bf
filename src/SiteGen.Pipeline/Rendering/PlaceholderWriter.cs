using System.Diagnostics;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Rendering.Pictures;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Fills the placeholders of a post's body, which depend on other files: URLs, image sizes and words.</summary>
internal sealed class PlaceholderWriter(PageScope scope)
{
    /// <summary>The picture that a reader sees first, which is not to wait for others; null when there is none.</summary>
    public ImagePlaceholder? Lead { get; set; }

    /// <summary>Whether one file is named for each picture, as feed readers expect it.</summary>
    public bool IsPlain { get; set; }

    /// <summary>Fills a placeholder of this post; false to keep the text that is there.</summary>
    public bool Fill(PostHead post, Placeholder placeholder, ReadOnlySpan<byte> written, Utf8Buffer output)
    {
        switch (placeholder)
        {
            case LinkPlaceholder address:
                return FillAddress(address, output);
            case TextPlaceholder word:
                return FillWord(post, word, output);
            case ImagePlaceholder image:
                FillImage(post, image, written, output);
                return true;
            default:
                throw new UnreachableException();
        }
    }

    private bool FillAddress(LinkPlaceholder placeholder, Utf8Buffer output)
    {
        if (AddressOf(placeholder) is not { } address)
        {
            return false;
        }

        HtmlEscape.Write(output, address);
        output.Write(placeholder.Suffix);
        return true;
    }

    // In the post's language, whichever page shows it.
    private bool FillWord(PostHead post, TextPlaceholder placeholder, Utf8Buffer output)
    {
        if (!scope.Language.WordsIn(post.Language).Words.TryGetValue(placeholder.Name, out var found))
        {
            return false;
        }

        HtmlEscape.Write(output, found.Word.Text);
        return true;
    }

    private string? AddressOf(LinkPlaceholder placeholder)
    {
        scope.Dependencies.Target(placeholder.Target);
        if (scope.Routes.UrlOf(placeholder.Target) is { } url)
        {
            return scope.Urls.Link(url);
        }

        if (placeholder.IfMissing is { } problem)
        {
            scope.Diagnostics.Add(scope.LinkHints.Complete(problem, placeholder.Target));
        }

        return placeholder.IsLiquid ? scope.Urls.Rooted(placeholder.Target) : null;
    }

    private void FillImage(PostHead post, ImagePlaceholder placeholder, ReadOnlySpan<byte> written, Utf8Buffer output)
    {
        var found = placeholder.Image is null ? default : scope.Media.FileOf(post, placeholder.Image, placeholder.IfMissing);
        var picture = placeholder.HasOwnSources ? null : scope.Pictures.Find(found);
        if (picture is not null && !IsPlain)
        {
            PictureTagWriter.WriteStart(output, picture);
        }

        var (source, end) = (placeholder.Source.Start - placeholder.Start, placeholder.AttributesEnd - placeholder.Start);
        output.Write(written[..source]);
        WriteSource(placeholder, picture, written.Slice(source, placeholder.Source.Length), output);
        output.Write(written[(source + placeholder.Source.Length)..end]);
        WriteAttributes(placeholder, picture, picture?.Size ?? found?.File.ImageSize, output);
        output.Write(written[end..]);
        if (picture is not null && !IsPlain)
        {
            PictureTagWriter.WriteEnd(output);
        }
    }

    private void WriteSource(ImagePlaceholder placeholder, Picture? picture, ReadOnlySpan<byte> written, Utf8Buffer output)
    {
        if (picture is not null)
        {
            HtmlEscape.Write(output, picture.Url);
        }
        else if (placeholder.Link is not { } link || !FillAddress(link, output))
        {
            output.Write(written);
        }
    }

    private void WriteAttributes(ImagePlaceholder placeholder, Picture? picture, ImageSize? size, Utf8Buffer output)
    {
        if (size is { } known && placeholder.Missing.HasFlag(ImageAttributes.Size))
        {
            output.Write(" width=\""u8);
            output.Write(known.Width);
            output.Write("\" height=\""u8);
            output.Write(known.Height);
            output.Write("\""u8);
        }

        if (picture is not null && !IsPlain)
        {
            PictureTagWriter.WriteAttributes(output, picture);
        }

        if (ReferenceEquals(placeholder, Lead))
        {
            output.Write(placeholder.Missing.HasFlag(ImageAttributes.Priority) ? " fetchpriority=\"high\""u8 : default);
            return;
        }

        output.Write(placeholder.Missing.HasFlag(ImageAttributes.Loading) ? " loading=\"lazy\""u8 : default);
        output.Write(placeholder.Missing.HasFlag(ImageAttributes.Decoding) ? " decoding=\"async\""u8 : default);
    }
}
