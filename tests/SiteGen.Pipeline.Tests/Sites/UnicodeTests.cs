using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Names in two Unicode forms are one name: some file systems hand them out apart, letter and accent.</summary>
public sealed class UnicodeTests
{
    [Fact]
    public void Two_forms_of_a_tag_are_one_page()
    {
        using var site = TestSite.From(
            "-- posts/a.md --\n---\ntitle: A\ntags: [Caf\u00E9]\n---\n-- posts/b.md --\n---\ntitle: B\ntags: [Cafe\u0301]\n---\n").Build();
        site.Has("tags/caf\u00E9/index.html").HasNot("tags/cafe\u0301/index.html").ProblemCount(1);
    }

    [Fact]
    public void Two_forms_of_an_address_clash()
    {
        using var site =
            TestSite.From("-- posts/a.md --\n---\nslug: \u00E9t\u00E9\n---\n-- posts/b.md --\n---\nslug: e\u0301te\u0301\n---\n").Build();
        Assert.Equal("SG4002", Assert.Single(site.Diagnostics).Rule.Code);
    }
}
