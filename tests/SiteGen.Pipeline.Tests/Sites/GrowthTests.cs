using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Sites that repeat one thing: four times as much of it is four times the work. To add a case, add a line.</summary>
[Trait("Speed", "Slow")]
public sealed class GrowthTests
{
    private static readonly (string Name, int Size, Action<TestSite, int> Write)[] s_cases =
    [
        ("posts with one slug", 60, static (site, n) => Each(n, i => site.Write($"posts/{i}/a.md", "---\nslug: a\n---\nA\n"))),
        ("posts with one title", 60, static (site, n) => Each(n, i => site.Write($"posts/p{i}.md", "---\ntitle: A\n---\nA\n"))),
        ("posts with one guid", 60, static (site, n) => Each(n, i => site.Write($"posts/p{i}.md", "---\nguid: a\n---\nA\n"))),
        ("parts of a series", 60, static (site, n) => Each(n, i => site.Write($"posts/p{i}.md", "---\nseries: A\npart: 1\n---\nA\n"))),
        ("tags of a post", 60, static (site, n) => site.Write("posts/a.md", $"---\ntags: [{List(n, "tag")}]\n---\nA\n")),
        ("authors of a post", 60, static (site, n) => site.Write("posts/a.md", $"---\nauthors: [{List(n, "author")}]\n---\nA\n")),
        ("redirects one behind the other", 100, static (site, n) => Each(
            n, i => site.Write($"posts/p{i}.md", $"---\nredirect_to: p{i + 1}.md\n---\n"))),
        ("redirects in a circle", 100, static (site, n) => Each(
            n, i => site.Write($"posts/p{i}.md", $"---\nredirect_to: p{(i + 1) % n}.md\n---\n"))),
        ("broken links", 60, static (site, n) => Each(n, i => site.Write($"posts/p{i}.md", $"[a](q{i}.md)\n"))),
    ];

    public static TheoryData<string> Names { get; } = [.. s_cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Four_times_the_site_is_four_times_the_output(string name)
    {
        var (_, size, write) = Array.Find(s_cases, one => one.Name == name);
        Growth.AssertLinearSize(name, size, n => SizeOf(write, n));
    }

    [Fact]
    public void A_post_in_very_many_lists_is_shown_with_the_first_of_its_terms()
    {
        using var site = TestSite.From("-- posts/a.md --\nA\n").Write("posts/a.md", $"---\ntags: [{List(40, "tag")}]\n---\nA\n").Build();
        site.Problems().Has("rss.xml", "<category>tag29</category>").Lacks("rss.xml", "<category>tag30</category>")
            .Has("posts/a/index.html", "tag39");
    }

    private static long SizeOf(Action<TestSite, int> write, int count)
    {
        using var site = TestSite.From("-- posts/other.md --\nA\n");
        write(site, count);
        site.Build();
        return TempFolder.Contents(site.OutputFolder).Sum(file => (long)file.Value.Length);
    }

    private static string List(int count, string name) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"{name}{i}"));

    private static void Each(int count, Action<int> write)
    {
        for (var i = 0; i < count; i++)
        {
            write(i);
        }
    }
}
