using SiteGen.Testing;

namespace SiteGen.Text.Tests;

/// <summary>The terms by which a search finds a text; that the script finds the same is a test of the browser's.</summary>
public sealed class SearchTextTests
{
    [Fact]
    public void A_text_is_found_by_its_terms() =>
        Cases.Table("SiteGen.Text.Tests/Cases/search-terms.txt", text => string.Join(' ', Terms(text)));

    [Fact]
    public void A_folded_text_is_its_own_folding() => Fuzz.Run(2_000, random =>
    {
        var folded = SearchText.Fold(Any(random));
        Assert.Equal(folded, SearchText.Fold(folded));
    });

    [Fact]
    public void Any_text_has_terms_of_letters_digits_and_marks_that_are_not_too_long() => Fuzz.Run(2_000, random =>
    {
        foreach (var term in Terms(Any(random)))
        {
            Assert.InRange(term.EnumerateRunes().Count(), 1, SearchText.LongestTerm);
            Assert.All(term.EnumerateRunes(), rune => Assert.True(
                System.Text.Rune.GetUnicodeCategory(rune) <= System.Globalization.UnicodeCategory.OtherNumber, term));
        }
    });

    // Sorting the marks of one letter one by one would take hours.
    [Fact]
    public void A_letter_with_a_hundred_thousand_marks_is_folded_at_once()
    {
        var marks = string.Concat(Enumerable.Range(0, 100_000).Select(i => i % 2 == 0 ? '\u0308' : '\u0323'));
        Assert.Equal("a", SearchText.Fold("a" + marks));
    }

    private static List<string> Terms(string text)
    {
        var terms = new List<string>();
        SearchText.AddTerms(SearchText.Fold(text), terms);
        return terms;
    }

    // Lone surrogates too, as no file has them.
    private static string Any(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(6) switch
    {
        0 => (char)random.Next(0x20, 0x7F),
        1 => (char)random.Next(0xA0, 0x600),
        2 => (char)random.Next(0x600, 0x1200),
        3 => (char)random.Next(0x3000, 0xA000),
        4 => (char)random.Next(0xD800, 0xE000),
        _ => (char)random.Next(0x20, 0xFFFE),
    }));
}
