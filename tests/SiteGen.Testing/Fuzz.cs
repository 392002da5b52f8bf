using System.Diagnostics;
using System.Globalization;

namespace SiteGen.Testing;

/// <summary>Runs a test on many random inputs, each with a seed of its own.</summary>
/// <remarks>
/// The suite runs the same cases every day. <c>SITEGEN_FUZZ_SECONDS</c> sets how long to run instead and starts somewhere
/// new; <c>SITEGEN_FUZZ_SEED</c> starts with the case that a failure names.
/// </remarks>
public static class Fuzz
{
    private const int FixedSeed = 20_261_124;

    /// <summary>Runs a case as often as given, or for as long as the environment says.</summary>
    /// <exception cref="InvalidOperationException">A case failed: its seed, and the reason within.</exception>
    public static void Run(int count, Action<Random> body)
    {
        var isLong = double.TryParse(
            Environment.GetEnvironmentVariable("SITEGEN_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds);
        var isGiven = int.TryParse(Environment.GetEnvironmentVariable("SITEGEN_FUZZ_SEED"), CultureInfo.InvariantCulture, out var given);
        var first = isGiven ? given : isLong ? Environment.TickCount : FixedSeed;
        var clock = Stopwatch.StartNew();
        for (var i = 0; isLong ? clock.Elapsed.TotalSeconds < seconds : i < count; i++)
        {
            RunOne(unchecked(first + i), body);
        }
    }

    private static void RunOne(int seed, Action<Random> body)
    {
        try
        {
            body(new Random(seed));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"SITEGEN_FUZZ_SEED={seed}: {exception.Message}", exception);
        }
    }
}
