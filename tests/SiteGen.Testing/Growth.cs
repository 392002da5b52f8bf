using Xunit;

namespace SiteGen.Testing;

/// <summary>Compares what work on an input and on one of the same kind, four times as large, takes: it must not be sixteen times as much.</summary>
/// <remarks>Bytes are counted and not time, so that the answer is the same on every machine.</remarks>
public static class Growth
{
    // Arrays that double need up to twice the room.
    private const double MostForFourfold = 6.5;

    /// <summary>Checks that the memory that work allocates grows with its input, and not with the square of it.</summary>
    /// <param name="name">What the input is, for the message.</param>
    /// <param name="input">Makes an input of a size.</param>
    /// <param name="size">The smaller size; large enough that what any input needs does not count.</param>
    /// <param name="work">Does the work and returns the size of what came of it.</param>
    public static void AssertLinear<T>(string name, Func<int, T> input, int size, Func<T, long> work)
    {
        var (few, small, large) = (input(1), input(size), input(4 * size));
        // Once for what is made on first use.
        work(few);
        work(small);
        var (least, _) = Measure(few, work);
        var (one, short1) = Measure(small, work);
        var (four, long4) = Measure(large, work);
        AssertRatio($"{name}: allocated bytes", one - least, four - least);
        AssertRatio($"{name}: size of the result", short1, long4);
    }

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
