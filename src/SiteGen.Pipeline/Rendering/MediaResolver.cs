using System.Text;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>An audio file as pages and feeds offer it.</summary>
/// <param name="Url">The link to it.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Length">Its length in bytes; null when it is not known.</param>
/// <param name="Duration">How long it plays; null when it is not set.</param>
internal sealed record AudioFile(string Url, string Type, long? Length, TimeSpan? Duration);

/// <summary>Finds the images and audio files of posts, and reports missing ones.</summary>
internal sealed class MediaResolver(PageScope scope)
{
    // Read for every missing image, of which a site may have thousands.
    private CopyRoute[]? _images;

    /// <summary>The file of an image; null when it is not that of the site. A missing image is reported.</summary>
    public CopyRoute? FileOf(PostHead post, MediaAddress image, Diagnostic? ifMissing)
    {
        if (Find(post, image) is { } found)
        {
            if (found.Copy is { } copy)
            {
                scope.Dependencies.Image(copy.File);
            }

            return found.Copy;
        }

        if (ifMissing is not null)
        {
            // The hint depends on all files.
            scope.Dependencies.Note(new DependencyKey(DependencyKind.Plan, 0, 0));
            scope.Diagnostics.Add(ifMissing with { Hint = HintFor(image), Missing = image.Target ?? image.Written });
        }

        return null;
    }

    /// <summary>The size of a post's cover image; null when it is not known.</summary>
    public ImageSize? CoverOf(PostHead post) => CoverOf(post, null)?.File.ImageSize;

    /// <summary>The file of a post's cover image; null when it has none that is a file of the site.</summary>
    public CopyRoute? CoverFileOf(PostHead post) => CoverOf(post, null);

    /// <summary>Reports a missing cover image of a post.</summary>
    public void CheckCover(PostHead post) => CoverOf(post, post.Front.Page.ImageIfMissing);

    private CopyRoute? CoverOf(PostHead post, Diagnostic? ifMissing) =>
        post.Front.Image is { Length: > 0 } image && RelativeLink.Parse(Encoding.UTF8.GetBytes(image)) is { } link
            ? FileOf(post, AddressOf(post, link), ifMissing)
            : null;

    /// <summary>The file that a link of a template names; null when there is none.</summary>
    /// <param name="link">A link, or a path from the root.</param>
    /// <param name="isOfSite">Whether it leads to this site.</param>
    public CopyRoute? FileAt(string link, out bool isOfSite)
    {
        var parsed = RelativeLink.Parse(Encoding.UTF8.GetBytes(link));
        isOfSite = parsed is not null;
        if (parsed is null)
        {
            return null;
        }

        var basePath = scope.Options.BasePath;
        var path = parsed.IsRooted ? parsed.Path : "/" + parsed.Path;
        path = path.StartsWith(basePath, StringComparison.Ordinal) ? path[(basePath.Length - 1)..] : path;
        scope.Dependencies.Target(path);
        if (scope.Routes.CopyOf(path) is { } copy)
        {
            scope.Dependencies.Image(copy.File);
            return copy;
        }

        return null;
    }

    /// <summary>A post's audio file; null when it has none. A missing file is reported.</summary>
    public AudioFile? AudioOf(PostHead post)
    {
        if (post.Front.Page.Audio is not { } audio)
        {
            return null;
        }

        if (audio.IsElsewhere)
        {
            return new AudioFile(audio.Address, audio.MediaType, audio.Length, audio.Duration);
        }

        if (audio.AsLocal is not { } address || Find(post, AddressOf(post, address)) is not { } found)
        {
            scope.Diagnostics.Add(audio.IfMissing with { Missing = audio.AsLocal is { } missed ? AddressOf(post, missed).Target : null });
            return null;
        }

        if (found.Copy is { } copy)
        {
            scope.Dependencies.Note(new DependencyKey(DependencyKind.Length, copy.File.Id, 0));
        }

        var url = scope.Urls.Link(found.Url) + address.Suffix;
        return new AudioFile(url, audio.MediaType, found.Copy?.File.Length ?? audio.Length, audio.Duration);
    }

    private static MediaAddress AddressOf(PostHead post, RelativeLink link) =>
        new(link.Path, link.TargetFrom(SitePath.FolderOf(post.Path)));

    // There is no file when something else is served there, such as a post.
    private (string Url, CopyRoute? Copy)? Find(PostHead post, MediaAddress image)
    {
        foreach (var target in TargetsOf(post, image))
        {
            scope.Dependencies.Target(target);
            if (scope.Routes.UrlOf(target) is { } url)
            {
                return (url, scope.Routes.CopyOf(target));
            }
        }

        return null;
    }

    // As a file beside the post or a path from the root, with the base path, or as browsers resolve it from the page.
    private IEnumerable<string> TargetsOf(PostHead post, MediaAddress image)
    {
        if (image.Target is { } target)
        {
            yield return target;
        }

        var basePath = scope.Options.BasePath;
        if (!image.Written.StartsWith('/'))
        {
            var folder = post.Url[..(post.Url.LastIndexOf('/') + 1)];
            if (SitePath.Combine(folder, image.Written) is { } fromPage)
            {
                yield return "/" + fromPage;
            }
        }
        else if (basePath.Length > 1 && image.Written.StartsWith(basePath, StringComparison.Ordinal))
        {
            yield return image.Written[(basePath.Length - 1)..];
        }
    }

    private string HintFor(MediaAddress image)
    {
        var target = image.Target ?? image.Written;
        var (folder, name) = (SitePath.FolderOf(target), target[(target.LastIndexOf('/') + 1)..]);
        var images = _images ??=
        [
            .. scope.Routes.Routes.OfType<CopyRoute>()
                .Where(route => route.File.Kind != SourceKind.Asset && ImageFile.IsImage(route.Origin)),
        ];
        if (Array.Find(images, route => route.File.Name == name) is { } elsewhere)
        {
            return RenderingMessages.DidYouMean(elsewhere.Url);
        }

        var beside = images
            .Select(route => target.StartsWith('/') ? route.Url : route.Origin)
            .Where(path => SitePath.FolderOf(path) == folder);
        return Suggestion.For(name, beside.Select(path => path[(path.LastIndexOf('/') + 1)..])) is { } near
            ? RenderingMessages.DidYouMean($"{image.Written[..^name.Length]}{near}")
            : RenderingMessages.CheckImageName();
    }
}
