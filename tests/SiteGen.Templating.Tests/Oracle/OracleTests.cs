using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Scriban;
using Xunit.Abstractions;

namespace SiteGen.Templating.Tests.Oracle;

/// <summary>What the package's own evaluator makes of a template, our engine makes of it.</summary>
/// <remarks>
/// <c>SITEGEN_ORACLE_COUNT</c> sets the number of generated templates, <c>SITEGEN_ORACLE_SEED</c> the seed of the first. Each next one
/// has the next seed and depends on nothing else, so a long run can be cut into parts, and one template repeated by its seed.
/// </remarks>
public sealed class OracleTests(ITestOutputHelper output)
{
    private const string SameOutput = "give the same output";
    private const string BothStop = "both stop";
    private const int MaxReported = 150;
    private static readonly JsonSerializerOptions s_format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_recorded_case_comes_out_as_the_package_renders_it(bool isStrict)
    {
        var report = new StringBuilder();
        var count = 0;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "cases.jsonl")))
        {
            var json = JsonDocument.Parse(line).RootElement;
            if (json.TryGetProperty("needs", out _) || json.TryGetProperty("volatile", out _))
            {
                continue;
            }

            count++;
            var result = new OracleCase(json, isStrict).Run(new TemplateContext());
            if (!result.Agrees)
            {
                report.Append(CultureInfo.InvariantCulture, $"{json.GetProperty("id")}: {result}\n");
            }
        }

        output.WriteLine($"{count} cases");
        Assert.True(report.Length == 0 && count > 800, report.ToString());
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Generated_templates_come_out_as_the_package_renders_them()
    {
        var count = Setting("SITEGEN_ORACLE_COUNT", 2_000);
        var seed = Setting("SITEGEN_ORACLE_SEED", 1);
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var report = new StringBuilder();
        var failed = 0;
        for (var i = seed; i < seed + count && failed < MaxReported; i++)
        {
            var random = new Random(i);
            var (template, model, isStrict) = (new TemplateGenerator(random).Create(), new ModelGenerator(random).Create(), i % 4 == 0);
            if (Outcome(template, model, isStrict) is { } outcome)
            {
                tally[outcome] = tally.GetValueOrDefault(outcome) + 1;
                continue;
            }

            failed++;
            report.Append(CultureInfo.InvariantCulture, $"seed {i}{(isStrict ? ", strict" : "")}\n");
            report.Append(Describe(template, model, isStrict)).Append('\n');
        }

        var same = tally.GetValueOrDefault(SameOutput);
        var excused = count - failed - same - tally.GetValueOrDefault(BothStop);
        output.WriteLine(string.Join('\n', tally.Select(entry => $"{entry.Value} {entry.Key}").Append($"{excused} of {count} excused")));
        Assert.True(failed == 0, report.ToString());
        Assert.True(count < 1_000 || (same > count / 3 && excused < count / 50), "the templates say too little");
    }

    // How the two agree, or why they may differ; null when they differ for no known reason.
    private static string? Outcome(Fragment template, JsonObject model, bool isStrict)
    {
        var item = OracleCase.Create(template.ToString(), model, isStrict);
        var result = item.Run(new AdjustedContext());
        return !result.Agrees ? IntendedDifferences.ReasonFor(item, result)
            : result.Stops ? BothStop
            : SameOutput;
    }

    private static string Describe(Fragment template, JsonObject model, bool isStrict)
    {
        var (least, members) = TemplateShrinker.Shrink(template, model, (part, values) => Outcome(part, values, isStrict) is null);
        var result = OracleCase.Create(least.ToString(), members, isStrict).Run(new AdjustedContext());
        return $"""
            template {JsonSerializer.Serialize(least.ToString(), s_format)}
            model    {members.ToJsonString(s_format)}
            package  {result.Package}
            ours     {result.Own}

            """;
    }

    private static int Setting(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : usual;
}
