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
    public void The_limits_of_a_site_that_sets_none_are_far_away()
    {
        using var site = TestSite.From("-- templates/post.html --\n{{ for i in 1..100000 }}{{ i }}{{ end }}\n-- posts/a.md --\n").Build();
        site.ProblemCount(0).Has("posts/a/index.html", "100000");
    }
}
