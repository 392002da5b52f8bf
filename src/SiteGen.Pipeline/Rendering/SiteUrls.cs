using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Makes links from paths of the site, which may be served below a base path.</summary>
internal sealed class SiteUrls(SiteOptions options)
{
    private readonly string _basePath = options.BasePath.TrimEnd('/');
    private readonly string _origin = options.BaseUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>The link to a path of the site: percent-encoded, below the base path.</summary>
    public string Link(string url) => _basePath + UrlPath.Encode(url);

    /// <summary>The link to a path of the site as an absolute URL.</summary>
    public string AbsoluteLink(string url) => _origin + Link(url);

    /// <summary>Any URL as an absolute one: paths from the root get the base path unless they have it.</summary>
    public string Absolute(string url)
    {
        if (IsAbsolute(url))
        {
            return url;
        }

        return url.StartsWith("//", StringComparison.Ordinal) ? $"{options.BaseUrl.Scheme}:{url}" : _origin + Rooted(url);
    }

    /// <summary>Whether a URL leads to another site.</summary>
    public bool IsElsewhere(string url) =>
        (IsAbsolute(url) || url.StartsWith("//", StringComparison.Ordinal))
        && !Absolute(url).StartsWith(_origin + "/", StringComparison.OrdinalIgnoreCase)
        && !Absolute(url).Equals(_origin, StringComparison.OrdinalIgnoreCase);

    /// <summary>A path below the base path unless it is there already; other URLs and fragments unchanged.</summary>
    public string Rooted(string url)
    {
        if (url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith('#') || IsAbsolute(url))
        {
            return url;
        }

        var path = url.StartsWith('/') ? url : "/" + url;
        var isBelow = _basePath.Length > 0 && (path == _basePath || path.StartsWith(_basePath + "/", StringComparison.Ordinal));
        return isBelow ? path : _basePath + path;
    }

    // On Unix '/path' is an absolute URI with the scheme 'file'.
    private static bool IsAbsolute(string url) => Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme != "file";
}
