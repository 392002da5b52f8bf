using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Published;

/// <summary>A build that is killed, at any moment, leaves a whole site.</summary>
public sealed class KillTests
{
    private const int Posts = 30;

    // So many that a busy machine too sees a build while it commits.
    private const int ManyPosts = 200;

    [EnvironmentFact(PublishedProgram.Variable)]
    [Trait("Speed", "Slow")]
    public void Law_13_a_build_that_is_killed_while_it_commits_tears_no_page_and_breaks_no_link()
    {
        using var program = new PublishedProgram(ManyPosts);
        var random = new Random(20261130);
        var sites = new[] { Built(program, 0), Built(program, 1) };
        var killed = 0;
        for (var round = 0; round < 16; round++)
        {
            var (before, after) = (sites[(round + 1) % 2], sites[round % 2]);
            Edit(program, round % 2);
            var build = program.Start("build", "-s", program.Site);
            PublishedProgram.WaitFor(() => File.Exists(Path.Combine(program.Output, ".sitegen-pending")), build);
            Thread.SpinWait(random.Next(30_000));
            build.Kill();
            build.WaitForExit();
            killed += build.ExitCode == 0 ? 0 : 1;
            AssertWhole(before, after, program.Pages, $"round {round}");
            var next = program.Build();
            Assert.Equal((0, ""), (next.ExitCode, next.Error));
            Assert.Equal(after, program.Pages);
            AssertClean(program);
        }

        Assert.True(killed > 4, $"only {killed} builds were killed in time");
    }

    [EnvironmentFact(PublishedProgram.Variable)]
    [Trait("Speed", "Slow")]
    public void Law_13_a_build_that_is_killed_before_it_commits_changes_nothing()
    {
        using var program = new PublishedProgram(Posts);
        var random = new Random(1);
        Assert.Equal(0, program.Build().ExitCode);
        var before = program.Files;
        Edit(program, 0);
        for (var round = 0; round < 10; round++)
        {
            var build = program.Start("build", "-s", program.Site);
            PublishedProgram.WaitFor(() => program.HasStaging, build);
            Thread.SpinWait(random.Next(20_000));
            build.Kill();
            build.WaitForExit();
            if (File.Exists(Path.Combine(program.Output, ".sitegen-pending")) || build.ExitCode == 0)
            {
                break;
            }

            Assert.Equal(before, program.Files);
            Assert.False(Directory.Exists(Path.Combine(program.Output, ".sitegen-staging")));
        }

        Assert.Equal(0, program.Build().ExitCode);
        AssertClean(program);
    }

    [EnvironmentFact(PublishedProgram.Variable)]
    [Trait("Speed", "Slow")]
    public void Law_13_a_first_build_that_is_killed_shows_no_front_page_before_all_it_leads_to()
    {
        using var program = new PublishedProgram(Posts);
        Assert.Equal(0, program.Build("-o", program["other"]).ExitCode);
        var after = PublishedProgram.PagesIn(program["other"]);
        var random = new Random(2);
        for (var round = 0; round < 8; round++)
        {
            var build = program.Start("build", "-s", program.Site);
            PublishedProgram.WaitFor(() => File.Exists(Path.Combine(program.Output, ".sitegen-pending")), build);
            Thread.SpinWait(random.Next(4_000));
            build.Kill();
            build.WaitForExit();
            var found = program.Pages;
            Assert.All(found, page => Assert.Equal(after[page.Key], page.Value));
            Assert.True(!found.ContainsKey("index.html") || found.Count == after.Count);
            Assert.Equal((0, ""), (program.Build() is var next ? next.ExitCode : 0, next.Error));
            Assert.Equal(after, program.Pages);
            AssertClean(program);
            Directory.Delete(program.Output, recursive: true);
        }
    }

    // Every page changes, one with its tag is new, another one goes.
    private static void Edit(PublishedProgram program, int variant)
    {
        program.Write("site/sitegen.yml", $"title: Variant {variant}\nbase_url: https://example.org/\n");
        program.Write($"site/posts/n{variant}.md", $"---\ntitle: New {variant}\ndate: 2021-01-01\ntags: [n{variant}]\n---\nNew.\n");
        File.Delete(program[$"site/posts/n{1 - variant}.md"]);
    }

    private static SortedDictionary<string, string> Built(PublishedProgram program, int variant)
    {
        Edit(program, variant);
        Assert.Equal(0, program.Build().ExitCode);
        return program.Pages;
    }

    private static void AssertWhole(
        SortedDictionary<string, string> before,
        SortedDictionary<string, string> after,
        SortedDictionary<string, string> found,
        string what)
    {
        Assert.All(found, page => Assert.True(
            IsAs(before, page.Key, page.Value) || IsAs(after, page.Key, page.Value),
            $"{what}: {page.Key} is torn: {page.Value}"));
        Assert.All(before.Keys.Intersect(after.Keys), path => Assert.True(found.ContainsKey(path), $"{what}: {path} is missing"));
        // A page as it was may lead to one that was there; nothing that it leads to is removed before it is replaced.
        var known = PublishedProgram.BrokenLinks(before).Concat(PublishedProgram.BrokenLinks(after)).ToHashSet();
        var isNewComplete = after.Keys.All(found.ContainsKey);
        var changed = found.Where(page => before.ContainsKey(page.Key));
        Assert.True(
            isNewComplete || changed.All(page => IsAs(before, page.Key, page.Value)),
            $"{what}: pages changed before all new ones came");
        // Pages that go may lead to others that went before them: nothing leads to any of them.
        var isGoing = before.Keys.Any(path => !found.ContainsKey(path));
        Assert.All(
            PublishedProgram.BrokenLinks(found).Where(link => (isGoing ? after : before).ContainsKey(link.Split(": ")[0])),
            link => Assert.True(known.Contains(link), $"{what}: {link}"));
    }

    private static bool IsAs(SortedDictionary<string, string> pages, string path, string text) =>
        pages.TryGetValue(path, out var expected) && text == expected;

    private static void AssertClean(PublishedProgram program)
    {
        Assert.False(program.HasStaging);
        Assert.Equal(
            [".sitegen-manifest"],
            Directory.EnumerateFileSystemEntries(program.Output, ".sitegen*").Select(Path.GetFileName));
        Assert.DoesNotContain(
            Directory.EnumerateDirectories(program.Output, "*", SearchOption.AllDirectories),
            folder => !Directory.EnumerateFileSystemEntries(folder).Any());
    }
}
