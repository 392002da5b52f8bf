using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Yaml;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Yaml;

public sealed class JsonTreeTests
{
    [Fact]
    public void What_is_wrong_is_told_in_an_authors_words_where_it_is() =>
        Cases.Table("SiteGen.Pipeline.Tests/Cases/json-mistakes.txt", text => Said(text) ?? "(read)");

    [Theory]
    [InlineData("", "1:1 there is nothing in this file")]
    [InlineData(" \n", "1:1 there is nothing in this file")]
    [InlineData("{\n  \"a\": 1,\n  \"ü\": [\n", "3:8 the '[' that opens here is not closed")]
    [InlineData("{\n  \"a\": \"x,\n  \"b\": 2\n}", "2:8 the text that begins here does not end in its line")]
    public void A_mistake_in_several_lines_is_told_at_its_beginning(string text, string expected) => Assert.Equal(expected, Said(text));

    [Fact]
    public void Nesting_beyond_the_limit_is_told_as_such() =>
        Assert.Equal("1:65 values are nested more than 64 deep", Said(new string('[', 65) + new string(']', 65)));

    [Fact]
    public void Law_8_no_text_throws_and_every_problem_is_in_it()
    {
        const string Sample = "{\"é\": [1, -2.5e3, true, null, \"a\\\"b\\u00e9\"],\r\n 'x': {\"y\": []}}\n";
        for (var i = 0; i <= Sample.Length; i++)
        {
            for (var length = 0; i + length <= Sample.Length; length++)
            {
                var text = Sample.Remove(i, length);
                var (_, problem) = JsonTree.Read(Encoding.UTF8.GetBytes(text));
                var lines = text.Split('\n');
                Assert.True(
                    problem is null || (problem.At.Line <= lines.Length && problem.At.Column <= lines[problem.At.Line - 1].Length + 1),
                    $"{problem} in {text}");
            }
        }
    }

    private static string? Said(string text)
    {
        var (_, problem) = JsonTree.Read(Encoding.UTF8.GetBytes(text));
        return problem is null ? null
            : string.Create(CultureInfo.InvariantCulture, $"{problem.At.Line}:{problem.At.Column} {problem.Message}");
    }
}
