using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Routing;

namespace SiteGen.Pipeline.Rendering;

/// <summary>What kind of page a route is, and in which language.</summary>
internal static class RoutePage
{
    /// <summary>The kind, which is also the name of its template.</summary>
    public static string KindOf(Route route) => route switch
    {
        PostRoute post => post.Post.IsPage ? "page" : "post",
        HomeRoute => "home",
        TermRoute => "term",
        TermsRoute => "terms",
        ArchiveRoute => "archive",
        FeedsRoute => "feeds",
        SearchRoute => "search",
        AliasRoute => "redirect",
        _ => "404",
    };

    /// <summary>The templates that may render a page, the first that exists does: the layout it asks for, the one of its kind.</summary>
    public static ImmutableArray<string> TemplatesOf(Route route)
    {
        var usual = $"{KindOf(route)}.html";
        return route is PostRoute { Post.Front.Layout: { Length: > 0 } chosen } && NameOf(chosen) != usual
            ? [NameOf(chosen), usual]
            : [usual];
    }

    /// <summary>The language, as a tag.</summary>
    public static string LanguageOf(Route route, SiteOptions options) => route switch
    {
        PostRoute post => post.Post.Language,
        CardRoute card => card.Page.Post.Language,
        AliasRoute alias => alias.Target.Language,
        HomeRoute home => home.Section.Language,
        SearchRoute search => search.Section.Language,
        _ => options.Language,
    };

    /// <summary>The language other than the site's own that it belongs to, as a tag; null when there is none.</summary>
    public static string? TranslatedInto(Route route) => route switch
    {
        PostRoute post => post.Post.TranslatedInto,
        CardRoute card => card.Page.Post.TranslatedInto,
        AliasRoute alias => alias.Target.TranslatedInto,
        HomeRoute { Section.Prefix.Length: > 0 } home => home.Section.Language,
        SearchRoute { Section.Prefix.Length: > 0 } search => search.Section.Language,
        _ => null,
    };

    private static string NameOf(string layout) => layout.EndsWith(".html", StringComparison.Ordinal) ? layout : layout + ".html";
}
