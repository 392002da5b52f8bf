using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace SiteGen.Benchmarks;

/// <summary>Times previews: from the start to the first page, and from saving a file to its new bytes.</summary>
/// <remarks>
/// Asks again a millisecond after each answer; time runs from the moment the file is closed. Another command, such as
/// <c>hugo server</c>, is measured behind ours in the same run. Our templates are not its: only edits of posts are
/// compared. Files are put back.
/// </remarks>
internal sealed class ServeBenchmark(string folder, string post, string page, int edits)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Measures a program of ours, and another command where one is given.</summary>
    /// <param name="program">The published program.</param>
    /// <param name="folder">The site; of its posts the last by name is edited, and must be shown on the home page or not at all.</param>
    /// <param name="edits">How many edits of each kind.</param>
    /// <param name="peer">The other command, its folder and the root of its preview; null for none.</param>
    public static void Run(string program, string folder, int edits, (string Command, string Folder, string Root)? peer)
    {
        var own = Of(folder, edits).Measure("sitegen", program, "serve -q -p 4173", "http://localhost:4173/", hasTemplates: true);
        if (peer is not { } rival)
        {
            return;
        }

        var words = rival.Command.Split(' ', 2);
        var other = Of(rival.Folder, edits).Measure(words[0], words[0], words.Length > 1 ? words[1] : "", rival.Root, hasTemplates: false);
        Console.Write(Invariant($"ratio: start {other.Start / own.Start:0.0}, body {other.Body / own.Body:0.0}, "));
        Console.WriteLine(Invariant($"title {other.Title / own.Title:0.0}, memory {other.Memory / own.Memory:0.0}"));
    }

    // The newest post, which the home page shows, so that its title can be looked for there.
    private static ServeBenchmark Of(string folder, int edits)
    {
        var posts = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Where(path => !path.Contains("_site", StringComparison.Ordinal));
        var newest = posts.MaxBy(
            path => File.ReadLines(path).Take(12).FirstOrDefault(line => line.StartsWith("date:", StringComparison.Ordinal)),
            StringComparer.Ordinal) ?? throw new InvalidOperationException($"no posts in {folder}");
        return new ServeBenchmark(folder, newest, $"posts/{Path.GetFileNameWithoutExtension(newest)}/", edits);
    }

    private Process Start(string program, string arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start");
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private Figures Measure(string name, string program, string arguments, string root, bool hasTemplates)
    {
        var text = File.ReadAllText(post);
        var template = Path.Combine(folder, "templates", "post.html");
        var templateBefore = File.Exists(template) ? File.ReadAllText(template) : null;
        using var client = new HttpClient { BaseAddress = new Uri(root) };
        var start = Stopwatch.GetTimestamp();
        using var process = Start(program, arguments);
        try
        {
            Until(client, page, "</");
            var ready = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            // What is rendered in advance is not part of an edit.
            Thread.Sleep(TimeSpan.FromSeconds(5));
            var memory = MemoryOf(process);
            var body = Edits(client, page, i => (post, $"{text}\nBody{i}mark\n"), "Body{0}mark");
            var title = Edits(client, "", i => (post, Titled(text, $"Title{i}mark")), "Title{0}mark");
            Print(name, "start to first page", [ready]);
            Print(name, "body to page", body);
            Print(name, "title to home page", title);
            if (hasTemplates)
            {
                var layout = templateBefore ?? "<article>{{ post.content }}</article>\n";
                Directory.CreateDirectory(Path.GetDirectoryName(template) ?? folder);
                Print(name, "template to page", Edits(client, page, i => (template, $"{layout}Mark{i}mark\n"), "Mark{0}mark"));
            }

            Thread.Sleep(TimeSpan.FromSeconds(5));
            var after = MemoryOf(process);
            Console.WriteLine(Invariant($"{name,-10} memory {memory:0} MiB, after the edits {after:0} MiB"));
            return new Figures(ready, Median(body), Median(title), after);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            File.WriteAllText(post, text);
            Restore(template, templateBefore);
        }
    }

    private List<double> Edits(HttpClient client, string url, Func<int, (string Path, string Text)> edit, string mark)
    {
        var times = new List<double>();
        for (var i = 0; i < edits; i++)
        {
            var (path, text) = edit(i);
            File.WriteAllText(path, text);
            var start = Stopwatch.GetTimestamp();
            Until(client, url, string.Format(CultureInfo.InvariantCulture, mark, i));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Thread.Sleep(s_pause);
        }

        return times;
    }

    private static string Titled(string text, string title)
    {
        var lines = text.Split('\n');
        var at = Array.FindIndex(lines, line => line.StartsWith("title:", StringComparison.Ordinal));
        lines[at] = $"title: \"{title}\"";
        return string.Join('\n', lines);
    }

    private static void Until(HttpClient client, string url, string mark)
    {
        for (var end = Stopwatch.GetTimestamp() + (120 * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end; Thread.Sleep(1))
        {
            try
            {
                using var response = client.Send(new HttpRequestMessage(HttpMethod.Get, url));
                using var reader = new StreamReader(response.Content.ReadAsStream());
                if (response.StatusCode == HttpStatusCode.OK && reader.ReadToEnd().Contains(mark, StringComparison.Ordinal))
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not there yet.
            }
        }

        throw new TimeoutException($"{client.BaseAddress}{url} never had '{mark}'");
    }

    private static void Restore(string path, string? text)
    {
        if (text is not null)
        {
            File.WriteAllText(path, text);
        }
        else if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private static double MemoryOf(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / (1024.0 * 1024.0);
    }

    private static void Print(string name, string what, List<double> times)
    {
        var slow = times.Order().ElementAt((int)Math.Ceiling(times.Count * 0.95) - 1);
        Console.WriteLine(Invariant(
            $"{name,-10} {what,-20} median {Median(times),7:0.0} ms, 95th percentile {slow,7:0.0} ms, of {times.Count}"));
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private sealed record Figures(double Start, double Body, double Title, double Memory);
}
