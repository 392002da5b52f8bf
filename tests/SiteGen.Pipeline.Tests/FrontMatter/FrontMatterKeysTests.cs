using SiteGen.Pipeline.FrontMatter;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.FrontMatter;

/// <summary>What follows from the table of front matter keys.</summary>
public sealed class FrontMatterKeysTests
{
    public static TheoryData<string> Names => [.. FrontMatterKeys.All.SelectMany(key => key.Names)];

    [Fact]
    public void No_name_stands_for_two_keys()
    {
        var names = FrontMatterKeys.All.SelectMany(key => key.Names).Select(FrontMatterKey.Normalize).ToArray();
        Assert.Equal(names.Distinct(), names);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_name_is_found_however_it_is_spelled(string name)
    {
        var key = FrontMatterKeys.Find(FrontMatterKey.Normalize(name));
        Assert.NotNull(key);
        Assert.Same(key, FrontMatterKeys.Find(FrontMatterKey.Normalize(name.ToUpperInvariant())));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_taxonomy_can_have_the_name_of_a_key(string name) => Assert.NotNull(FrontMatterKeys.TakenBy(name));

    [Fact]
    public void The_guide_lists_every_key_with_its_other_names()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "posts", "front-matter.md"))
            .Split("## Names from other programs")[1]
            .Split("\n## ")[0];
        var rows = FrontMatterKeys.All.Where(key => !key.Aliases.IsEmpty)
            .Select(key => $"| `{key.Name}` | {string.Join(", ", key.Aliases.Select(alias => $"`{alias}`"))} |");
        Assert.Equal(rows, guide.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_guide_explains_every_key()
    {
        var guide = FrontMatterKey.Normalize(File.ReadAllText(Path.Combine(Repository.Root, "posts", "front-matter.md")));
        Assert.All(FrontMatterKeys.All, key => Assert.Contains($"`{FrontMatterKey.Normalize(key.Name)}`", guide, StringComparison.Ordinal));
    }

    // Two of these once ended the program; the others are near to words that the program uses.
    [Theory]
    [InlineData("book")]
    [InlineData("years")]
    [InlineData("languages")]
    [InlineData("people")]
    public void A_taxonomy_can_be_called_like_something_of_the_site(string name)
    {
        using var site =
            TestSite.From($"-- sitegen.yml --\ntaxonomies: [tags, {name}]\n-- posts/a.md --\n---\ntitle: A\n{name}: [x]\n---\n").Build();
        site.Problems().Has($"{name}/x/index.html", "A");
        site.Edit("posts/a.md", "[x]", "[x, y]").Build().Problems().Has($"{name}/y/index.html", "A");
    }

    [Theory]
    [InlineData("pages", "a folder of every site")]
    [InlineData("menus", "a front matter key with a meaning of its own")]
    [InlineData("hero", "a front matter key with a meaning of its own")]
    [InlineData("cover", "a front matter key with a meaning of its own")]
    [InlineData("lastmod", "a front matter key with a meaning of its own")]
    [InlineData("by", "a front matter key with a meaning of its own")]
    [InlineData("tag", "a front matter key with a meaning of its own")]
    [InlineData("excerpt", "a front matter key with a meaning of its own")]
    [InlineData("permalink", "a front matter key with a meaning of its own")]
    [InlineData("mathjax", "a front matter key with a meaning of its own")]
    [InlineData("last-modified-at", "a front matter key with a meaning of its own")]
    public void A_taxonomy_with_a_name_that_is_taken_is_refused(string name, string reason)
    {
        using var site = TestSite.From($"-- sitegen.yml --\ntaxonomies: [tags, {name}]\n-- posts/a.md --\n---\ntitle: A\n---\n").Build();
        site.Problems($"sitegen.yml(1,1): error SG1003: '{name}' cannot be a taxonomy: it is {reason}");
    }
}
