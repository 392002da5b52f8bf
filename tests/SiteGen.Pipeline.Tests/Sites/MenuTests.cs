using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Menus from the configuration and from pages that put themselves there.</summary>
public sealed class MenuTests
{
    private const string Theme = "-- templates/layout.html --\n{{ for name in site.menus | object.keys }}{{ name }}:{{ for item in site.menus[name] }} {{ item.title }}={{ item.url }}{{ end }};{{ end }}\n";

    [Fact]
    public void Pages_join_the_menus_by_weight_and_title()
    {
        using var site = TestSite.From(
            Theme, "-- posts/a.md --\n# A\n", "-- sitegen.yml --\nmenus:\n  main:\n    - {title: Home, url: /, weight: 1}\n    - {title: Out, url: \"https://example.com/\"}\n",
            "-- pages/about.md --\n---\ntitle: About\nmenu: main\nweight: 5\n---\n-- pages/zoo.md --\n---\ntitle: Zoo\nmenu: [main, footer]\n---\n-- pages/b.md --\n---\ntitle: B\nmenus:\n  main: {name: First of all, weight: -1}\n---\n")
            .WithBaseUrl("https://example.org/x/").Build();
        site.Problems().Has("index.html", "footer: Zoo=/x/zoo/;main: First of all=/x/b/ Home=/x/ About=/x/about/ Out=https://example.com/ Zoo=/x/zoo/;");
        site.Edit("pages/zoo.md", "title: Zoo", "title: Animals").Build().Has("index.html", "footer: Animals=").Has("404.html", "Animals=");
        site.Edit("pages/zoo.md", "menu: [main, footer]", "draft: true").Build().Lacks("index.html", "footer");
    }

    [Fact]
    public void Pages_stand_by_weight_in_the_list_of_pages()
    {
        using var site = TestSite.From("-- templates/layout.html --\n{{ for page in site.pages }}{{ page.title }} {{ end }}\n-- posts/a.md --\n# A\n", "-- pages/a.md --\n# Last\n-- pages/b.md --\n---\ntitle: Second\nweight: 2\n---\n-- pages/c.md --\n---\ntitle: First\nweight: 1\n---\n").Build();
        site.Has("index.html", "First Second Last ");
    }
}
