using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SiteGen.Pipeline;
using SiteGen.Text;
using Xunit.Sdk;

namespace SiteGen.Testing;

/// <content>Builds each site with a published program too, when the environment names one.</content>
/// <remarks>What trimming and ahead-of-time compilation break is silent: so the program has to say and to write the same.</remarks>
public sealed partial class TestSite
{
    /// <summary>The variable that names the program.</summary>
    public const string ProgramVariable = "SITEGEN_SITES_PROGRAM";

    private static readonly string? s_program = Environment.GetEnvironmentVariable(ProgramVariable);

    private static readonly (string Key, string Option)[] s_switches =
        [("drafts", "-D"), ("future", "-F"), ("expired", "-E"), ("strict", "--strict"), ("dry_run", "-n")];

    private void CompareWithProgram(BuildResult clean, SortedDictionary<string, byte[]> expected)
    {
        using var folder = new TempFolder();
        var expectedSaid = SaidBy(clean);
        var said = SaidBy(RunProgram(s_program ?? "", folder["out"]));
        if (said != expectedSaid)
        {
            throw new XunitException($"the published program says something else; {Snapshot.FirstDifference(expectedSaid, said)}");
        }

        // To be strict without a base URL, which tests need not have, is to write nothing.
        var writes = _given.CommandLineValue("dry_run") != "true" && _given.CommandLineValue("strict") != "true";
        if (clean.Errors == 0 && clean.Changes is not null && writes)
        {
            CompareFiles(expected, TempFolder.Contents(folder["out"]));
        }
    }

    private JsonElement RunProgram(string program, string output)
    {
        string[] arguments =
        [
            "build", "-s", SourceFolder, "-o", output, "--no-cache", "--format", "json", "-q", "--clock",
            _clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
            .. s_switches.Where(pair => _given.CommandLineValue(pair.Key) == "true").Select(pair => pair.Option),
            .. _given.CommandLineValue("environment") is { } environment ? ["-e", environment] : (string[])[],
            .. _given.CommandLineValue("base_url") is { } url ? ["-b", url] : (string[])[],
        ];
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = SourceFolder,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("the program does not start");
        var error = process.StandardError.ReadToEndAsync();
        var report = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return report.Length > 0
            ? JsonDocument.Parse(report).RootElement.GetProperty("diagnostics")
            : throw new XunitException($"the published program ends with {process.ExitCode}: {error.Result}");
    }

    private static string SaidBy(BuildResult clean) => string.Concat(clean.Diagnostics
        .Where(problem => problem.Severity > DiagnosticSeverity.Note && !IsAboutOutput(problem.Rule.Code))
        .Select(problem => $"{problem.Path} {problem.Start.Line} {problem.Start.Column} {problem.Rule.Code} {problem.Message} {problem.Hint}\n"));

    private string SaidBy(JsonElement diagnostics) => string.Concat(diagnostics.EnumerateArray()
        .Where(problem => !IsAboutOutput(Text(problem, "code")) && (_needsBaseUrl || Text(problem, "code") != "SG1013"))
        .Select(problem => $"{Text(problem, "path")} {Number(problem, "line")} {Number(problem, "column")} "
            + $"{Text(problem, "code")} {Text(problem, "message")} {Text(problem, "hint")}\n"));

    private static string Text(JsonElement problem, string name) => problem.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static int Number(JsonElement problem, string name) => problem.TryGetProperty(name, out var value) ? value.GetInt32() : 0;

    // What is said of the output folder depends on what stood in it, which an empty one cannot repeat.
    private static bool IsAboutOutput(string code) => code.StartsWith("SG6", StringComparison.Ordinal);
}
