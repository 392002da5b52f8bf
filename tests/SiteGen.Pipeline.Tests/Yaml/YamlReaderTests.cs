using System.Text;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Yaml;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("", "nothing")]
    [InlineData("# only a comment\n", "nothing")]
    [InlineData("a: 1", "{a: 1}")]
    [InlineData("a: 1\na: 2", "{a: 1, a: 2}")]
    [InlineData("- a\n- [b, 'c d']\n- {e: f}", "[a, [b, 'c d'], {e: f}]")]
    [InlineData("a: |\n  one\n  two\n", "{a: 'one\ntwo\n'}")]
    [InlineData("a: &x [1]\nb: *x", "{a: [1], b: [1]}")]
    [InlineData("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2", "{a: {b: 1}, c: {b: 1, d: 2}}")]
    [InlineData("a: \"\\u00e4 \\U0001F600\"", "{a: 'ä 😀'}")]
    [InlineData("\"\"", "''")]
    [InlineData("~", "~")]
    public void A_document_is_read_into_values(string yaml, string expected)
    {
        var (node, problem) = YamlReader.Read(yaml, 0);
        Assert.Null(problem);
        Assert.Equal(expected, Shown(node));
    }

    [Theory]
    [InlineData("a: [1", 1, 4)]
    [InlineData("a: *nobody", 1, 4)]
    [InlineData("a: 1\n--- \nb: 2", 2, 1)]
    [InlineData("a: \"\\U00110000\"", 1, 4)]
    [InlineData("a: \"\\uD800\"", 1, 4)]
    [InlineData("a: \"\\q\"", 1, 4)]
    [InlineData("[a, b]: c", 1, 1)]
    [InlineData("a: b: c", 1, 5)]
    [InlineData("a:\n\t- b\n - c", 2, 1)]
    [InlineData("@x", 1, 1)]
    [InlineData("%YAML 9999999999.1\n---\na", 1, 1)]
    public void What_is_not_YAML_is_a_problem_in_a_place(string yaml, int line, int column)
    {
        var (node, problem) = YamlReader.Read(yaml, 10);
        Assert.Null(node);
        Assert.Equal(new LinePosition(line + 10, column), problem?.At);
        Assert.NotEqual("", problem?.Message);
    }

    [Theory]
    [InlineData("a: [1", "the list that opens here is not closed")]
    [InlineData("a: [1,", "the list that opens here is not closed")]
    [InlineData("a: {b: 1", "the map that opens here is not closed")]
    [InlineData("a: b: c", "a ': ' stands inside a value that is not in quotes as a whole")]
    [InlineData("a\nb: c", "a line without 'key:' stands above this key")]
    [InlineData("a: \"b\" c: d", "a ': ' stands inside a value that is not in quotes as a whole")]
    [InlineData("a: \"b\" c", "this line does not belong to the lines above it")]
    [InlineData("a: \"b", "a quote that is opened is never closed")]
    [InlineData("a: 'b", "a quote that is opened is never closed")]
    [InlineData("a: \"\\q\"", "'\\' in double quotes stands before a letter that means nothing there")]
    [InlineData("a: \"\\u12\"", "'\\x', '\\u' or '\\U' in double quotes needs 2, 4 or 8 hexadecimal digits behind it")]
    [InlineData("a:\n\tb: c", "this line is indented with a tab")]
    [InlineData("a: 1\n  b: 2", "this line is indented by 2 spaces, and the line above by 0 spaces")]
    [InlineData("a:\n  - b\n  c: d", "this line is no item of the list above it")]
    [InlineData("a: @b", "a value begins with a character that YAML keeps for itself, such as @, ` or %")]
    [InlineData("a: {b: c\nd: e", "the map that opens here is not closed")]
    [InlineData("a: [b, {c: d]\ne: f", "the list that opens here is not closed")]
    [InlineData("a:\n  b: [c\n  d: e\n", "the list that opens here is not closed")]
    [InlineData(" a: b\nc: d", "this line is indented by 0 spaces, and the line above by 1 space")]
    [InlineData("a:\n    b: c\n  d: e", "this line is indented by 2 spaces, and the line above by 4 spaces")]
    [InlineData("a:\n  - b: 1\n   c: 2", "this line is indented by 3 spaces, and the line above by 2 spaces")]
    [InlineData("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b", "a merge conflict begins here")]
    [InlineData("a: | b\n  c", "something stands behind '|' or '>'")]
    [InlineData("a: 1\nb\nc: 2", "this line is no 'key: value'")]
    public void What_the_parser_says_is_told_in_an_authors_words(string yaml, string expected)
    {
        var (_, problem) = YamlReader.Read(yaml, 0);
        Assert.Equal(expected, problem?.Message);
        Assert.NotNull(problem?.Hint);
    }

    [Fact]
    public void Law_8_nesting_without_end_is_a_problem()
    {
        string[] deep =
        [
            new('[', 100_000), new('{', 100_000), string.Concat(Enumerable.Repeat("- ", 50_000)),
            string.Concat(Enumerable.Repeat("? ", 20_000)),
            string.Concat(Enumerable.Repeat("[{a: ", 20_000)),
            string.Concat(Enumerable.Range(0, 2000).Select(depth => new string(' ', depth) + "a:\n")),
        ];
        Assert.All(deep, yaml => Assert.NotNull(YamlReader.Read(yaml, 0).Problem));
    }

    [Fact]
    public void Sixty_levels_are_fine() => Assert.Null(YamlReader.Read(new string('[', 60) + new string(']', 60), 0).Problem);

    [Fact]
    public void Law_8_aliases_cannot_explode()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 10; i++)
        {
            bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        Assert.Contains("100000 values", YamlReader.Read(bomb.ToString(), 0).Problem?.Message, StringComparison.Ordinal);
        var merges = "a0: &a0 {k: v}\n"
            + string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i}\n  <<: *a{i - 1}\n  c{i}: *a{i - 1}\n"));
        Assert.Contains("100000 values", YamlReader.Read(merges, 0).Problem?.Message, StringComparison.Ordinal);
    }

    private static string Shown(YamlNode? node) => node switch
    {
        YamlScalar { IsPlain: true } scalar => scalar.Value,
        YamlScalar scalar => $"'{scalar.Value}'",
        YamlList list => $"[{string.Join(", ", list.Items.Select(Shown))}]",
        YamlMap map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{Shown(entry.Key)}: {Shown(entry.Value)}"))}}}",
        _ => "nothing",
    };
}
