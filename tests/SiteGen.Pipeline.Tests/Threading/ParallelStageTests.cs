using SiteGen.Pipeline.Threading;

namespace SiteGen.Pipeline.Tests.Threading;

public sealed class ParallelStageTests
{
    [Fact]
    public void Each_thread_counts_for_itself_and_nothing_is_lost()
    {
        var progress = new BuildProgress();
        Assert.Null(progress.Stage);
        progress.Begin("parse");
        Assert.Equal(("parse", 0, 0), (progress.Stage?.Name, progress.Stage?.Done, progress.Stage?.Total));
        var results = ParallelStage.Run(
            [.. Enumerable.Range(0, 10_000)], () => 1, (one, item) => item + one, progress, CancellationToken.None);
        Assert.Equal(("parse", 10_000, 10_000), (progress.Stage?.Name, progress.Stage?.Done, progress.Stage?.Total));
        Assert.Equal(Enumerable.Range(1, 10_000), results);
    }
}
