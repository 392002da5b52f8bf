using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Tests.Yaml;

/// <summary>Texts as YAML values.</summary>
public sealed class YamlTextTests
{
    [Theory]
    [InlineData("Rain and sun", "Rain and sun")]
    [InlineData("Don't, Ana & Bo (2026)!", "Don't, Ana & Bo (2026)!")]
    [InlineData("Grüße aus Köln", "Grüße aus Köln")]
    [InlineData("雨", "雨")]
    [InlineData("Foo: bar", "\"Foo: bar\"")]
    [InlineData("Foo:bar", "\"Foo:bar\"")]
    [InlineData("https://example.org/a-b/", "https://example.org/a-b/")]
    [InlineData("Of C#", "\"Of C#\"")]
    [InlineData("42", "\"42\"")]
    [InlineData("No", "\"No\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("- a", "\"- a\"")]
    [InlineData("a ", "\"a \"")]
    [InlineData("", "\"\"")]
    [InlineData("a \"b\" \\ c", "\"a \\\"b\\\" \\\\ c\"")]
    [InlineData("\u2028\u0001\uE023", "\"\\u2028\\u0001\\ue023\"")]
    public void What_is_no_plain_word_is_quoted(string text, string expected) => Assert.Equal(expected, YamlText.Quote(text));

    [Fact]
    public void A_comma_is_quoted_in_a_list()
    {
        Assert.Equal("\"a, b\"", YamlText.QuoteInList("a, b"));
        Assert.Equal("a b", YamlText.QuoteInList("a b"));
    }

    [Fact]
    public void Any_text_reads_back_as_itself()
    {
        var random = new Random(20260305);
        const string Letters = "ab1 :#-?,[]{}&*!|>'\"%@`\\/\t\n\r\u0085\u00A0\u2028\uFEFF\uE023é雨=~<.";
        for (var run = 0; run < 5000; run++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)])]);
            text += run % 5 == 0 ? "🎉" : "";
            foreach (var yaml in (string[])[$"key: {YamlText.Quote(text)}\n", $"key: [{YamlText.QuoteInList(text)}]\n"])
            {
                var (node, problem) = YamlReader.Read(yaml, 0);
                Assert.True(problem is null, yaml);
                var value = ((YamlMap)node!).Find("key");
                Assert.Equal(text, Assert.IsType<YamlScalar>(value is YamlList list ? list.Items[0] : value).Value);
            }
        }
    }
}
