using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SiteGen.Benchmarks;

/// <summary>What one run of a program cost, as the system counts it.</summary>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Cpu">Seconds of processor time, user and system.</param>
/// <param name="Peak">The largest resident memory of any child so far, in MiB.</param>
internal sealed partial record ProcessRun(double Wall, double Cpu, double Peak)
{
    private const int Children = -1;

    /// <summary>Runs a program to its end.</summary>
    public static ProcessRun Measure(string program, string arguments, string folder)
    {
        var before = Usage();
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException($"{program} does not start");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var after = Usage();
        return process.ExitCode == 0
            ? new ProcessRun(wall, after.Cpu - before.Cpu, after.Peak)
            : throw new InvalidOperationException($"{program} {arguments} ended with {process.ExitCode}");
    }

    private static (double Cpu, double Peak) Usage()
    {
        var usage = new long[18];
        if (GetUsage(Children, usage) != 0)
        {
            throw new InvalidOperationException("the system does not tell what its programs use");
        }

        // struct rusage: user time, system time, each seconds and microseconds; then the peak in KiB (getrusage(2)).
        return (usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6), usage[4] / 1024.0);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, long[] usage);
}
