using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Published;

/// <summary>Two builds into one output folder: one after the other, or one of them not at all.</summary>
public sealed class ConcurrentBuildTests
{
    [EnvironmentFact(PublishedProgram.Variable)]
    [Trait("Speed", "Slow")]
    public void Two_sites_in_one_folder_never_become_a_mix()
    {
        using var first = new PublishedProgram(30, "First.");
        using var second = new PublishedProgram(30, "Second.");
        var output = first["both"];
        second.Write("site/static/second.txt", "second");
        Assert.Equal(0, first.Build().ExitCode);
        Assert.Equal(0, second.Build().ExitCode);
        for (var round = 0; round < 4; round++)
        {
            var builds = new[] { first, second }.Select(site => site.Start("build", "-s", site.Site, "-o", output)).ToArray();
            Assert.All(builds, build => Assert.Equal(0, PublishedProgram.End(build).ExitCode));
            var found = PublishedProgram.PagesIn(output);
            Assert.Equal(found.ContainsKey("second.txt") ? second.Pages : first.Pages, found);
        }

        Assert.Equal([".sitegen-manifest"], Directory.EnumerateFileSystemEntries(output, ".sitegen*").Select(Path.GetFileName));
    }

    [EnvironmentFact(PublishedProgram.Variable)]
    [Trait("Speed", "Slow")]
    public void A_build_that_waits_in_vain_names_the_process_that_builds()
    {
        using var program = new PublishedProgram(100);
        var first = program.Start("build", "-s", program.Site);
        Assert.True(PublishedProgram.WaitFor(() => program.HasStaging, first));
        PublishedProgram.Signal(first, "STOP");
        var second = program.Build();
        Assert.Equal((3, ""), (second.ExitCode, second.Output));
        Assert.Equal(
            $"sitegen: another build is writing into '{program.Output}': process {first.Id}\n"
            + "  hint: wait until it is done, or build into another folder with -o\n",
            second.Error);
        // What writes nothing, or elsewhere, need not wait.
        Assert.Equal(0, program.Build("-n").ExitCode);
        Assert.Equal(0, program.Build("-o", program["other"]).ExitCode);
        PublishedProgram.Signal(first, "CONT");
        Assert.Equal(0, PublishedProgram.End(first).ExitCode);
        Assert.Equal(PublishedProgram.PagesIn(program["other"]), program.Pages);
        Assert.False(program.HasStaging);
    }

    [EnvironmentFact(PublishedProgram.Variable)]
    [Trait("Speed", "Slow")]
    public void The_lock_of_a_build_that_was_killed_is_gone_with_it()
    {
        using var program = new PublishedProgram(100);
        var first = program.Start("build", "-s", program.Site);
        Assert.True(PublishedProgram.WaitFor(() => program.HasStaging, first));
        first.Kill();
        first.WaitForExit();
        Assert.Equal(0, program.Build().ExitCode);
    }
}
