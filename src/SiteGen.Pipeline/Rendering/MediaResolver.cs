using System.Text;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>A sound file as pages and feeds offer it.</summary>
/// <param name="Url">The link to it.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Length">How many bytes it has; null where nobody knows.</param>
/// <param name="Duration">How long it plays; null where nobody said.</param>
internal sealed record AudioFile(string Url, string Type, long? Length, TimeSpan? Duration);

/// <summary>Finds the images and sound files that posts show, and says which are not there.</summary>
internal sealed class MediaResolver(PageScope scope)
{
    // Asked for by images that are missing, of which a site may have thousands.
    private CopyRoute[]? _pictures;

    /// <summary>How large an image is; null for one whose file does not say. One that is not there is reported.</summary>
    public ImageSize? SizeOf(PostHead post, MediaAddress image, Diagnostic? ifMissing)
    {
        if (Find(post, image) is { } found)
        {
            return SizeOf(found.File);
        }

        if (ifMissing is not null)
        {
            // The nearest name is one of all that there are.
            scope.Dependencies.Note(new DependencyKey(DependencyKind.Plan, 0, 0));
            scope.Diagnostics.Add(ifMissing with { Hint = HintFor(image) });
        }

        return null;
    }

    /// <summary>How large a post's cover image is; null where nobody knows.</summary>
    public ImageSize? CoverOf(PostHead post) => CoverOf(post, null);

    /// <summary>Says that a post's cover image is not there.</summary>
    public void CheckCover(PostHead post) => CoverOf(post, post.Front.ImageIfMissing);

    private ImageSize? CoverOf(PostHead post, Diagnostic? ifMissing) =>
        post.Front.Image is { Length: > 0 } image && RelativeLink.Parse(Encoding.UTF8.GetBytes(image)) is { } address ? SizeOf(post, AddressOf(post, address), ifMissing) : null;

    /// <summary>A post's sound file; null for none. One that is not there is reported.</summary>
    public AudioFile? SoundOf(PostHead post)
    {
        if (post.Front.Audio is not { } audio)
        {
            return null;
        }

        if (audio.IsElsewhere)
        {
            return new AudioFile(audio.Address, audio.MediaType, audio.Length, audio.Duration);
        }

        if (audio.AsLocal is not { } address || Find(post, AddressOf(post, address)) is not { } found)
        {
            scope.Diagnostics.Add(audio.IfMissing);
            return null;
        }

        if (found.File is { } file)
        {
            scope.Dependencies.Note(new DependencyKey(DependencyKind.Length, file.Id, 0));
        }

        return new AudioFile(scope.Link(found.Url) + address.Suffix, audio.MediaType, found.File?.Length ?? audio.Length, audio.Duration);
    }

    private static MediaAddress AddressOf(PostHead post, RelativeLink address) => new(address.Path, address.TargetFrom(SitePath.FolderOf(post.Path)));

    private ImageSize? SizeOf(SourceFile? file)
    {
        if (file is not null)
        {
            scope.Dependencies.Image(file);
        }

        return file?.ImageSize;
    }

    // The file is null where something else is served: a post, say.
    private (string Url, SourceFile? File)? Find(PostHead post, MediaAddress image)
    {
        foreach (var target in TargetsOf(post, image))
        {
            scope.Dependencies.Target(target);
            if (scope.Routes.UrlOf(target) is { } url)
            {
                return (url, scope.Routes.FileOf(target));
            }
        }

        return null;
    }

    // As a source beside the post, as a path from the root, as one that holds the sub-path, as browsers see it from the page.
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
        var images = _pictures ??= [.. scope.Routes.Routes.OfType<CopyRoute>().Where(route => route.File.Kind != SourceKind.Asset && ImageFile.IsImage(route.Origin))];
        if (Array.Find(images, route => route.File.Name == name) is { } elsewhere)
        {
            return $"did you mean '{elsewhere.Url}'?";
        }

        var beside = images.Select(route => target.StartsWith('/') ? route.Url : route.Origin).Where(path => SitePath.FolderOf(path) == folder);
        return Suggestion.For(name, beside.Select(path => path[(path.LastIndexOf('/') + 1)..])) is { } near
            ? $"did you mean '{image.Written[..^name.Length]}{near}'?"
            : "check the name; a picture stands beside the post, or in static/";
    }
}
