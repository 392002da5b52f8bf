using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Names that templates misspell.</summary>
public sealed class SlipTests
{
    [Theory]
    [InlineData("{{ post.titel }}", "templates/post.html(1,9): warning SG3304: a post has no 'titel'", "did you mean 'title'?")]
    [InlineData(
        "{{ site.descripton }}",
        "templates/post.html(1,9): warning SG3304: the site has no 'descripton'",
        "did you mean 'description'?")]
    [InlineData(
        "{{ for t in post.tags }}{{ t.nmae }}{{ end }}",
        "templates/post.html(1,30): warning SG3304: a term has no 'nmae'",
        "did you mean 'name'?")]
    [InlineData(
        "{{ post.tags[0].taxonomy.x }}",
        "templates/post.html(1,26): warning SG3304: a taxonomy has no 'x'",
        "there are name, singular, title, url, description, terms, by_use, letters, is_tree")]
    public void A_misspelt_name_is_a_warning_with_a_suggestion_and_stands_once(string template, string expected, string hint)
    {
        using var site = TestSite.From(
            $"-- templates/post.html --\n{template}\n-- posts/a.md --\n---\ntags: x\n---\n-- posts/b.md --\n---\ntags: x\n---\n").Build();
        site.Problems(expected);
        Assert.Equal(hint, site.Diagnostics.Single(problem => problem.Rule.Code == "SG3304").Hint);
    }

    [Fact]
    public void What_authors_make_up_is_no_slip()
    {
        using var site = TestSite.From("""
            -- sitegen.yml --
            rules: {unknown-member: error}
            -- templates/post.html --
            {{ post.params.any }}{{ site.params.any }}{{ site.menus.any }}{{ page.params.any }}
            -- posts/a.md --
            """).Build();
        site.ProblemCount(0);
    }

    [Fact]
    public void The_warning_can_be_silenced()
    {
        using var site = TestSite.From(
            "-- sitegen.yml --\nrules: {unknown-member: off}\n-- templates/post.html --\n{{ post.titel }}\n-- posts/a.md --\n").Build();
        site.ProblemCount(0);
    }
}
