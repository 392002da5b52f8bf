using System.Globalization;
using System.Runtime.InteropServices;
using SiteGen.Cli.Terminal;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests;

/// <summary>What an unexpected exception becomes: exit code 70, a plain message and a report.</summary>
public sealed class CrashReporterTests : IDisposable
{
    private const string Name = "sitegen-report-20260305-120102";

    private readonly TempFolder _folder = new();

    [Fact]
    public void The_message_is_plain_and_names_the_report()
    {
        var (exitCode, error) = Crash(_folder.Path, isVerbose: false);
        Assert.Equal(70, exitCode);
        Assert.Equal(
            [
                $"sitegen: this is a bug in sitegen; the details are in {_folder[$"{Name}.txt"]}",
                "  hint: please report it with that file and what you did before; every page of the output is whole",
            ],
            Lines(error));
    }

    [Fact]
    public void The_report_has_what_a_bug_needs_and_nothing_about_the_user()
    {
        Crash(_folder.Path, isVerbose: false);
        var report = File.ReadAllText(_folder[$"{Name}.txt"]);
        Assert.Equal(
            [
                "sitegen 1.2.3",
                "Time: 2026-03-05 12:01:02Z",
                $"Operating system: {RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})",
                $"Runtime: {RuntimeInformation.FrameworkDescription} ({RuntimeInformation.RuntimeIdentifier})",
                "Command line: sitegen build --source (without values)",
                "",
                "System.InvalidOperationException: the text of the exception",
            ],
            Lines(report)[..7]);
        Assert.Contains($"at {typeof(CrashReporterTests)}.{nameof(ThrowBug)}", report, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.GetEnvironmentVariable("PATH") ?? "PATH", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stack_trace_is_shown_when_verbose()
    {
        var (exitCode, error) = Crash(_folder.Path, isVerbose: true);
        Assert.Equal(70, exitCode);
        Assert.Contains(nameof(ThrowBug), error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder[$"{Name}.txt"]));
    }

    [Fact]
    public void The_report_is_shown_when_it_cannot_be_written()
    {
        var (exitCode, error) = Crash(_folder["missing"], isVerbose: false);
        Assert.Equal(70, exitCode);
        Assert.Equal("sitegen: this is a bug in sitegen", Lines(error)[0]);
        Assert.Contains("sitegen 1.2.3", Lines(error));
        Assert.Contains(nameof(ThrowBug), error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_report_is_not_overwritten()
    {
        File.WriteAllText(_folder[$"{Name}.txt"], "earlier");
        var (_, error) = Crash(_folder.Path, isVerbose: false);
        Assert.Equal("earlier", File.ReadAllText(_folder[$"{Name}.txt"]));
        Assert.Contains(nameof(ThrowBug), File.ReadAllText(_folder[$"{Name}-2.txt"]), StringComparison.Ordinal);
        Assert.Contains($"{Name}-2.txt", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_user_may_read_the_report()
    {
        Crash(_folder.Path, isVerbose: false);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder[$"{Name}.txt"]));
        }
    }

    // The exception comes from the console's output stream, which the program does not expect to fail like this.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_program_reports_an_exception_it_does_not_expect(bool isVerbose)
    {
        using var commandLine = new CommandLine();
        commandLine.Write("site/sitegen.yml", "base_url: https://example.org/\n");
        using var error = new StringWriter();
        string[] arguments = ["build", "-s", commandLine.Site, "--dry-run", .. isVerbose ? ["-v"] : (string[])[]];
        var exitCode = Program.Run(new ConsoleReporter(new FailingWriter(), error), arguments, CancellationToken.None);
        var path = Lines($"{error}")[0].Split(" the details are in ")[1];
        try
        {
            var report = File.ReadAllText(path);
            Assert.Equal(70, exitCode);
            Assert.Contains($"Command line: sitegen build -s --dry-run{(isVerbose ? " -v" : "")} (without values)", Lines(report));
            Assert.Matches(@"^sitegen \d+\.\d+\.\d+", report);
            Assert.DoesNotContain(commandLine.Site, report, StringComparison.Ordinal);
            Assert.Contains(nameof(FailingWriter), report, StringComparison.Ordinal);
            Assert.Equal(isVerbose, $"{error}".Contains(nameof(FailingWriter), StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(path);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static (int ExitCode, string Error) Crash(string folder, bool isVerbose)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exception = Assert.Throws<InvalidOperationException>(ThrowBug);
        var run = new CrashedRun("1.2.3", "sitegen build --source", isVerbose, new StoppedClock());
        var exitCode = new CrashReporter(new ConsoleReporter(output, error), folder).Report(exception, run);
        Assert.Equal("", $"{output}");
        return (exitCode, $"{error}");
    }

    private static void ThrowBug() => throw new InvalidOperationException("the text of the exception");

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 5, 12, 1, 2, TimeSpan.Zero);
    }

    private sealed class FailingWriter() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void WriteLine(string? value) => throw new InvalidOperationException("this stream does not work");

        public override void Write(string? value) => throw new InvalidOperationException("this stream does not work");
    }
}
