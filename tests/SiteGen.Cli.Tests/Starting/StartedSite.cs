using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Starting;

/// <summary>A site in a folder of its own, to which commands add at noon of 5 March 2026.</summary>
internal sealed class StartedSite : IDisposable
{
    private const string Clock = "2026-03-05T12:00:00Z";

    private readonly TempFolder _folder = new();

    public StartedSite(string configuration = "author: Ana\ntime_zone: Europe/Berlin\n") => Write("sitegen.yml", configuration);

    /// <summary>The site's folder, which has a neighbour of its own.</summary>
    public string Path => _folder["site"];

    /// <summary>The folder around it.</summary>
    public string Around => _folder.Path;

    /// <summary>The text of a file of the site.</summary>
    public string this[string path] => File.ReadAllText(System.IO.Path.Combine(Path, path));

    public bool Has(string path) => System.IO.Path.Exists(System.IO.Path.Combine(Path, path));

    public string Write(string path, string text)
    {
        var full = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    /// <summary>Runs <c>sitegen new post</c> or <c>new page</c>.</summary>
    public CommandResult New(string kind, params string[] arguments) =>
        CommandLine.Run(["new", kind, "-s", Path, "--clock", Clock, .. arguments]);

    /// <summary>Runs a command that dates nothing.</summary>
    public CommandResult Add(string kind, params string[] arguments) => CommandLine.Run(["new", kind, "-s", Path, .. arguments]);

    public CommandResult Build() => CommandLine.Run("build", "-s", Path, "-b", "https://example.org/", "--strict", "--no-cache");

    /// <summary>The paths that a command has printed, from the site's folder.</summary>
    public string[] Printed(CommandResult result)
    {
        Assert.Equal(0, result.ExitCode);
        return
        [
            .. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => System.IO.Path.GetRelativePath(Path, line.TrimEnd('\r')).Replace('\\', '/'))
        ];
    }

    /// <summary>What was said about an error, without the name of the program.</summary>
    public static string Refusal(CommandResult result, int exitCode)
    {
        Assert.Equal((exitCode, ""), (result.ExitCode, result.Output));
        return result.Error.ReplaceLineEndings("\n").TrimEnd('\n');
    }

    public void Dispose() => _folder.Dispose();
}
