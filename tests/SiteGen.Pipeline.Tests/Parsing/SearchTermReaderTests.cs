using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.Parsing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Parsing;

/// <summary>The terms of bodies: what the fast reader finds is what the words of the text are.</summary>
public sealed class SearchTermReaderTests
{
    private static readonly string[] s_words =
    [
        "a", "to", "The", "WORD", "eightchr", "Ninechars", "sixteen-letters!", "abcdefghijklmnop", "abcdefghijklmnopq", "1234567890",
        new('w', 31), new('w', 40), "Čapek", "naïve", "ﬁsh", "日本語の本", "год", "don’t", "“quoted”", "½", "é", "e\u0301", "x9", "\u0000",
        "R&amp;D", "&eacute;t&eacute;", "&", "a&b;", "&#233;cole", "&lt;tag&gt;", "–",
    ];

    private static readonly string[] s_between =
        [" ", ", ", "\n", ".", "", "<b>", "</b>", "<a href=\"/xyz/\">", "</a>", "&nbsp;", "\u00A0", "<!-- no -->"];

    [Fact]
    public void Text_of_every_kind_gives_the_terms_of_its_words()
    {
        var random = new Random(7);
        var reader = new SearchTermReader();
        for (var round = 0; round < 3000; round++)
        {
            var html = new StringBuilder();
            var expected = new Dictionary<string, bool>(StringComparer.Ordinal);
            for (var block = random.Next(4); block >= 0; block--)
            {
                AddBlock(random, html, expected);
            }

            Assert.Equal(expected.OrderBy(term => term.Key, StringComparer.Ordinal), Terms(reader, html.ToString()));
        }
    }

    [Theory]
    [InlineData("<p>word</p><script>hidden()</script><style>p{}</style><p>seen</p>", "seen word")]
    [InlineData("wordwithoutatag", "wordwithoutatag")]
    [InlineData("ends with E2 80: \u2014", "80 e2 ends with")]
    [InlineData("", "")]
    public void Text_without_blocks_and_text_that_is_not_shown(string html, string terms) =>
        Assert.Equal(terms, string.Join(' ', Terms(new SearchTermReader(), html).Select(term => term.Key)));

    [Fact]
    public void A_term_in_a_heading_after_the_text_is_one_of_the_heading() =>
        Assert.Equal(
            [new("longerthaneight", true), new("plain", false), new("short", true)],
            Terms(new SearchTermReader(), "<p>Short, plain longerthaneight</p><h2>short longerThanEight</h2>"));

    private static void AddBlock(Random random, StringBuilder html, Dictionary<string, bool> expected)
    {
        var isHeading = random.Next(3) == 0;
        var content = new StringBuilder();
        for (var word = random.Next(12); word >= 0; word--)
        {
            content.Append(s_words[random.Next(s_words.Length)]).Append(s_between[random.Next(s_between.Length)]);
        }

        html.Append(isHeading ? "<h2>" : "<p>").Append(content).Append(isHeading ? "</h2>" : "</p>");
        var text = Regex.Replace(content.Replace("<!-- no -->", " ").ToString(), "<[^>]*>", "");
        List<string> terms = [];
        SearchText.AddTerms(SearchText.Fold(WebUtility.HtmlDecode(text)), terms);
        foreach (var term in terms)
        {
            expected[term] = isHeading || expected.GetValueOrDefault(term);
        }
    }

    private static IEnumerable<KeyValuePair<string, bool>> Terms(SearchTermReader reader, string html)
    {
        var bytes = reader.Read(Encoding.UTF8.GetBytes(html)).ToArray();
        var terms = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (var at = 0; at < bytes.Length; at += (bytes[at] & 0x7F) + 1)
        {
            terms.Add(Encoding.UTF8.GetString(bytes, at + 1, bytes[at] & 0x7F), bytes[at] > 0x7F);
        }

        return terms.OrderBy(term => term.Key, StringComparer.Ordinal);
    }
}
