using System.Text.Json;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Server.Tests.Search;

/// <summary>The script folds texts as the program does: the table of cases, and every letter of the first 65,536 code points.</summary>
public sealed class ScriptTests(Chromium browser) : IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task The_script_finds_the_same_terms_as_the_program()
    {
        await using var host = StaticHost.Start(TestSite.From("-- sitegen.yml --\nsearch: true\n").Build());
        var tab = await browser.Open(new Uri(host.Root, "search/"));
        await tab.Run("import(document.querySelector('script[type=module]').src).then(module => { window.search = module })");
        var texts = Repository.Read("tests/SiteGen.Text.Tests/Cases/search-terms.txt").Split('\n')
            .Where(line => line.Contains(" => ", StringComparison.Ordinal))
            .Select(line => line[..line.LastIndexOf(" => ", StringComparison.Ordinal)])
            .Concat(Enumerable.Range(0x20, 0xFFFD - 0x20).Where(code => !char.IsSurrogate((char)code)).Chunk(64)
                .Select(codes => string.Concat(codes.Select(code => (char)code).Where(IsOld).Select(c => $"a{c} "))))
            .ToArray();
        Assert.True(texts.Length > 900);
        foreach (var chunk in texts.Chunk(200))
        {
            var folded = await tab.Run($"{JsonSerializer.Serialize(chunk)}.map(search.fold)");
            Assert.Equal(chunk.Select(text => SearchText.Fold(text)), folded!.AsArray().Select(text => (string?)text));
            var terms = await tab.Run(
                $"{JsonSerializer.Serialize(chunk)}.map(text => search.terms(text).map(term => term.text).join(' '))");
            Assert.Equal(chunk.Select(AsQuery), terms!.AsArray().Select(text => (string?)text));
        }
    }

    // A query asks for pairs of characters only, where the index has the last one alone as well.
    private static string AsQuery(string text)
    {
        var terms = new List<string>();
        SearchText.AddTerms(SearchText.Fold(text), terms);
        return string.Join(' ', terms.Where((term, i) => !SearchText.IsDense(term.EnumerateRunes().First().Value)
            || term.EnumerateRunes().Count() == 2 || i == 0 || !EndsPair(terms[i - 1], term)));
    }

    private static bool EndsPair(string pair, string last) =>
        pair.EnumerateRunes().Count() == 2 && SearchText.IsDense(pair.EnumerateRunes().First().Value)
            && pair.EndsWith(last, StringComparison.Ordinal);

    // Later versions of Unicode than the tables' may be in the browser.
    private static bool IsOld(char c) => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.OtherNotAssigned;
}
