using System.Globalization;
using SiteGen.Pipeline.Tests.Documentation;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Pieces of templates that read what views have: all of it, or something at random.</summary>
/// <remarks>What there is stands in the template reference, which is complete because a test says so.</remarks>
internal static class ViewWalk
{
    private const int Depth = 4;

    private static readonly string[] s_roots = ["site", "page", "post", "paginator", "term", "taxonomy", "archive", "words"];

    // What maps hold depends on the site.
    private static readonly Dictionary<string, string[]> s_inside = new(StringComparer.Ordinal)
    {
        ["site.data"] = ["@.facts", "@.places?.towns", "@.menu?.soup", "@.tags?.travel", "@.places", "@.none"],
        ["site.taxonomies"] = ["@.people?.title", "@.tags?.terms?.size", "(@.people?.terms ?? [])[0]?.name"],
        ["site.menus"] = ["@.main?.size", "(@.main ?? [])[0]?.title", "(@.main ?? [])[0]?.url", "(@.main ?? [])[1]?.title"],
        ["site.params"] = ["@.date_format", "@.none"],
        ["post.terms"] = ["(@.people ?? [])[0]?.name", "@.tags?.size"],
        ["post.own_terms"] = ["(@ ?? [])[0]?.taxonomy?.title", "((@ ?? [])[0]?.terms ?? [])[0]?.name", "@.size"],
        ["post.params"] = ["@.weather", "@.none"],
        ["page.params"] = ["@.weather", "@.none"],
        ["post.share"] = ["(@ ?? [])[0]?.name", "(@ ?? [])[0]?.url", "(@ ?? [])[0]?.network"],
        ["taxonomy.by_use"] = ["@.size", "(@ ?? [])[0]?.name"],
        ["taxonomy.letters"] = ["@.size", "(@ ?? [])[0]?.letter", "((@ ?? [])[0]?.terms ?? [])[0]?.name"],
        ["paginator.pages"] = ["@.size", "(@ ?? [])[0]?.page", "(@ ?? [])[0]?.url"],
        ["site.theme"] = ["@.accent", "@.none"],
        ["term.params"] = ["@.colour", "@.none"],
    };

    // What a member holds that is no text, number or date: a star stands before a list of views.
    private const string Kinds = """
        posts=*post pages=*post related=*post previous=post next=post
        tags=*term categories=*term authors=*term site.series=*term terms=*term parent=term taxonomy=taxonomy own_taxonomies=*taxonomy post.series=series
        years=*Year months=*Month archive.year=Year archive.month=Month
        feeds=*Feed alternates=*Alternate translations=*Translation headings=*Heading links=*Menu.entry
        comments=*Comment pingbacks=*Comment replies=*Comment audio=Audio
        """;

    private static readonly Dictionary<string, string> s_kinds = Kinds.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => pair[1].Replace('.', ' '), StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> s_members = new ReferencePage("pages/template-reference.md").Rows
        .Where(row => row.FirstColumn == "Name").GroupBy(row => row.Section, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => group.Select(row => ReferencePage.CodeOf(row.Cells[0])).ToArray(),
            StringComparer.Ordinal);

    /// <summary>A theme that prints every member of every view it has, and of what these hold.</summary>
    public static string Theme { get; } = string.Concat(((string[])[
        "home", "post", "page", "term", "terms", "archive", "404", "redirect"
    ]).Select(name =>
        $"""
        -- templates/{name}.html --
        {string.Concat(s_roots.Where(root => root != "words" || name == "404").Select(root => All(root, root, 0)))}

        """))
        + "-- templates/layout.html --\n<{{ page.kind }}>{{ content }}</{{ page.kind }}>\n";

    /// <summary>Reads one thing, some steps away.</summary>
    public static string Any(Random random) => Any(random, s_roots[random.Next(s_roots.Length)]);

    private static string Any(Random random, string root) => Any(random, root, root, 0);

    private static string Any(Random random, string expression, string view, int depth)
    {
        var member = Pick(random, s_members[view]);
        var full = $"{expression}?.{member}";
        if (s_inside.TryGetValue($"{view}.{member}", out var inside))
        {
            return Inside(full, Pick(random, inside));
        }

        var kind = KindOf(view, member);
        if (kind is null || depth >= Depth)
        {
            return kind is null ? $"{{{{ {full} }}}}" : kind[0] == '*' ? $"{{{{ {full}?.size }}}}" : $"{{{{ {full} == null }}}}";
        }

        if (kind[0] != '*')
        {
            return Any(random, full, kind, depth + 1);
        }

        var item = string.Create(CultureInfo.InvariantCulture, $"i{depth}");
        return random.Next(7) switch
        {
            0 => $"{{{{ {full}?.size }}}}",
            1 => Any(random, $"({full} ?? [] | array.first)", kind[1..], depth + 1),
            2 => Any(random, $"({full} ?? [] | array.last)", kind[1..], depth + 1),
            3 => Any(random, $"({full} ?? [])[{random.Next(3)}]", kind[1..], depth + 1),
            4 => $"{{{{ for {item} in ({full} ?? []) | sort_by '{Pick(random, s_members[kind[1..]])}' "
                + $"}}}}{Any(random, item, kind[1..], depth + 1)}{{{{ end }}}}",
            5 => $"{{{{ for {item} in ({full} ?? []) limit:{random.Next(1, 3)} }}}}{Any(random, item, kind[1..], depth + 1)}{{{{ end }}}}",
            _ => $"{{{{ for {item} in ({full} ?? []) }}}}{Any(random, item, kind[1..], depth + 1)}{{{{ end }}}}",
        };
    }

    private static string All(string expression, string view, int depth) => string.Concat(s_members[view].Select(member =>
    {
        var full = $"{expression}?.{member}";
        var kind = KindOf(view, member);
        var item = string.Create(CultureInfo.InvariantCulture, $"i{depth}");
        return $"\n{member}="
            + (s_inside.TryGetValue($"{view}.{member}", out var inside) ? string.Concat(inside.Select(path => Inside(full, path)))
            : kind is null ? $"{{{{ {full} }}}}"
            : depth >= 1 ? (kind[0] == '*' ? $"{{{{ {full}?.size }}}}" : $"{{{{ {full} == null }}}}")
            : kind[0] != '*' ? All(full, kind, depth + 1)
            : $"{{{{ for {item} in ({full} ?? []) limit:3 }}}}{All(item, kind[1..], depth + 1)}{{{{ end }}}}");
    }));

    private static string Inside(string map, string path) =>
        $"{{{{ {path.Replace("@.", map + "?.", StringComparison.Ordinal).Replace("@", map, StringComparison.Ordinal)} }}}}";

    private static string? KindOf(string view, string member) =>
        view == "words" ? null : s_kinds.GetValueOrDefault($"{view}.{member}") ?? s_kinds.GetValueOrDefault(member);

    private static string Pick(Random random, string[] texts) => texts[random.Next(texts.Length)];
}
