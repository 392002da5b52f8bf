using System.Diagnostics;
using SiteGen.Cli.Terminal;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests;

/// <summary>A run of the program: what it told the shell, and what it wrote.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error);

/// <summary>The program in a folder with a small blog.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly TempFolder _folder = new();

    public CommandLine()
    {
        Write("site/posts/hello.md", "---\ntitle: Hello\ndate: 2020-01-12\n---\nHi.\n");
        Directory.CreateDirectory(_folder["templates"]);
    }

    public string Site => _folder["site"];

    public string OutputFile(string path) => _folder[$"site/_site/{path}"];

    public string this[string path] => _folder[path];

    public string Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
        return _folder[path];
    }

    /// <summary>Builds the blog, at an address that is usual unless another is given.</summary>
    public CommandResult Build(params string[] arguments) => Run(["build", "-s", Site, .. BaseUrl(arguments), .. arguments]);

    /// <summary>Runs the program as Main does, with its own exit code and both streams as text.</summary>
    public static CommandResult Run(params string[] arguments) => Run(CancellationToken.None, arguments);

    public static CommandResult Run(CancellationToken interrupted, params string[] arguments) =>
        Run(ConsoleTraits.Plain, interrupted, arguments);

    /// <summary>Runs the program on a console of some kind.</summary>
    public static CommandResult Run(ConsoleTraits console, CancellationToken interrupted, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = Program.Run(new ConsoleReporter(output, error, console), arguments, interrupted);
        var result = new CommandResult(exitCode, output.ToString(), error.ToString());
        Assert.DoesNotContain("   at SiteGen", result.Output + result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", result.Output + result.Error, StringComparison.Ordinal);
        return result;
    }

    /// <summary>The words that start the program as a process of its own.</summary>
    public static string[] ProcessWords =>
        [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Path.Combine(AppContext.BaseDirectory, "sitegen.dll")];

    /// <summary>Runs the program as a process of its own, with this text on its standard input.</summary>
    public static CommandResult RunProcess(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(ProcessWords[0], [.. ProcessWords[1..], .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("the program does not start");
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CommandResult(process.ExitCode, output, error.Result);
    }

    private static string[] BaseUrl(string[] arguments) =>
        arguments.Any(argument => argument is "-b" or "--base-url") ? [] : ["-b", "https://example.org/"];

    public void Dispose() => _folder.Dispose();
}
