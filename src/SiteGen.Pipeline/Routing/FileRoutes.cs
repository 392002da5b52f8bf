using System.Collections.Immutable;
using SiteGen.Pipeline.ImageProcessing;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Plans the files that are copied: assets of the theme, files beside posts, and those of <c>static/</c>.</summary>
internal static class FileRoutes
{
    /// <summary>Adds a route for every file that belongs to the site.</summary>
    public static void AddTo(RoutePlan plan, Site site, ImmutableArray<SourceFile> files)
    {
        var bundles = site.Published
            .Where(post => SitePath.HasName(post.Path, "index"))
            .DistinctBy(post => SitePath.FolderOf(post.Path))
            .ToDictionary(post => SitePath.FolderOf(post.Path), post => post.Url, StringComparer.Ordinal);
        foreach (var file in files)
        {
            var url = file.Kind switch
            {
                SourceKind.Asset => IsUnused(file, site) ? null : AssetUrl(file),
                SourceKind.Attachment => AttachmentUrl(file, bundles, site),
                _ => "/" + file.RelativePath,
            };
            if (url is not null)
            {
                plan.Add(new CopyRoute(file, url, UnicodeNormalization.Compose(url[1..]))
                {
                    IsReplaced = ImageSettings.InPlaceOf(site.Options.Images, file.Raster) is not null,
                });
            }
        }
    }

    // Assets of the theme that belong to an option are published only when it is on.
    private static bool IsUnused(SourceFile file, Site site) => file.RelativePath switch
    {
        "copy-code.js" => !site.Options.Code.Copies,
        "color-scheme.js" => !site.Options.Theme.HasSwitch,
        "magazine.css" => site.Options.Theme["look"] != "magazine",
        _ => !site.Options.Search && SearchRoutes.IsOfSearch(file.RelativePath),
    };

    // The name changes with the content, so that browsers may cache an asset for good.
    private static string AssetUrl(SourceFile file)
    {
        var name = SitePath.NameOf(file.RelativePath);
        var folder = SitePath.FolderOf(file.RelativePath);
        var extension = Path.GetExtension(file.RelativePath);
        return $"/assets/{(folder.Length == 0 ? "" : folder + "/")}{name}.{file.Stamp.ToString()[..10]}{extension}";
    }

    // A file in a post's folder is copied beside the post's page; one in the folder of an unpublished post is not copied.
    private static string? AttachmentUrl(SourceFile file, Dictionary<string, string> bundles, Site site)
    {
        for (var folder = file.Folder; folder.Length > 0; folder = SitePath.FolderOf(folder))
        {
            if (bundles.TryGetValue(folder, out var url))
            {
                var at = url.EndsWith('/') ? url : url[..(url.LastIndexOf('/') + 1)];
                return at + file.Path[(folder.Length + 1)..];
            }
        }

        var isLeftOut = site.LeftOutFolders.Any(folder => file.Path.StartsWith(folder + "/", StringComparison.Ordinal));
        return isLeftOut ? null : $"/{file.Path.TrimStart('_')}";
    }
}
