using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SiteGen.Templating.Library;
using SiteGen.Templating.Running;
using SiteGen.Text;
using Xunit.Abstractions;

namespace SiteGen.Templating.Tests;

/// <summary>No template throws, hangs or exhausts the stack, whatever is written in it.</summary>
/// <remarks>
/// <c>SITEGEN_FUZZ_SECONDS</c> sets how long it runs and starts somewhere new, <c>SITEGEN_FUZZ_SEED</c> repeats a run.
/// </remarks>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly string[] s_fragments =
    [
        "{{", "}}", "{{-", "~}}", "{%{", "}%}", "(", ")", "[", "]", "{", "}", "\"", "'", "`", "$\"", "{a", "|", "?.", "??", "..", "..<",
        " if ", " else ", " end ", " for x in ", " while true ", " func f(a, b = 1, c...) ", " do ", " ret ", " wrap f ",
        " $$ ", " with this ",
        " capture y ", " case x ", " when 1, 2 ", " tablerow z in 1..9 cols: 2 ", " import this ", " readonly x ", " break ", " continue ",
        "include \"a\" ", "object.eval ", "object.eval_template ", "array.each ", " | string.upcase", "99999999999999999999",
        "1e999", "0x", "-", "!", "@", "^",
        "\u00e9", "\ud83d\ude00", "\0", "\n", "\r\n", ";", ",", ":", "=", "+=", "++", "##", "#", "\\", "\\u12", "this", "empty",
        "null", "$0", "$", "$x", "<a href=\"", "<script>", "</script>", "<style>", "</",
    ];

    [Fact]
    [Trait("Speed", "Slow")]
    public void Mangled_templates_give_problems_and_nothing_worse()
    {
        var isLong = double.TryParse(
            Environment.GetEnvironmentVariable("SITEGEN_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var wanted);
        // The suite walks the same way every day; a longer run looks somewhere new.
        var fallback = isLong ? Environment.TickCount : 20_260_601;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SITEGEN_FUZZ_SEED"), CultureInfo.InvariantCulture, out var given)
            ? given
            : fallback;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var seeds = Seeds();
        var clock = Stopwatch.StartNew();
        var count = 0;
        while (isLong ? clock.Elapsed.TotalSeconds < wanted : count < 2_000)
        {
            var text = Mangle(random, seeds);
            var started = clock.Elapsed;
            var problem = Run(text, random.Next(2) == 0);
            Assert.True(problem is null, $"seed {seed}: {problem}\n{text}");
            Assert.True((clock.Elapsed - started).TotalSeconds < 5, $"seed {seed}: takes too long\n{text}");
            count++;
        }

        output.WriteLine($"{count} templates");
    }

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("{a:", "1", "}")]
    [InlineData("!", "1", "")]
    [InlineData("-", "1", "")]
    [InlineData("@", "1", "")]
    [InlineData("a.", "b", "")]
    [InlineData("a?.", "b", "")]
    [InlineData("a[", "b", "]")]
    [InlineData("1+", "1", "")]
    [InlineData("\"a\"+", "1", "")]
    [InlineData("1??", "1", "")]
    [InlineData("true&&", "1", "")]
    [InlineData("1|math.plus 1", "", "")]
    [InlineData("x|string.size+", "1", "")]
    [InlineData("1 ? ", "1", ": 2")]
    [InlineData("1 ? 2 : ", "1", "")]
    [InlineData("$\"{", "1", "}\"")]
    [InlineData("f(", "1", ")")]
    [InlineData("if 1;", "1", ";end")]
    [InlineData("for x in 1..1;", "1", ";end")]
    [InlineData("do;", "1", ";end")]
    [InlineData("func f;", "1", ";end")]
    [InlineData("capture x;", "1", ";end")]
    [InlineData("with {};", "1", ";end")]
    [InlineData("if 1;else ", "if 1", ";end")]
    [InlineData("if 0;end;", "1", "")]
    [InlineData("x=[x];", "x", "")]
    [InlineData("x={a:x};", "x==x; object.to_json x", "")]
    [InlineData("}}{{if 1}}{{", "1", "}}{{end")]
    public void Deep_or_long_code_is_no_danger(string open, string middle, string close)
    {
        foreach (var count in (int[])[200, 5_000, 50_000])
        {
            var text = new StringBuilder("{{ ")
                .Insert(3, open, count)
                .Append(middle)
                .Insert(3 + (open.Length * count) + middle.Length, close, count)
                .Append(" }}");
            Assert.Null(Run(text.ToString(), true));
        }
    }

    private static string? Run(string text, bool escapeHtml)
    {
        var options = new TemplateOptions { EscapeHtml = escapeHtml };
        var limits = new RenderOptions
        {
            LoopLimit = 2_000,
            WorkLimit = 200_000,
            OutputLimit = 200_000,
            RegexTimeout = TimeSpan.FromMilliseconds(50),
        };
        string? result = null;
        var worker = new Thread(() => result = RunHere(text, options, limits), 512 * 1024);
        worker.Start();
        return worker.Join(TimeSpan.FromSeconds(20)) ? result : "does not end";
    }

    private static string? RunHere(string text, TemplateOptions options, RenderOptions limits)
    {
        try
        {
            var main = TemplateParser.Parse(new SourceText("a", Encoding.UTF8.GetBytes(text)), options);
            var context = new RenderContext(TemplateSet.Create([main.Value]), BuiltinFunctions.Table, limits);
            var ok = context.Render(main.Value, JsonModel.Read(s_model), null, new Utf8Buffer());
            return ok || !main.Diagnostics.IsEmpty || !context.Diagnostics.IsEmpty || context.BrokenInclude is not null
                ? null
                : "stopped without saying why";
        }
#pragma warning disable CA1031 // Any exception is what this test looks for.
        catch (Exception exception)
        {
            return exception.ToString();
        }
#pragma warning restore CA1031
    }

    private static readonly JsonElement s_model = JsonDocument.Parse("""
        {"title": "A & B", "n": 7, "list": [1, "two", null, {"a": 1}], "page": {"title": "x", "tags": ["a", "b"]}, "d": {"$date": "2024-03-05T07:08:09"}}
        """).RootElement;

    private static List<string> Seeds()
    {
        var seeds = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "cases.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("template").GetString()!)
            .Where(text => text.Length < 4_000)
            .ToList();
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var templates = Path.Combine(folder, "templates");
            if (File.Exists(Path.Combine(folder, "SiteGen.sln")) && Directory.Exists(templates))
            {
                seeds.AddRange(Directory.EnumerateFiles(templates, "*.html", SearchOption.AllDirectories).Select(File.ReadAllText));
            }
        }

        return seeds;
    }

    private static string Mangle(Random random, List<string> seeds)
    {
        var text = new StringBuilder(Pick(random, seeds));
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 12), text.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, Pick(random, s_fragments));
                    break;
                case 2:
                    text.Remove(at, length).Insert(at, Pick(random, s_fragments));
                    break;
                case 3:
                    text.Insert(at, text.ToString(at, length), random.Next(1, 40));
                    break;
                default:
                    var other = Pick(random, seeds);
                    var from = random.Next(other.Length + 1);
                    text.Insert(at, other.AsSpan(from, Math.Min(random.Next(60), other.Length - from)));
                    break;
            }
        }

        return text.ToString();
    }

    private static string Pick(Random random, IReadOnlyList<string> from) => from[random.Next(from.Count)];
}
