using System.Globalization;

namespace SiteGen.Benchmarks;

/// <summary>Times whole builds of the published program, in turn with another command where one is given.</summary>
internal static class SiteBenchmark
{
    /// <summary>Writes a site of generated posts with plain pages.</summary>
    public static void WriteSite(string folder, int posts)
    {
        var plain = Path.Combine(AppContext.BaseDirectory, "PlainSite");
        foreach (var file in Directory.EnumerateFiles(plain, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(plain, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? folder);
            File.Copy(file, target, overwrite: true);
        }

        new CorpusGenerator(1).Write(Path.Combine(folder, "posts"), posts);
    }

    /// <summary>Builds a site from nothing, again and again, and prints medians and ratios.</summary>
    /// <param name="program">The published program.</param>
    /// <param name="folder">The site.</param>
    /// <param name="peer">Another command, its folder and the output it leaves; null for none.</param>
    public static void Run(string program, string folder, (string Command, string Folder, string Output)? peer)
    {
        const int Rounds = 5;
        var (own, other) = (new List<ProcessRun>(), new List<ProcessRun>());
        for (var round = 0; round < Rounds; round++)
        {
            // In turn, so that a busy minute of the machine falls on both. Peak memory is that of the hungriest child: ours goes first.
            Remove(Path.Combine(folder, "_site"));
            own.Add(ProcessRun.Measure(program, "build -q", folder));
        }

        Print("sitegen", own);
        if (peer is not { } rival)
        {
            return;
        }

        for (var round = 0; round < Rounds; round++)
        {
            Remove(Path.Combine(rival.Folder, rival.Output));
            var words = rival.Command.Split(' ', 2);
            other.Add(ProcessRun.Measure(words[0], words.Length > 1 ? words[1] : "", rival.Folder));
            Remove(Path.Combine(folder, "_site"));
            own.Add(ProcessRun.Measure(program, "build -q", folder));
        }

        Print(rival.Command, other);
        var ratio = string.Create(
            CultureInfo.InvariantCulture,
            $"ratio: wall {Median(other, run => run.Wall) / Median(own, run => run.Wall):0.00}, cpu "
                + $"{Median(other, run => run.Cpu) / Median(own, run => run.Cpu):0.00}, memory "
                + $"{other[0].Peak / own[0].Peak:0.00}");
        Console.WriteLine(ratio);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string name, List<ProcessRun> runs) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-24} wall {Median(runs, run => run.Wall):0.000} s "
            + $"({runs.Min(run => run.Wall):0.000}–{runs.Max(run => run.Wall):0.000}), cpu "
            + $"{Median(runs, run => run.Cpu):0.000} s, peak {runs[0].Peak:0} MiB"));

    private static double Median(List<ProcessRun> runs, Func<ProcessRun, double> figure) =>
        runs.Select(figure).Order().ElementAt(runs.Count / 2);
}
