using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Modeling.Searching;
using SiteGen.Pipeline.Routing;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Modeling;

/// <summary>Two new words and the summary change three files, whose fingerprints are then those of a site that is read anew.</summary>
public sealed class SearchFingerprintTests
{
    [Theory]
    [InlineData(3, 1)]
    [InlineData(1_001, 3)]
    public void An_edited_plan_has_the_fingerprints_of_a_new_one(int posts, int changed)
    {
        using var site = TestSite.From("-- sitegen.yml --\nsearch: true\narchives: off\n");
        for (var post = 0; post < posts; post++)
        {
            site.Write($"posts/p{post}.md", $"---\ntitle: P{post}\n---\nSummary.\n\n## Part {post}\n\nText rare{post}.\n");
        }

        var before = site.Plan();
        var all = FingerprintsOf(before);
        site.Edit("posts/p1.md", "Text rare1.", "Text rare1: zebra, quaggas.");
        var path = Path.Combine(site.SourceFolder, "posts", "p1.md");
        var edited = BuildPipeline.PlanEdits(before, before.Options, BuildCache.Empty, [path]);
        Assert.NotNull(edited);
        Assert.Equal(FingerprintsOf(site.Plan()), FingerprintsOf(edited));
        Assert.Equal(changed, all.Zip(FingerprintsOf(edited)).Count(pair => pair.First != pair.Second));
    }

    private static Fingerprint[] FingerprintsOf(SitePlan plan) =>
    [
        .. plan.Routes.Routes.OfType<SearchIndexRoute>().Select(route => plan.Input.Fingerprints[new DependencyKey(
            DependencyKind.Search, route.Section.List.Id, SearchFingerprints.PartOf(route.Has, route.Number))]),
    ];
}
