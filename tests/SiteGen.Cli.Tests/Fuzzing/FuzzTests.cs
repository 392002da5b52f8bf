using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Fuzzing;

/// <summary>The whole program on blogs that were spoilt at random.</summary>
/// <remarks>
/// <c>SITEGEN_FUZZ_SECONDS=1800 dotnet test tests/SiteGen.Cli.Tests --filter FuzzTests</c> runs for half an hour;
/// <c>SITEGEN_FUZZ_SEED</c> repeats what a failure names.
/// </remarks>
public sealed partial class FuzzTests
{
    // Generous, for a slow machine: what this finds takes minutes or never ends.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_spoilt_blog_gets_an_answer_and_harms_nothing() => Fuzz.Run(60, BuildSpoilt);

    private static void BuildSpoilt(Random random)
    {
        using var line = new CommandLine();
        var secret = line.Write("outside/secret.txt", "secret of the outside");
        var site = new StrangeSite(line, random);
        site.Write();
        Assert.Equal((0, ""), (Build(line, []).ExitCode, ""));
        var good = OutputOf(line);
        var spoilt = site.Spoil();
        string[] arguments = random.Next(4) switch
        {
            0 => ["--strict"],
            1 => ["-D", "-F", "-E", "-v"],
            2 => ["--format", "json"],
            _ => [],
        };
        CommandResult? result = null;
        try
        {
            result = Build(line, arguments);
            AssertAnswer(result, arguments);
            AssertWhole(line, result, good);
            Assert.Equal("secret of the outside", File.ReadAllText(secret));
            Assert.Equal([secret], Directory.GetFiles(Path.GetDirectoryName(secret)!));
            AssertSteady(line, result, arguments);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{spoilt}\n{string.Join(' ', arguments)}\n{failure.Message}\n{result?.ExitCode} {result?.Output}\n{result?.Error}", failure);
        }
    }

    private static CommandResult Build(CommandLine line, string[] arguments)
    {
        var run = Task.Factory.StartNew(
            () => line.Build(["--clock", "2026-06-01T12:00:00Z", .. arguments]),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        Assert.True(run.Wait(s_patience), "there is no answer");
        return run.Result;
    }

    private static void AssertAnswer(CommandResult result, string[] arguments)
    {
        Assert.InRange(result.ExitCode, 0, 3);
        var isDocument = arguments.Contains("json");
        var isReported = isDocument && result.Output.Length > 0;
        var said = isReported ? result.Output : result.Error;
        if (result.ExitCode != 0)
        {
            Assert.Matches(isReported ? "\"severity\": \"(error|warning)\"" : "error|warning|^sitegen: ", said);
        }

        if (isReported)
        {
            Reports.ReportSchemas.AssertValid(result.Output, "build-report.json");
        }

        // No character of a file may drive the terminal, and no word of the runtime may reach it.
        Assert.DoesNotContain('\u001b', result.Error);
        Assert.DoesNotContain('\u202e', result.Error);
        Assert.DoesNotMatch(WordsOfTheRuntime(), said);
    }

    // Every page is the old one, a whole new one, or gone.
    private static void AssertWhole(CommandLine line, CommandResult result, SortedDictionary<string, string> good)
    {
        var now = OutputOf(line);
        Assert.DoesNotContain(now.Keys, path => path.StartsWith(".sitegen-", StringComparison.Ordinal) && path != ".sitegen-manifest");
        Assert.DoesNotContain("secret of the outside", string.Concat(now.Values), StringComparison.Ordinal);
        if (result.Output.Contains("nothing was written", StringComparison.Ordinal) || result.ExitCode == 2)
        {
            Assert.Equal(good, now);
        }
    }

    private static void AssertSteady(CommandLine line, CommandResult first, string[] arguments)
    {
        var before = OutputOf(line);
        var again = Build(line, arguments);
        Assert.Equal((first.ExitCode, Timeless(first.Error)), (again.ExitCode, Timeless(again.Error)));
        Assert.Equal(before, OutputOf(line));
    }

    private static SortedDictionary<string, string> OutputOf(CommandLine line)
    {
        var files = TempFolder.Contents(line.OutputFile(""));
        return new(files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value)), StringComparer.Ordinal);
    }

    private static string Timeless(string text) => Summary().Replace(text, "");

    [GeneratedRegex(@"^[^\n]*; \d+ warnings?, \d+ errors?[^\n]* s\r?$", RegexOptions.Multiline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"Exception|System\.[A-Z]|\bat SiteGen\.|Object reference|Index was outside|null reference|NaN")]
    private static partial Regex WordsOfTheRuntime();
}
