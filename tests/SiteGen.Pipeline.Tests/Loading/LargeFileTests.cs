using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Loading;

/// <summary>Files of any size, with what a build allocates for them.</summary>
/// <remarks>No other test may run at the same time: what is allocated is counted for all of the process.</remarks>
[Collection(nameof(LargeFileTests))]
[CollectionDefinition(nameof(LargeFileTests), DisableParallelization = true)]
public sealed class LargeFileTests
{
    [Fact]
    public void A_large_file_is_copied_and_compared_in_blocks()
    {
        const int Size = 96 << 20;
        using var site = TestSite.From("-- posts/a.md --\nA\n", "-- static/film.mp4 --\n", "-- templates/assets/film.mp4 --\n").Build();
        foreach (var path in (string[])["static/film.mp4", "templates/assets/film.mp4"])
        {
            using var file = File.OpenWrite(Path.Combine(site.SourceFolder, path));
            file.SetLength(Size);
        }

        var options = SiteFile.Load(
            new OptionSources(RawOptions.None.With("source", site.SourceFolder)), TestClock.At("2026-06-01T12:00:00Z")).Value;
        // Replaces a file, then finds it unchanged.
        for (var round = 0; round < 2; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var result = BuildPipeline.Run(SourceScanner.ScanAll(options), options, BuildCache.Empty, CancellationToken.None);
            var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            // The address of an asset has its fingerprint in it.
            Assert.Equal(round == 0 ? (1, 1) : (0, 0), (result.Changes?.Replaced, result.Changes?.Created));
            Assert.True(allocated < 40 << 20, $"{allocated >> 20} MB");
        }

        Assert.Equal(Size, new FileInfo(Path.Combine(site.OutputFolder, "film.mp4")).Length);
    }
}
