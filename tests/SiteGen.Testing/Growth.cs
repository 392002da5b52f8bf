using Xunit;

namespace SiteGen.Testing;

/// <summary>Compares what work on an input takes with what four times as much of it takes: not sixteen times as much.</summary>
/// <remarks>Bytes are counted and not time, so that the answer is the same on every machine.</remarks>
public static class Growth
{
    // Arrays that double need up to twice the room.
    private const double MostForFourfold = 6.5;

    /// <summary>Checks that what work allocates, and what comes of it, grows with its input and not with the square of it.</summary>
    /// <param name="name">What the input is, for the message.</param>
    /// <param name="input">Makes an input of a size.</param>
    /// <param name="size">The smaller size; large enough that what any input needs does not count.</param>
    /// <param name="work">Does the work, on this thread, and returns the size of what came of it.</param>
    public static void AssertLinear<T>(string name, Func<int, T> input, int size, Func<T, long> work)
    {
        var (few, small, large) = (input(1), input(size), input(4 * size));
        // Once for what is made on first use.
        work(few);
        work(small);
        var (least, _) = Measure(few, work);
        var (one, oneSize) = Measure(small, work);
        var (four, fourSize) = Measure(large, work);
        AssertRatio($"{name}: allocated bytes", one - least, four - least);
        AssertRatio($"{name}: size of the result", oneSize, fourSize);
    }

    /// <summary>Checks that what comes of work on any threads grows with its input, and not with the square of it.</summary>
    public static void AssertLinearSize(string name, int size, Func<int, long> work) =>
        AssertRatio($"{name}: size of the result", work(size), work(4 * size));

    private static void AssertRatio(string what, long one, long four)
    {
        const long Noise = 64 * 1024;
        Assert.True(
            four <= Noise + (MostForFourfold * Math.Max(one, 0)),
            FormattableString.Invariant($"{what}: {one} for an input, {four} for one four times as large"));
    }

    private static (long Allocated, long Result) Measure<T>(T input, Func<T, long> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = work(input);
        return (GC.GetAllocatedBytesForCurrentThread() - before, result);
    }
}
