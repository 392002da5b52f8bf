using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Documentation;

/// <summary>Every example of the guide's page of examples is built; what the page says becomes of it must.</summary>
/// <remarks>
/// A fence <c>site</c> is an archive; each fence <c>shows PATH</c> behind it holds lines that stand in that output, in this
/// order. A fence <c>says</c> holds every warning and error of the build, a line each; without one there is none.
/// </remarks>
public sealed class ByExampleTests
{
    private static readonly ReferencePage s_page = new("pages/by-example.md");

    /// <summary>The examples: the number of each.</summary>
    public static TheoryData<int> Examples => [.. Enumerable.Range(0, Split().Count)];

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(Examples))]
    public void The_site_becomes_what_the_page_shows(int number)
    {
        var example = Split()[number];
        using var site = TestSite.From(example[0].Text)
            .Build()
            .Problems([.. example.Where(fence => fence.Kind == "says").SelectMany(fence => LinesOf(fence.Text))]);
        Assert.True(example.Count > 1, "an example shows what becomes of it");
        foreach (var shown in example.Skip(1).Where(fence => fence.Kind != "says"))
        {
            var path = shown.Kind["shows ".Length..];
            // The name of a theme's file changes with its content.
            var output = site.Output(path.Split('*') is [var start, _]
                ? site.Result.Rendered.Single(name => name.StartsWith(start, StringComparison.Ordinal))
                : path);
            var at = 0;
            foreach (var line in LinesOf(shown.Text))
            {
                var found = output.IndexOf(line, at, StringComparison.Ordinal);
                Assert.True(found >= 0, $"{shown.Kind} lacks, behind what stands above it: {line}\n{output}");
                at = found + line.Length;
            }
        }
    }

    private static string[] LinesOf(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static List<List<Fence>> Split()
    {
        var examples = new List<List<Fence>>();
        foreach (var fence in s_page.Fences)
        {
            if (fence.Kind == "site")
            {
                examples.Add([fence]);
            }
            else if (fence.Kind == "says" || fence.Kind.StartsWith("shows ", StringComparison.Ordinal))
            {
                examples[^1].Add(fence);
            }
        }

        return examples;
    }
}
