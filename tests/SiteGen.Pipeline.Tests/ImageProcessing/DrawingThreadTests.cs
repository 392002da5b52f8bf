using SiteGen.Pipeline.ImageProcessing;

namespace SiteGen.Pipeline.Tests.ImageProcessing;

public sealed class DrawingThreadTests
{
    [Fact]
    public void Whoever_asks_is_served_by_the_same_thread()
    {
        var threads = new int[200];
        Parallel.For(0, threads.Length, i => threads[i] = DrawingThread.Run(() => Environment.CurrentManagedThreadId));
        Assert.Single(threads.Distinct());
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, threads);
    }

    [Fact]
    public void What_is_thrown_reaches_who_asked_and_the_thread_goes_on()
    {
        Assert.Throws<FormatException>(() => DrawingThread.Run(() => throw new FormatException()));
        Assert.Equal(1, DrawingThread.Run(() => 1));
    }
}
