using System.Text;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Finds pictures that <c>authors.yml</c> or the options of the theme name, and that are no file of the site.</summary>
internal static class NamedPictures
{
    /// <summary>One diagnostic for each.</summary>
    public static IEnumerable<Diagnostic> In(Site site, RoutePlan plan)
    {
        var ofAuthors = site.Authors.Profiles.Select(profile => (profile.Image, profile.IfImageMissing));
        var ofTheme = site.Options.Theme.Pictures.Select(picture => ((string?)picture.Address, (Diagnostic?)picture.IfMissing));
        foreach (var (image, missing) in ofAuthors.Concat(ofTheme))
        {
            if (image is not null && missing is { } problem
                && RelativeLink.Parse(Encoding.UTF8.GetBytes(image)) is { } link
                && plan.Find(PathOf(link, site.Options.BasePath)) is null)
            {
                var name = link.Path[(link.Path.LastIndexOf('/') + 1)..];
                var elsewhere = plan.ByPath.Values.OfType<CopyRoute>()
                    .Where(route => route.File.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    .Select(route => route.Url)
                    .Min(StringComparer.Ordinal);
                yield return problem with { Hint = RoutingMessages.CheckPicture(elsewhere), Missing = "/" + link.Path.TrimStart('/') };
            }
        }
    }

    // Pages write it as a path from the root, which may have the base path.
    private static string PathOf(RelativeLink link, string basePath)
    {
        var path = UnicodeNormalization.Compose(link.Path);
        return (path.StartsWith(basePath, StringComparison.Ordinal) ? path[basePath.Length..] : path).TrimStart('/');
    }
}
