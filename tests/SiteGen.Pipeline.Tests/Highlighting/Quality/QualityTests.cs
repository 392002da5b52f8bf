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
    // TextMate's grammars for these are missing, or lose their way in the samples.
    private static readonly string[] s_chroma =
        ["elixir", "graphql", "haskell", "kotlin", "makefile", "objective-c", "perl", "scala", "sql", "swift", "toml", "xml"];

    // Which have nobody to compare with: the first only consists of other languages, the second is nobody else's.
    private static readonly string[] s_alone = ["console", "scriban"];

    private readonly ClassMap _map = new("ours.txt");

    [InstalledFact("hugo")]
    [Trait("Speed", "Slow")]
    public void Each_language_is_coloured_as_well_as_the_guide_says()
    {
        var names = Languages.All.Select(source => source.Name).Except(s_alone).Order(StringComparer.Ordinal).ToArray();
        var scores = ScoresOf([.. names.Select(name => (name, Languages.SampleOf(name).TrimEnd('\n')))]);
        var table = new StringBuilder("| Language | comment | string | number | keyword | type | call | key | beside |\n")
            .Append("|---|--:|--:|--:|--:|--:|--:|--:|---|\n");
        foreach (var name in names)
        {
            var cells = Score.Targets.Keys.Select(scores[name].Cell);
            var title = GrammarSet.BuiltIn.Find(name)?.Title;
            var beside = s_chroma.Contains(name) ? "Chroma" : "TextMate";
            table.Append(CultureInfo.InvariantCulture, $"| {title} | {string.Join(" | ", cells)} | {beside} |\n");
        }

        var page = Repository.Read("pages/code.md").ReplaceLineEndings("\n");
        var start = page.IndexOf("| Language | comment", StringComparison.Ordinal);
        var end = page.IndexOf("\n\n", start, StringComparison.Ordinal);
        Snapshot.Match($"{page[..start]}{table.ToString().TrimEnd('\n')}{page[end..]}", "../pages/code.md");
        Assert.Empty(scores.SelectMany(score => score.Value.Misses(score.Key)));
    }

    [EnvironmentFact(Corpus.Variable)]
    public void The_code_of_other_blogs_is_coloured_as_well_as_the_samples()
    {
        var scores = ScoresOf([
            .. from fence in CorpusFences.All()
               let name = CorpusFences.NameOf(fence.Language)
               where name is not null && !s_alone.Contains(name)
               select (name, fence.Code.TrimEnd('\n')),
        ]);
        foreach (var (name, score) in scores)
        {
            output.WriteLine($"{name,-12} {string.Join(' ', Score.Targets.Keys.Select(kind => $"{kind} {score.Cell(kind)}"))}");
        }

        Assert.Empty(scores.SelectMany(score => score.Value.Misses(score.Key)));
    }

    private SortedDictionary<string, Score> ScoresOf((string Language, string Code)[] codes)
    {
        var textMate = new TextMateOracle();
        using var chroma = new ChromaOracle([.. codes.Where(code => s_chroma.Contains(code.Language))]);
        var scores = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        foreach (var (name, code) in codes)
        {
            scores.TryAdd(name, new Score());
            scores[name].Add(code, Ours(name, code), s_chroma.Contains(name) ? chroma.Read(name, code) : textMate.Read(name, code));
        }

        return scores;
    }

    private string[] Ours(string name, string code) =>
    [
        .. Languages.TokensOf(name, Encoding.UTF8.GetBytes(code)).SelectMany(token => Enumerable.Repeat(
            _map.Find(name, token.Class.ToString().ToLowerInvariant(), token.Text, "=") ?? ClassMap.Other, token.Text.Length)),
    ];
}
