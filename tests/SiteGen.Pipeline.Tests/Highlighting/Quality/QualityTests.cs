using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Highlighting;
using SiteGen.Pipeline.Tests.Corpora;
using SiteGen.Testing;
using Xunit.Abstractions;

namespace SiteGen.Pipeline.Tests.Highlighting.Quality;

/// <summary>Colours are compared with those of TextMate's grammars and of Chroma; the guide has the result.</summary>
public sealed class QualityTests(ITestOutputHelper output)
{
    // TextMate's grammars for these are missing, or lose their way in the samples; Chroma marks types and calls in few places.
    private static readonly string[] s_chroma =
        ["elixir", "graphql", "haskell", "kotlin", "makefile", "objective-c", "perl", "scala", "sql", "swift", "toml", "xml"];

    private static readonly string[] s_notMarked = ["type", "call", "key"];

    // Which have nobody to compare with: the first only consists of other languages, the second is nobody else's.
    private static readonly string[] s_alone = ["console", "scriban"];

    [InstalledFact("hugo")]
    [Trait("Speed", "Slow")]
    public void The_guide_says_how_well_each_language_is_coloured()
    {
        var names = Languages.All.Select(source => source.Name).Except(s_alone).Order(StringComparer.Ordinal).ToArray();
        var samples = names.ToDictionary(name => name, name => Languages.SampleOf(name).TrimEnd('\n'), StringComparer.Ordinal);
        var textMate = new TextMateOracle();
        using var chroma = new ChromaOracle(s_chroma.Select(name => (name, samples[name])));
        var table = new StringBuilder("| Language | comment | string | number | keyword | type | call | key | beside |\n")
            .Append("|---|--:|--:|--:|--:|--:|--:|--:|---|\n");
        foreach (var name in names)
        {
            var isChroma = s_chroma.Contains(name);
            var score = new Score();
            var theirs = isChroma ? chroma.Read(name, samples[name]) : textMate.Read(name, samples[name]) ?? [];
            score.Add(samples[name], Ours(name, samples[name]), theirs);
            var cells = Score.Classes.Select(kind => isChroma && s_notMarked.Contains(kind) ? "–" : score.Cell(kind));
            var title = GrammarSet.BuiltIn.Find(name)?.Title;
            var beside = isChroma ? "Chroma" : "TextMate";
            table.Append(CultureInfo.InvariantCulture, $"| {title} | {string.Join(" | ", cells)} | {beside} |\n");
        }

        var page = Repository.Read("pages/code.md").ReplaceLineEndings("\n");
        var start = page.IndexOf("| Language | comment", StringComparison.Ordinal);
        var end = page.IndexOf("\n\n", start, StringComparison.Ordinal);
        Snapshot.Match($"{page[..start]}{table.ToString().TrimEnd('\n')}{page[end..]}", "../pages/code.md");
    }

    [EnvironmentFact(Corpus.Variable)]
    public void The_code_of_other_blogs_is_coloured_as_well_as_the_samples()
    {
        var textMate = new TextMateOracle();
        var scores = new SortedDictionary<string, Score>(StringComparer.Ordinal) { ["all"] = new Score() };
        foreach (var (language, code) in CorpusFences.All())
        {
            if (CorpusFences.NameOf(language) is { } name && !s_chroma.Contains(name) && textMate.Read(name, code) is { } theirs)
            {
                scores.TryAdd(name, new Score());
                scores[name].Add(code, Ours(name, code), theirs);
                scores["all"].Add(code, Ours(name, code), theirs);
            }
        }

        foreach (var (name, score) in scores)
        {
            output.WriteLine($"{name,-12} {string.Join(' ', Score.Classes.Select(kind => $"{kind} {score.Cell(kind)}"))}");
        }

        Assert.All(
            ["comment", "string", "number", ClassMap.Keyword],
            kind => Assert.True(scores["all"].F1(kind) >= 0.85, $"{kind} {scores["all"].Cell(kind)}"));
    }

    private static string[] Ours(string name, string code) =>
    [
        .. Languages.TokensOf(name, Encoding.UTF8.GetBytes(code))
            .SelectMany(token => Enumerable.Repeat(ClassMap.Of(token.Class), token.Text.Length)),
    ];
}
