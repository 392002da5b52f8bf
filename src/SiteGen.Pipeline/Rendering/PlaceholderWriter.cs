using System.Diagnostics;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Html;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Fills the placeholders of a post's body, which depend on other files: URLs, image sizes and words.</summary>
internal sealed class PlaceholderWriter(PageScope scope)
{
    /// <summary>Fills a placeholder of this post; false to keep the text that is there.</summary>
    public bool Fill(PostHead post, Placeholder placeholder, Utf8Buffer output) => placeholder switch
    {
        LinkPlaceholder address => FillAddress(address, output),
        TextPlaceholder word => FillWord(post, word, output),
        ImagePlaceholder image => FillImage(post, image, output),
        _ => throw new UnreachableException(),
    };

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

    private bool FillImage(PostHead post, ImagePlaceholder placeholder, Utf8Buffer output)
    {
        var size = placeholder.Image is null ? null : scope.Media.SizeOf(post, placeholder.Image, placeholder.IfMissing);
        if (size is { } known && placeholder.Missing.HasFlag(ImageAttributes.Size))
        {
            output.Write(" width=\""u8);
            output.Write(known.Width);
            output.Write("\" height=\""u8);
            output.Write(known.Height);
            output.Write("\""u8);
        }

        output.Write(placeholder.Missing.HasFlag(ImageAttributes.Loading) ? " loading=\"lazy\""u8 : default);
        output.Write(placeholder.Missing.HasFlag(ImageAttributes.Decoding) ? " decoding=\"async\""u8 : default);
        return true;
    }
}
