using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Published;

/// <summary>Signals, and disks that refuse: what is said is true.</summary>
public sealed class FaultTests
{
    [EnvironmentFact(PublishedProgram.Variable)]
    [Trait("Speed", "Slow")]
    public void A_build_that_is_asked_to_end_leaves_the_output_as_it_was()
    {
        using var program = new PublishedProgram(100);
        Assert.Equal(0, program.Build().ExitCode);
        var before = program.Files;
        foreach (var (signal, exitCode) in new[] { ("INT", 130), ("TERM", 143), ("HUP", 129) })
        {
            program.Write("site/sitegen.yml", $"title: {signal}\n");
            var build = program.Start("build", "-s", program.Site);
            Assert.True(PublishedProgram.WaitFor(() => program.HasStaging, build));
            PublishedProgram.Signal(build, signal);
            var result = PublishedProgram.End(build);
            Assert.Equal((exitCode, "", "sitegen: interrupted; the output is as it was\n"), (result.ExitCode, result.Output, result.Error));
            Assert.Equal(before, program.Files);
            Assert.False(program.HasStaging);
        }
    }

    [EnvironmentFact(PublishedProgram.Variable)]
    [Trait("Speed", "Slow")]
    public void A_preview_that_is_asked_to_end_ends_well()
    {
        using var program = new PublishedProgram(3);
        foreach (var signal in (string[])["INT", "TERM", "HUP"])
        {
            var preview = program.Start("serve", "-s", program.Site, "-p", "0");
            // The address is the second line.
            Assert.NotNull(preview.StandardOutput.ReadLine());
            Assert.NotNull(preview.StandardOutput.ReadLine());
            PublishedProgram.Signal(preview, signal);
            Assert.Equal((0, ""), (PublishedProgram.End(preview) is var result ? result.ExitCode : 0, result.Error));
        }
    }

    [EnvironmentFact(PublishedProgram.Variable)]
    [Trait("Speed", "Slow")]
    public void A_file_that_the_system_lets_grow_no_further_leaves_the_output_as_it_was()
    {
        using var program = new PublishedProgram(20);
        Assert.Equal(0, program.Build().ExitCode);
        var before = program.Files;
        program.Write("site/static/long.txt", new string('x', 900_000));
        program.Write("site/sitegen.yml", "title: Long\n");
        // The runtime maps its own memory by way of a file unless it is told not to.
        var result = program.Shell(
            "trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0 COMPlus_EnableDiagnostics=0; ulimit -f 400; exec \"$0\" build -s \"$1\"");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("error SG6002: 'long.txt' cannot be written: it is too large for this disk", result.Error, StringComparison.Ordinal);
        Assert.Contains("the output is as it was", result.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was written", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, program.Files);
        Assert.False(program.HasStaging);
        Assert.Equal(0, program.Build().ExitCode);
    }

    // A folder on a small disk of its own, where mounting is allowed: elsewhere the shell says so with its exit code.
    [EnvironmentTheory(PublishedProgram.Variable)]
    [Trait("Speed", "Slow")]
    [InlineData(true)]
    [InlineData(false)]
    public void A_disk_that_is_full_leaves_the_output_as_it_was(bool isWholeSite)
    {
        const int CannotMount = 99;
        using var program = new PublishedProgram(20);
        var folder = isWholeSite ? "$1" : "$1/_site";
        program.Write("content.md", "---\ntitle: Long\n---\n");
        var copies = isWholeSite ? "cp -r \"$1\" \"$1.old\";" : "";
        var result = program.Shell(
            $"{copies} mkdir -p \"{folder}\"; unshare -m sh -c 'mount -t tmpfs -o size=1500k none \"{folder}\" || exit {CannotMount}; "
            + (isWholeSite ? "cp -r \"$1.old/.\" \"$1\"; " : "")
            + "\"$0\" build -q -s \"$1\" || exit 98; cp -r \"$1/_site\" \"$1.before\"; mkdir -p \"$1/static\"; "
            + "head -c 900000 /dev/zero > \"$1/static/a.bin\"; head -c 900000 /dev/zero > \"$1/static/b.bin\"; "
            + "echo title: Full > \"$1/sitegen.yml\"; \"$0\" build -s \"$1\"; code=$?; cp -r \"$1/_site\" \"$1.after\"; "
            + "ls -A \"$1/.sitegen\" >&2; exit $code' \"$0\" \"$1\"");
        if (result.ExitCode is CannotMount or 1 or 126 or 127)
        {
            Assert.True(result.Output.Length == 0, result.Output + result.Error);
            return;
        }

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("cannot be written: the disk is full", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("build-", result.Error, StringComparison.Ordinal);
        Assert.Equal(PublishedProgram.FilesIn(program["site.before"]), PublishedProgram.FilesIn(program["site.after"]));
    }
}
