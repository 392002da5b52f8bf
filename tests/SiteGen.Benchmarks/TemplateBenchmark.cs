using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
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

        var package = Package(folder, sources);
        if (package.Render() != Encoding.UTF8.GetString(expected))
        {
            throw new InvalidOperationException("the page of the package is not as expected");
        }

        Measure("render, one context reused", () =>
        {
            output.Clear();
            _ = context.Render(templates[0], model, null, output);
        }, () => package.Render());
        Measure("parse layout and partials", () => Parse(sources), package.Parse);
        Measure("parse and render", () =>
        {
            output.Clear();
            var parsed = Parse(sources);
            var fresh = new RenderContext(TemplateSet.Create(parsed), BuiltinFunctions.Table, RenderOptions.Default);
            _ = fresh.Render(parsed[0], model, null, output);
        }, null);
    }

    private static PackageEngine Package(string folder, ImmutableArray<SourceText> sources)
    {
        var model = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "model.json"))).RootElement;
        return new PackageEngine(sources.ToDictionary(source => source.Path, source => Encoding.UTF8.GetString(source.Bytes.Span)), model);
    }

    private static ImmutableArray<SourceText> Sources(string folder)
    {
        ImmutableArray<string> names = ["layout.html", "partials/head.html", "partials/nav.html", "partials/footer.html"];
        return [.. names.Select(name => new SourceText(name, File.ReadAllBytes(Path.Combine(folder, name))))];
    }

    private static ImmutableArray<Template> Parse(ImmutableArray<SourceText> sources) =>
        [.. sources.Select(static source => TemplateParser.Parse(source, TemplateOptions.Default).Value)];

    // Ours and the package's in turn, round by round, so that both see the same machine.
    private static void Measure(string name, Action own, Action? package)
    {
        Action[] both = package is null ? [own] : [own, package];
        var times = both.Select(_ => new double[Rounds]).ToArray();
        var bytes = new long[both.Length];
        for (var round = -1; round < Rounds; round++)
        {
            for (var i = 0; i < both.Length; i++)
            {
                var (time, allocated) = Time(both[i], round < 0 ? WarmUp : PerRound);
                if (round >= 0)
                {
                    (times[i][round], bytes[i]) = (time, allocated);
                }
            }
        }

        var medians = times.Select(rounds => rounds.Order().ElementAt(Rounds / 2)).ToArray();
        Print($"{name,-30} {medians[0],8:0.0} µs {bytes[0],9} bytes");
        if (package is not null)
        {
            Print($"{"  the package",-30} {medians[1],8:0.0} µs {bytes[1],9} bytes, ratio {medians[0] / medians[1]:0.00}");
        }
    }

    private static (double Microseconds, long Bytes) Time(Action work, int count)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            work();
        }

        var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
        return (time, (GC.GetAllocatedBytesForCurrentThread() - bytes) / count);
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
