using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>The limits that a site sets for its own templates.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("work: 500", "{{ for i in 1..1000 }}{{ end }}")]
    [InlineData("output_bytes: 4000", "{{ for i in 1..900 }}abcdefghij{{ i }}{{ end }}")]
    [InlineData("recursion: 5", "{{ func f; f; end; f }}")]
    public void A_limit_stops_a_page_with_one_message(string limit, string template)
    {
        using var site = TestSite.From(
            $$$"""
            -- sitegen.yml --
            limits: {{{{limit}}}}
            -- templates/layout.html --
            {{ content }}
            -- templates/post.html --
            {{{template}}}
            -- templates/home.html --
            Home
            -- posts/a.md --

            """)
            .Build();
        Assert.Equal("SG3301", Assert.Single(site.Diagnostics).Rule.Code);
        site.HasNot("posts/a/index.html").Has("index.html", "Home");
    }

    [Fact]
    public void A_template_that_ran_into_a_limit_three_times_is_not_tried_on_every_page()
    {
        var posts = string.Concat(Enumerable.Range(10, 40).Select(number => $"-- posts/p{number}.md --\n---\ntitle: {number}\n---\n"));
        using var site = TestSite.From(
            $$$"""
            -- sitegen.yml --
            limits: {work: 5000}
            -- templates/layout.html --
            {{ content }}
            -- templates/post.html --
            {{ post.title }}{{ for i in 1..1000 }}{{ if post.title > "14" }}{{ for j in 1..9 }}{{ end }}{{ end }}{{ end }}
            -- templates/home.html --
            Home

            {{{posts}}}
            """)
            .Build();
        site.Problems(
            "sitegen: error SG3301: 32 more pages are not made: their templates ran into a limit on three pages before",
            "templates/post.html(1,68): error SG3301: the page takes more than 5000 steps");
        site.Has("posts/p14/index.html", "14").HasNot("posts/p15/index.html").HasNot("posts/p49/index.html").Has("index.html", "Home");
    }

    [Fact]
    public void The_limits_of_a_site_that_sets_none_are_far_away()
    {
        using var site = TestSite.From("-- templates/post.html --\n{{ for i in 1..100000 }}{{ i }}{{ end }}\n-- posts/a.md --\n").Build();
        site.ProblemCount(0).Has("posts/a/index.html", "100000");
    }
}
