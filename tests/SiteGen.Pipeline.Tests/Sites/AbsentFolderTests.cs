using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Many files that are missed in one folder have one cause, and it is told once.</summary>
public sealed class AbsentFolderTests
{
    private const string Told = "sitegen: warning SG4035: 6 pictures begin with '/assets/', and nothing of the site is there";

    [Fact]
    public void Pictures_in_a_folder_that_is_not_there_are_one_warning()
    {
        using var site = Site(6).Build();
        site.Problems(Told);
        Assert.Equal(6, site.Diagnostics.Count(problem => problem is { Rule.Code: "SG4009", Severity: DiagnosticSeverity.Note }));
        Assert.Equal(
            "copy the folder assets into static/, or write 'static: [static, {from: FOLDER, to: /assets/}]' into sitegen.yml, "
                + "where FOLDER is the one that holds them",
            site.Diagnostics[0].Hint);
        Assert.Equal(
            new DiagnosticNote("posts/a.md", new LinePosition(1, 6), "the first is '/assets/1.png'; -v shows all of them"),
            Assert.Single(site.Diagnostics[0].Notes));
    }

    [Fact]
    public void A_folder_that_is_there_and_not_copied_is_told_as_that()
    {
        using var site = Site(6).Write("assets/1.png", "x").Build();
        site.Problems(Told);
        const string Option = "static: [static, {from: assets, to: /assets/}]";
        Assert.Equal($"the folder assets/ is here, but it is not copied: write '{Option}' into sitegen.yml", site.Diagnostics[0].Hint);
        using var few = Site(1).Write("assets/1.png", "x").Build();
        few.Problems("sitegen: warning SG4035: 1 picture begins with '/assets/', and nothing of the site is there");
        // The hint is true: now all but the first are missed, each of them.
        site.Write("sitegen.yml", Option).Build().ProblemCount(5);
    }

    [Fact]
    public void Few_are_told_one_by_one_and_so_are_those_in_a_folder_of_the_site()
    {
        using var site = Site(4).Build();
        site.ProblemCount(4);
        site.Write("posts/b.md", Pictures("/assets/", 7, 3)).Build().Problems(Told.Replace("6 pic", "8 pic", StringComparison.Ordinal));
        site.Write("static/assets/x.png", "x").Build().ProblemCount(8);
        site.Delete("static/assets/x.png").Build().ProblemCount(1);
        site.Write("posts/b.md", "B").Build().ProblemCount(4);
    }

    [Fact]
    public void Links_and_relative_paths_count_too_and_every_folder_is_told()
    {
        using var site = TestSite.From(
                "-- posts/a.md --\n---\nimage: /img/cover.png\n---\n" + Pictures("../img/", 3, 0) + "[x](/img/a.md)\n")
            .Write("posts/b.md", Pictures("/wp-content/uploads/", 5, 0))
            .Build();
        site.Problems(
            "sitegen: warning SG4035: 5 pictures and links begin with '/img/', and nothing of the site is there",
            "sitegen: warning SG4035: 5 pictures begin with '/wp-content/', and nothing of the site is there");
    }

    [Theory]
    [InlineData("{absent-folder: off}", 6, DiagnosticSeverity.Warning)]
    [InlineData("{absent-folder: error}", 1, DiagnosticSeverity.Error)]
    [InlineData("{missing-picture: error}", 1, DiagnosticSeverity.Error)]
    [InlineData("{missing-picture: off}", 0, DiagnosticSeverity.Note)]
    public void The_rules_of_a_site_decide(string rules, int count, DiagnosticSeverity severity)
    {
        using var site = Site(6).Write("sitegen.yml", $"rules: {rules}\n").Build();
        site.ProblemCount(count);
        Assert.Equal(severity, site.Diagnostics.Select(problem => problem.Severity).DefaultIfEmpty(DiagnosticSeverity.Note).Max());
    }

    [Fact]
    public void Below_a_base_path_the_folder_is_the_one_behind_it()
    {
        using var site = TestSite.From("-- posts/a.md --\nA\n")
            .Write("posts/a.md", Pictures("/blog/assets/", 3, 0) + Pictures("/assets/", 6, 3))
            .WithBaseUrl("https://example.org/blog/").Build();
        site.Problems(Told);
    }

    private static TestSite Site(int count) => TestSite.From("-- posts/a.md --\nA\n").Write("posts/a.md", Pictures("/assets/", count, 0));

    private static string Pictures(string folder, int to, int from) =>
        string.Concat(Enumerable.Range(from + 1, to - from).Select(number => $"![x]({folder}{number}.png)\n\n"));
}
