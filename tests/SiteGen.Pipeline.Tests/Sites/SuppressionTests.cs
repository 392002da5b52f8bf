using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Comments that silence a rule in one place.</summary>
public sealed class SuppressionTests
{
    [Theory]
    [InlineData("<!-- sitegen-disable-next-line broken-link -->\n[a](no.md)\n")]
    [InlineData("<!-- sitegen-disable-next-line broken-link -->\n\n[a](no.md)\n")]
    [InlineData("<!--sitegen-disable-next-line broken-link-->\n[a](no.md)\n")]
    [InlineData("Text. <!-- sitegen-disable-next-line broken-link -->\nand [a](no.md)\n")]
    [InlineData("<!-- sitegen-disable-next-line missing-picture, broken-link -->\n![](no.png) [a](no.md)\n")]
    [InlineData("<!-- sitegen-disable-next-line SG4009 -->\n<!-- sitegen-disable-next-line SG4001 -->\n![](no.png) [a](no.md)\n")]
    [InlineData("[a](no.md)\n\n<!-- sitegen-disable broken-link -->\n\n[b](no.md)\n")]
    [InlineData("---\n# sitegen-disable-next-line unknown-key\ntagz: a\n---\n")]
    [InlineData("---\ntagz: a # sitegen-disable unknown-key\n---\n")]
    public void It_silences_what_it_names(string post)
    {
        using var site = TestSite.From($"-- posts/a.md --\n{post}").Build();
        site.ProblemCount(0);
    }

    [Theory]
    [InlineData(
        "<!-- sitegen-disable-next-line broken-link -->\nText\n\n[a](no.md)\n",
        "(1,32): warning SG2110: 'broken-link' reports nothing on line 2",
        "(4,5): warning SG4001: link target 'posts/no.md' does not exist")]
    [InlineData("<!-- sitegen-disable broken-link -->\n", "(1,22): warning SG2110: 'broken-link' reports nothing in this file")]
    [InlineData("<!-- sitegen-disable brokn-link -->\n", "(1,22): warning SG2110: there is no rule 'brokn-link'")]
    [InlineData("<!-- sitegen-disable -->\n", "(1,6): warning SG2110: this comment names no rule")]
    [InlineData("<!-- sitegen-disable SG4002 -->\n", "(1,22): warning SG2110: 'SG4002' is an error, and errors cannot be silenced")]
    public void What_silences_nothing_is_said(string post, params string[] expected)
    {
        using var site = TestSite.From($"-- posts/a.md --\n{post}").Build();
        site.Problems([.. expected.Select(line => "posts/a.md" + line)]);
    }

    [Theory]
    [InlineData("```html\n<!-- sitegen-disable broken-link -->\n```\n")]
    [InlineData("> ~~~~\n> ~~~\n> <!-- sitegen-disable broken-link -->\n> ~~~~\n")]
    [InlineData("Write `<!-- sitegen-disable broken-link -->`.\n")]
    [InlineData("The words sitegen-disable broken-link do it.\n")]
    public void An_example_of_it_is_no_comment(string post)
    {
        using var site = TestSite.From($"-- posts/a.md --\n{post}").Build();
        site.ProblemCount(0);
    }

    [Fact]
    public void Templates_data_and_the_configuration_have_it_too()
    {
        using var site = TestSite.From("""
            -- sitegen.yml --
            # sitegen-disable low-contrast
            theme: {accent: "#ffff00"}
            -- posts/a.md --
            ---
            author: Ada
            ---
            -- templates/post.html --
            {{# sitegen-disable-next-line unknown-member }}
            {{ post.titel }}
            -- data/tags.yml --
            # sitegen-disable-next-line unused-term
            rust: {title: Rust}
            """).Build();
        site.ProblemCount(0);
        site.Edit("sitegen.yml", "disable low", "disable no").Build()
            .Problems(Lowest(site), "sitegen.yml(1,19): warning SG2110: there is no rule 'no-contrast'");
    }

    [Fact]
    public void A_post_that_is_left_out_is_not_asked_what_its_comments_are_for()
    {
        using var site = TestSite.From("""
            -- posts/a.md --
            -- posts/b.md --
            ---
            draft: true
            ---
            <!-- sitegen-disable-next-line broken-link -->
            [a](no.md)
            """).Build();
        site.ProblemCount(0).WithDrafts().Build().ProblemCount(0);
    }

    [Fact]
    public void A_rule_that_is_off_is_no_reason_to_ask_for_less()
    {
        using var site = TestSite.From("""
            -- sitegen.yml --
            rules: {broken-link: off}
            -- posts/a.md --
            <!-- sitegen-disable-next-line broken-link -->
            [a](no.md)
            """).Build();
        site.ProblemCount(0);
    }

    private static string Lowest(TestSite site) => site.Diagnostics.Single(problem => problem.Rule.Code == "SG1010").ToLine();
}
