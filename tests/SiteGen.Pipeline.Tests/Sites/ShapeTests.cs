using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Whole sites in which every post says the same kind of thing in another shape: a table of what was read.</summary>
public sealed class ShapeTests
{
    private const string Theme = """
        -- templates/layout.html --
        {{ content }}
        -- templates/home.html --
        {{- for post in site.posts | array.sort 'source_path' ~}}
        {{ post.source_path }} {{ post.date | date.to_string '%FT%T%Z' }} {{ post.url }}
        {{~ end }}
        -- templates/post.html --
        {{ post.title }}

        """;

    private const string TermTheme = """
        -- templates/layout.html --
        {{ content }}
        -- templates/home.html --
        {{- for post in site.posts | array.sort 'source_path' ~}}
        {{ post.source_path }} by {{ for a in post.authors }}[{{ a.name }} {{ a.url }}]{{ end }} tags {{ for a in post.tags }}[{{ a.name }} {{ a.url }}]{{ end }} in {{ for a in post.categories }}[{{ a.name }} {{ a.url }}]{{ end }}
        {{~ end }}
        {{ for kind in [site.tags, site.categories, site.authors] }}
        {{ for term in kind }}{{ term.name }} {{ term.count }}; {{ end }}{{ end }}

        """;

    [Fact]
    public void Sixty_spellings_of_dates_in_sixty_files() => AssertTable("dates", Theme);

    [Fact]
    public void Authors_tags_and_categories_in_every_shape() => AssertTable("terms", TermTheme);

    private static void AssertTable(string name, string theme)
    {
        using var site = TestSite.From(theme, Repository.Read($"tests/SiteGen.Pipeline.Tests/Sites/shapes/{name}.txt")).Build();
        var table = site.Output("index.html") + string.Concat(site.Diagnostics.Select(problem => problem.ToLine() + "\n"));
        Snapshot.Match(table, $"SiteGen.Pipeline.Tests/Sites/expected/{name}-table.txt");
    }
}
