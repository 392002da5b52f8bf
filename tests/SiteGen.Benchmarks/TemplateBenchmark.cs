using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SiteGen.Templating;
using SiteGen.Templating.Library;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Benchmarks;

/// <summary>Times one blog page: the scenario, the reference's figures and the method are in <c>Scriban/README.md</c>.</summary>
internal static class TemplateBenchmark
{
    private const int WarmUp = 3_000;
    private const int Rounds = 7;
    private const int PerRound = 10_000;

    public static void Run()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Scriban");
        var sources = Sources(folder);
        var model = JsonMembers.Read(JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "model.json"))).RootElement);
        var expected = File.ReadAllBytes(Path.Combine(folder, "expected.html"));
        var output = new Utf8Buffer();
        var templates = Parse(sources);
        var context = new RenderContext(TemplateSet.Create(templates), BuiltinFunctions.Table, RenderOptions.Default);
        if (!context.Render(templates[0], model, null, output) || !output.WrittenSpan.SequenceEqual(expected))
        {
            throw new InvalidOperationException($"the page is not as expected: {string.Join('\n', context.Diagnostics)}\n{output}");
        }

        Measure("render, one context reused", () =>
        {
            output.Clear();
            _ = context.Render(templates[0], model, null, output);
        });
        Measure("parse layout and partials", () => Parse(sources));
        Measure("parse and render", () =>
        {
            output.Clear();
            var parsed = Parse(sources);
            var fresh = new RenderContext(TemplateSet.Create(parsed), BuiltinFunctions.Table, RenderOptions.Default);
            _ = fresh.Render(parsed[0], model, null, output);
        });
    }

    private static ImmutableArray<SourceText> Sources(string folder)
    {
        ImmutableArray<string> names = ["layout.html", "partials/head.html", "partials/nav.html", "partials/footer.html"];
        return [.. names.Select(name => new SourceText(name, File.ReadAllBytes(Path.Combine(folder, name))))];
    }

    private static ImmutableArray<Template> Parse(ImmutableArray<SourceText> sources) =>
        [.. sources.Select(static source => TemplateParser.Parse(source, TemplateOptions.Default).Value)];

    private static void Measure(string name, Action work)
    {
        for (var i = 0; i < WarmUp; i++)
        {
            work();
        }

        var times = new double[Rounds];
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < PerRound; i++)
            {
                work();
            }

            times[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / PerRound;
        }

        bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / (Rounds * PerRound);
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-30} {times[Rounds / 2],8:0.0} µs {bytes,9} bytes"));
    }
}
