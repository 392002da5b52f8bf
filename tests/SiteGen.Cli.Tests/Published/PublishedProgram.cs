using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Published;

/// <summary>The program as it is published, with a blog of its own, and what can befall a process.</summary>
internal sealed partial class PublishedProgram : IDisposable
{
    /// <summary>The environment variable that names the program's file.</summary>
    public const string Variable = "SITEGEN_PUBLISHED";

    private readonly TempFolder _folder = new();
    private readonly List<Process> _running = [];

    /// <summary>A blog of so many posts, in a file each.</summary>
    public PublishedProgram(int posts, string text = "Once.")
    {
        Write("site/sitegen.yml", "base_url: https://example.org/\n");
        for (var i = 0; i < posts; i++)
        {
            Write($"site/posts/p{i}.md", $"---\ntitle: Post {i}\ndate: 2020-01-{1 + (i % 28):00}\ntags: [t{i % 7}]\n---\n{text}\n");
        }
    }

    public string Site => _folder["site"];

    public string Output => _folder["site/_site"];

    /// <summary>Whether there is a folder of unfinished outputs.</summary>
    public bool HasStaging => Directory.Exists(_folder["site/.sitegen"])
        && Directory.EnumerateDirectories(_folder["site/.sitegen"], "build-*").Any();

    public string this[string path] => _folder[path];

    /// <summary>What is in the output folder, bytes as characters.</summary>
    public SortedDictionary<string, string> Files => FilesIn(Output);

    /// <summary>The same but for the program's own lists.</summary>
    public SortedDictionary<string, string> Pages => PagesIn(Output);

    public static SortedDictionary<string, string> FilesIn(string folder) => new(
        TempFolder.Contents(folder).ToDictionary(file => file.Key, file => Encoding.Latin1.GetString(file.Value)), StringComparer.Ordinal);

    public static SortedDictionary<string, string> PagesIn(string folder) => new(
        FilesIn(folder).Where(file => !file.Key.StartsWith(".sitegen-", StringComparison.Ordinal)).ToDictionary(),
        StringComparer.Ordinal);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }

    /// <summary>Starts a command.</summary>
    public Process Start(params string[] arguments) => Start(Program, arguments);

    /// <summary>Starts it by way of another program.</summary>
    public Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("the program does not start");
        _running.Add(process);
        return process;
    }

    /// <summary>Waits for the end.</summary>
    public static CommandResult End(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CommandResult(process.ExitCode, output, error.Result);
    }

    public CommandResult Run(params string[] arguments) => End(Start(arguments));

    public CommandResult Build(params string[] arguments) => Run(["build", "-s", Site, .. arguments]);

    /// <summary>Builds by way of a shell, with the program as <c>$0</c> and the site as <c>$1</c>.</summary>
    public CommandResult Shell(string script) => End(Start("sh", ["-c", script, Program, Site]));

    /// <summary>Sends a signal by its name.</summary>
    public static void Signal(Process process, string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits until there is something at a path, or the process has ended.</summary>
    public static bool WaitFor(Func<bool> isThere, Process process)
    {
        while (!isThere())
        {
            if (process.HasExited)
            {
                return false;
            }

            Thread.Yield();
        }

        return true;
    }

    /// <summary>Every link of a page to a page or file of the site that is not there.</summary>
    public static IEnumerable<string> BrokenLinks(SortedDictionary<string, string> pages) =>
        pages.Where(page => page.Key.EndsWith(".html", StringComparison.Ordinal))
            .SelectMany(page => Link().Matches(page.Value)
                .Select(link => link.Groups[1].Value.Split('#', '?')[0])
                .Where(target => !pages.ContainsKey((target.EndsWith('/') ? target + "index.html" : target)[1..]))
                .Select(target => $"{page.Key}: {target}"));

    public void Dispose()
    {
        foreach (var process in _running)
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit();
            }

            process.Dispose();
        }

        _folder.Dispose();
    }

    private static string Program => Environment.GetEnvironmentVariable(Variable) ?? "";

    [GeneratedRegex("(?:href|src)=\"(/[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
