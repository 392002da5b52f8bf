using System.Text;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>Finds pictures of authors that are no file of the site.</summary>
internal static class AuthorPictures
{
    /// <summary>One diagnostic for each.</summary>
    public static IEnumerable<Diagnostic> In(Site site, RoutePlan plan)
    {
        foreach (var profile in site.Authors.Profiles)
        {
            if (profile is { Image: { } image, IfImageMissing: { } problem }
                && RelativeLink.Parse(Encoding.UTF8.GetBytes(image)) is { } link
                && plan.Find(PathOf(link, site.Options.BasePath)) is null)
            {
                var name = link.Path[(link.Path.LastIndexOf('/') + 1)..];
                var elsewhere = plan.ByPath.Values.OfType<CopyRoute>()
                    .Where(route => route.File.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    .Select(route => route.Url)
                    .Min(StringComparer.Ordinal);
                yield return problem with { Hint = AuthorMessages.CheckPicture(elsewhere), Missing = "/" + link.Path.TrimStart('/') };
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
