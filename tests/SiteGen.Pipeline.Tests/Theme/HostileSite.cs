using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Theme;

/// <summary>A site in which every text that an author can write is markup.</summary>
internal static class HostileSite
{
    /// <summary>What stands wherever a text can stand.</summary>
    public const string Text = "<script>alert(1)</script> & \"quotes\" 'x'";

    /// <summary>The same with references for what HTML and XML give a meaning to.</summary>
    public static readonly string Escaped = SiteGen.Text.HtmlEscape.Escape(Text);

    private static readonly string s_yaml = "'" + Text.Replace("'", "''", StringComparison.Ordinal) + "'";

    public static TestSite Files() => TestSite.From($"""
        -- sitegen.yml --
        title: {s_yaml}
        description: {s_yaml}
        author: {s_yaml}
        copyright: {s_yaml}
        base_url: https://example.org/
        paginate: 1
        menus:
          main:
            - title: {s_yaml}
              url: {s_yaml}
        -- posts/a.md --
        ---
        title: {s_yaml}
        description: {s_yaml}
        date: 2026-01-02
        tags: [{s_yaml}]
        categories: [{s_yaml}]
        authors: [{s_yaml}]
        image: {s_yaml}
        image_alt: {s_yaml}
        aliases: [/old/]
        ---
        Body.
        -- posts/b.md --
        ---
        title: {s_yaml}
        date: 2026-01-01
        updated: 2026-01-03
        ---
        Body.
        -- pages/about.md --
        ---
        title: {s_yaml}
        image: {s_yaml}
        image_alt: {s_yaml}
        ---
        Body.
        """);

    /// <summary>The same site with a harmless word in place of the markup.</summary>
    public static TestSite Harmless()
    {
        var site = Files();
        foreach (var path in (string[])["sitegen.yml", "posts/a.md", "posts/b.md", "pages/about.md"])
        {
            site.Edit(path, s_yaml, "word");
        }

        return site;
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
