using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Parsing.Pictures;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Finds the pictures that posts show, and says which are not there.</summary>
internal sealed class PictureShelf(PageScope scope)
{
    /// <summary>How large a picture is; null for one whose file does not say. One that is not there is reported.</summary>
    public PictureSize? SizeOf(PostHead post, PictureAddress picture, Diagnostic? ifMissing)
    {
        foreach (var target in TargetsOf(post, picture))
        {
            scope.Reads.Note(RouteTable.AddressKey(target));
            if (scope.Routes.AddressOf(target) is not null)
            {
                return SizeOf(scope.Routes.PictureOf(target));
            }
        }

        if (ifMissing is not null)
        {
            // The nearest name is one of all that there are.
            scope.Reads.Note(new InputKey(InputKind.Plan, 0, 0));
            scope.Diagnostics.Add(ifMissing with { Hint = HintFor(picture) });
        }

        return null;
    }

    /// <summary>How large a post's cover picture is; null where nobody knows.</summary>
    public PictureSize? CoverOf(PostHead post) => post.Front.Image is { Length: > 0 } image && WrittenAddress.Of(System.Text.Encoding.UTF8.GetBytes(image)) is { } address
        ? SizeOf(post, new PictureAddress(address.Path, address.TargetFrom(SitePath.FolderOf(post.Path))), null)
        : null;

    private PictureSize? SizeOf(SourceFile? file)
    {
        if (file is not null)
        {
            scope.Reads.Note(RouteTable.PictureKey(file));
        }

        return file?.Picture;
    }

    // As a source beside the post, as a path from the root, as one that holds the sub-path, as browsers see it from the page.
    private IEnumerable<string> TargetsOf(PostHead post, PictureAddress picture)
    {
        if (picture.Target is { } target)
        {
            yield return target;
        }

        var basePath = scope.Options.BasePath;
        if (!picture.Written.StartsWith('/'))
        {
            var folder = post.Url[..(post.Url.LastIndexOf('/') + 1)];
            if (SitePath.Combine(folder, picture.Written) is { } fromPage)
            {
                yield return "/" + fromPage;
            }
        }
        else if (basePath.Length > 1 && picture.Written.StartsWith(basePath, StringComparison.Ordinal))
        {
            yield return picture.Written[(basePath.Length - 1)..];
        }
    }

    private string HintFor(PictureAddress picture)
    {
        var target = picture.Target ?? picture.Written;
        var (folder, name) = (SitePath.FolderOf(target), target[(target.LastIndexOf('/') + 1)..]);
        var pictures = scope.Routes.Routes.OfType<CopyRoute>().Where(route => route.File.Kind != SourceKind.Asset && PictureFile.IsPicture(route.Origin)).ToArray();
        if (Array.Find(pictures, route => route.File.Name == name) is { } elsewhere)
        {
            return $"did you mean '{elsewhere.Url}'?";
        }

        var beside = pictures.Select(route => target.StartsWith('/') ? route.Url : route.Origin).Where(path => SitePath.FolderOf(path) == folder);
        return Suggestion.For(name, beside.Select(path => path[(path.LastIndexOf('/') + 1)..])) is { } near
            ? $"did you mean '{picture.Written[..^name.Length]}{near}'?"
            : "check the name; a picture stands beside the post, or in static/";
    }
}
