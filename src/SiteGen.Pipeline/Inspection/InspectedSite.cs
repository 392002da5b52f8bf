using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rendering;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Inspection;

/// <summary>A planned site that is asked about, and where its options were read.</summary>
internal sealed record InspectedSite(
    SourceTree Tree, ParsedSources Parsed, RenderInput Input, ImmutableArray<Diagnostic> Found, OptionSources Sources)
{
    // Only explanations need them, and the files are read once more.
    private readonly Lazy<ImmutableArray<ResolvedOption>> _origins = new(() => SiteFile.List(Sources));

    /// <summary>The posts and how they relate.</summary>
    public Site Site => Input.Site;

    /// <summary>Every output.</summary>
    public RouteTable Routes => Input.Routes;

    /// <summary>The options.</summary>
    public SiteOptions Options => Input.Options;

    /// <summary>The complete address of a path from the site's root.</summary>
    public string AddressOf(string url) => new SiteUrls(Options).AbsoluteLink(url);

    /// <summary>The heads of all posts and pages, published or not.</summary>
    public IEnumerable<PostHead> Heads => Parsed.Posts.Select(post => post.Head);

    /// <summary>Where an option was written: <c>sitegen.yml(3,1)</c>, a variable, <c>default</c>.</summary>
    /// <param name="keys">The keys that may have set it, the nearest first.</param>
    public string OriginOf(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (_origins.Value.FirstOrDefault(option => option.Key == key) is { IsDefault: false } option)
            {
                return $"'{key}', {option.Location}";
            }
        }

        return $"'{keys[^1]}', default";
    }

    /// <summary>A location as messages name it.</summary>
    public static string Location(string path, LinePosition at) =>
        at == LinePosition.None ? path : FormattableString.Invariant($"{path}({at.Line},{at.Column})");

    /// <summary>A moment in the site's time zone.</summary>
    public string? TimeOf(DateTimeOffset? moment) =>
        moment is { } at ? Options.TimeZone.ToLocal(at).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) : null;

    /// <summary>A moment in the site's time zone, for people and for programs (RFC 3339).</summary>
    public Cell CellOf(DateTimeOffset? moment) => new(TimeOf(moment), null, null)
    {
        ForPrograms = moment is { } at
            ? Options.TimeZone.ToLocal(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : null,
    };
}
