using System.Globalization;
using System.Text;
using System.Text.Json;
using SiteGen.Testing;
using Xunit.Abstractions;

namespace SiteGen.Templating.Tests;

/// <summary>The language is what the recorded cases say.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private const string Variable = "SITEGEN_SCRIBAN_CASES";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_recorded_case_comes_out_as_recorded(bool isStrict) =>
        RunAll(Path.Combine(AppContext.BaseDirectory, "Cases"), isStrict);

    /// <summary>More of the same, from a folder outside of the repository.</summary>
    [EnvironmentTheory(Variable)]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_case_of_the_given_folder_comes_out_as_recorded(bool isStrict) =>
        RunAll(Environment.GetEnvironmentVariable(Variable) ?? "", isStrict);

    private void RunAll(string folder, bool isStrict)
    {
        var report = new StringBuilder();
        var areas = new SortedDictionary<string, (int Passed, int Failed, int Skipped)>(StringComparer.Ordinal);
        foreach (var recorded in Cases(folder))
        {
            var count = areas.GetValueOrDefault(recorded.Area);
            if (recorded.NeedsCultures)
            {
                areas[recorded.Area] = count with { Skipped = count.Skipped + 1 };
                continue;
            }

            var failure = recorded.Run(isStrict);
            areas[recorded.Area] = failure is null ? count with { Passed = count.Passed + 1 } : count with { Failed = count.Failed + 1 };
            if (failure is not null)
            {
                report.Append(CultureInfo.InvariantCulture, $"{recorded.Id} ({recorded.Area}): {failure}\n");
            }
        }

        foreach (var (area, count) in areas)
        {
            report.Append(CultureInfo.InvariantCulture, $"{area}: {count.Passed} passed, {count.Failed} failed, {count.Skipped} skipped\n");
        }

        var (passed, failed, skipped) = (
            areas.Values.Sum(c => c.Passed), areas.Values.Sum(c => c.Failed), areas.Values.Sum(c => c.Skipped));
        report.Append(CultureInfo.InvariantCulture, $"all, strict {isStrict}: {passed} passed, {failed} failed, {skipped} skipped\n");
        output.WriteLine(report.ToString());
        Assert.True(failed == 0 && passed > 0, report.ToString());
    }

    private static IEnumerable<ConformanceCase> Cases(string folder) => Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines)
        .Where(line => line.Length > 0)
        .Select(line => new ConformanceCase(JsonDocument.Parse(line).RootElement));
}
