using System.Globalization;

namespace SiteGen.Benchmarks;

/// <summary>Times whole builds of the published program, in turn with another command where one is given.</summary>
internal static class SiteBenchmark
{
    private const int Rounds = 5;

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
        var (own, other) = (new List<ProcessRun>(), new List<ProcessRun>());
        // Peak memory is the maximum of all children so far, so ours runs first.
        own.Add(FromNothing(program, folder));
        for (var round = 0; round < Rounds; round++)
        {
            if (peer is { } rival)
            {
                // In turn, so that a busy minute of the machine falls on both.
                Remove(Path.Combine(rival.Folder, rival.Output));
                var words = rival.Command.Split(' ', 2);
                other.Add(ProcessRun.Measure(words[0], words.Length > 1 ? words[1] : "", rival.Folder));
            }

            own.Add(FromNothing(program, folder));
        }

        Print("sitegen", own);
        if (peer is { Command: var command })
        {
            Print(command, other);
            Console.WriteLine(Invariant($"ratio: wall {Ratio(other, own, run => run.Wall)}, cpu {Ratio(other, own, run => run.Cpu)}, ")
                + Invariant($"memory {other[0].Peak / own[0].Peak:0.00}"));
        }
    }

    /// <summary>Builds a site from nothing, then with nothing changed, then with one text changed, and prints medians and ratios.</summary>
    public static void RunCache(string program, string folder)
    {
        var (full, same, edited) = (new List<ProcessRun>(), new List<ProcessRun>(), new List<ProcessRun>());
        var post = Directory.EnumerateFiles(Path.Combine(folder, "posts"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).First();
        var text = File.ReadAllText(post);
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                full.Add(FromNothing(program, folder));
                same.Add(ProcessRun.Measure(program, "build -q", folder));
                File.AppendAllText(post, Invariant($"\nEdit {round}.\n"));
                // Files modified within the last 50 ms are compared by content.
                Thread.Sleep(100);
                edited.Add(ProcessRun.Measure(program, "build -q", folder));
            }
        }
        finally
        {
            File.WriteAllText(post, text);
        }

        Print("from nothing", full);
        Print("nothing changed", same);
        Print("one text changed", edited);
        Console.WriteLine(
            $"ratio of wall: nothing changed {Ratio(full, same, run => run.Wall)}, one text changed {Ratio(full, edited, run => run.Wall)}");
    }

    /// <summary>Writes sites of growing size into a folder, builds each from nothing, and prints what they take.</summary>
    public static void RunScale(string program, string folder, IEnumerable<int> sizes)
    {
        foreach (var posts in sizes.Order())
        {
            var site = Path.Combine(folder, posts.ToString(CultureInfo.InvariantCulture));
            WriteSite(site, posts);
            Print(Invariant($"{posts} posts"), [FromNothing(program, site), FromNothing(program, site), FromNothing(program, site)]);
            Remove(site);
        }
    }

    private static ProcessRun FromNothing(string program, string folder)
    {
        Remove(Path.Combine(folder, "_site"));
        Remove(Path.Combine(folder, ".sitegen"));
        return ProcessRun.Measure(program, "build -q", folder);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string name, List<ProcessRun> runs) => Console.WriteLine(
        Invariant($"{name,-24} wall {Median(runs, run => run.Wall):0.000} s ({runs.Min(run => run.Wall):0.000}–{runs.Max(run => run.Wall):0.000}), ")
        + Invariant($"cpu {Median(runs, run => run.Cpu):0.000} s, peak {runs[0].Peak:0} MiB"));

    private static string Ratio(List<ProcessRun> runs, List<ProcessRun> to, Func<ProcessRun, double> figure) =>
        Invariant($"{Median(runs, figure) / Median(to, figure):0.00}");

    private static double Median(List<ProcessRun> runs, Func<ProcessRun, double> figure) =>
        runs.Select(figure).Order().ElementAt(runs.Count / 2);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
