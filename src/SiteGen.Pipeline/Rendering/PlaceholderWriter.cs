using System.Diagnostics;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Localization;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Writes what one file alone could not know into the holes of a post's body: addresses, the sizes of pictures, and words.</summary>
internal sealed class PlaceholderWriter(PageScope scope)
{
    /// <summary>Fills a hole of this post; false when what is written there stays.</summary>
    public bool Fill(PostHead post, Placeholder hole, Utf8Buffer output) => hole switch
    {
        LinkPlaceholder address => FillAddress(address, output),
        TextPlaceholder word => FillWord(post, word, output),
        ImagePlaceholder picture => FillPicture(post, picture, output),
        _ => throw new UnreachableException(),
    };

    private bool FillAddress(LinkPlaceholder hole, Utf8Buffer output)
    {
        if (AddressOf(hole) is not { } address)
        {
            return false;
        }

        HtmlEscape.Write(output, address);
        output.Write(hole.Suffix);
        return true;
    }

    // In the post's language, wherever it is shown.
    private bool FillWord(PostHead post, TextPlaceholder hole, Utf8Buffer output)
    {
        if (!scope.WordsIn(post.Language).Words.TryGetValue(hole.Name, out var found))
        {
            return false;
        }

        HtmlEscape.Write(output, found.Word.Text);
        return true;
    }

    private string? AddressOf(LinkPlaceholder hole)
    {
        scope.Dependencies.Target(hole.Target);
        if (scope.Routes.UrlOf(hole.Target) is { } url)
        {
            return scope.Link(url);
        }

        if (hole.IfMissing is { } problem)
        {
            scope.Diagnostics.Add(problem);
        }

        return hole.IsLiquid ? scope.Rooted(hole.Target) : null;
    }

    private bool FillPicture(PostHead post, ImagePlaceholder hole, Utf8Buffer output)
    {
        var size = hole.Picture is null ? null : scope.Media.SizeOf(post, hole.Picture, hole.IfMissing);
        if (size is { } known && hole.Missing.HasFlag(ImageAttributes.Size))
        {
            output.Write(" width=\""u8);
            output.Write(known.Width);
            output.Write("\" height=\""u8);
            output.Write(known.Height);
            output.Write("\""u8);
        }

        output.Write(hole.Missing.HasFlag(ImageAttributes.Loading) ? " loading=\"lazy\""u8 : default);
        output.Write(hole.Missing.HasFlag(ImageAttributes.Decoding) ? " decoding=\"async\""u8 : default);
        return true;
    }
}
