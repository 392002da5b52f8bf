using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Markdown.Embeds;

namespace SiteGen.Pipeline.Inspection;

/// <summary>The headers by which browsers hold a site to what its options load.</summary>
/// <remarks>The guide, README and <c>list headers</c> show these.</remarks>
internal static class SecurityHeaders
{
    /// <summary>The headers of every page, in the order in which they are shown.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Of(SiteOptions options) =>
    [
        new("Content-Security-Policy", PolicyOf(options)),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
    ];

    /// <summary>The content security policy (CSP Level 3): nothing but what the theme and the options need.</summary>
    public static string PolicyOf(SiteOptions options)
    {
        var hasScripts = options.Code.Copies || options.Theme.HasSwitch || options.Search;
        var hasFrames = options.Embeds == EmbedStyle.Frame;
        string?[] directives =
        [
            "default-src 'none'",
            hasScripts ? "script-src 'self'" : null,
            "style-src 'self'",
            options.Search ? "connect-src 'self'" : null,
            "img-src 'self' https: data:",
            "media-src 'self' https:",
            hasFrames ? $"frame-src {string.Join(' ', Embed.FrameHosts)}" : null,
            "manifest-src 'self'",
            "base-uri 'none'",
            options.Search ? "form-action 'self'" : "form-action 'none'",
            "frame-ancestors 'none'",
        ];
        return string.Join("; ", directives.Where(directive => directive is not null));
    }
}
