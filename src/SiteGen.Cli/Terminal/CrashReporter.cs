using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SiteGen.Cli.Terminal;

/// <summary>The run of the program that crashed.</summary>
/// <param name="Version">The version, as <c>--version</c> prints it.</param>
/// <param name="CommandLine">The command and the names of its options, without values.</param>
/// <param name="IsVerbose">Whether the stack trace is shown on the console too.</param>
/// <param name="Clock">The clock that dates the report.</param>
internal sealed record CrashedRun(string Version, string CommandLine, bool IsVerbose, TimeProvider Clock);

/// <summary>Turns an unexpected exception, which is a bug of ours, into a report file, a message and an exit code.</summary>
/// <remarks>
/// People send the report to us, so it has nothing about them that a bug does not need: no environment variables, and no
/// values of options, which are often paths.
/// </remarks>
internal sealed class CrashReporter(ConsoleReporter reporter, string folder)
{
    private const int MaxNames = 100;

    /// <summary>Writes the report and tells the user where it is.</summary>
    /// <returns><see cref="ExitCode.Bug"/>.</returns>
    public int Report(Exception exception, CrashedRun run)
    {
        var now = run.Clock.GetUtcNow();
        var report = TextOf(exception, run, now);
        var path = TryWrite(report, now);
        reporter.Fail(path is null ? CommandMessages.BugWithoutReport() : CommandMessages.Bug(path));
        if (path is null)
        {
            reporter.WriteError(report);
        }
        else if (run.IsVerbose)
        {
            reporter.WriteError($"{exception}\n");
        }

        return ExitCode.Bug;
    }

    private static string TextOf(Exception exception, CrashedRun run, DateTimeOffset now) =>
        $"""
        sitegen {run.Version}
        Time: {now.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)}
        Operating system: {RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})
        Runtime: {RuntimeInformation.FrameworkDescription} ({RuntimeInformation.RuntimeIdentifier})
        Command line: {run.CommandLine} (without values)

        {exception}

        """;

    private string? TryWrite(string report, DateTimeOffset now)
    {
        var name = $"sitegen-report-{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        for (var number = 1; number <= MaxNames; number++)
        {
            var path = Path.Combine(folder, number == 1 ? $"{name}.txt" : $"{name}-{number}.txt");
            try
            {
                Write(path, report);
                return path;
            }
            catch (IOException) when (Path.Exists(path))
            {
                // Another run crashed in the same second.
            }
            catch (Exception refusal)
                when (refusal is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                return null;
            }
        }

        return null;
    }

    // The folder may be shared: never write into a file or through a link that is there already, and only the user may read it.
    private static void Write(string path, string report)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(Encoding.UTF8.GetBytes(report));
    }
}
