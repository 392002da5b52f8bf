using SiteGen.Pipeline.Yaml;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Yaml;

public sealed class PlainYamlTests
{
    private static readonly string[] s_pieces =
    [
        "title: ", "tags:", "a-b_c1: ", "date: 2026-03-05", "\n", "\n", "\n", "\r\n", " ", "  ", "- ", "  - ", "x", "yes", "~",
        "null", "[", "]", "[a, b]", ", ", ": ", ":", "#", " # c", "\"q\"", "'q'", "\"", "'", "\\",
        "?", "&a ", "*a", "!t ", "|", ">", "{", "}", "%", "@", "`", "=", "<<", "-", "---", "...", "1.5", "é", "漢", "😀", "(",
        "/", ".", "=x", "<y", "a: b", "\u00A0",
    ];

    [Theory]
    [InlineData("title: Hello\ndate: 2026-03-05\ntags: [a, b c]\n")]
    [InlineData("title: \"Hello: world\"\ntags:\n  - a\n  - 'b'\ndraft:\n")]
    [InlineData("title: it's\r\ntags:\r\n- a\r\n- b\r\n")]
    [InlineData("# comment\n\ntitle: https://example.org/#x\n")]
    public void Plain_front_matter_is_read(string yaml)
    {
        Assert.NotNull(SimpleYamlReader.Read(yaml, 0));
        AssertSame(yaml, "given");
    }

    [Fact]
    public void What_it_reads_the_general_reader_reads_to_the_same_nodes()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var (random, plain) = (new Random(seed), 0);
            for (var round = 0; round < 4000; round++)
            {
                var yaml = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
                plain += AssertSame(yaml, $"seed {seed}, round {round}") ? 1 : 0;
            }

            Assert.True(plain > 50, $"seed {seed}: only {plain} were plain");
        }
    }

    [Fact]
    public void The_front_matter_of_real_posts_is_read_alike()
    {
        var plain = Repository.Files("posts").Where(path => path.EndsWith(".md", StringComparison.Ordinal))
            .Select(path => (path, parts: Repository.Read(path).Split("---\n", 3)))
            .Count(post => post.parts.Length == 3 && AssertSame(post.parts[1], post.path));
        Assert.True(plain > 10, $"only {plain} posts have plain front matter");
    }

    private static bool AssertSame(string yaml, string where)
    {
        if (SimpleYamlReader.Read(yaml, 3) is not { } plain)
        {
            return false;
        }

        var (node, problem) = YamlReader.Read(yaml, 3);
        Assert.True(problem is null, $"{where}: {problem}\n{yaml}");
        Assert.True(Shown(node) == Shown(plain), $"{where}: {Shown(node)} became {Shown(plain)}\n{yaml}");
        return true;
    }

    // Values, quotes and starts; where a list ends is told differently by YAML and by eye.
    private static string Shown(YamlNode? node) => node switch
    {
        YamlScalar scalar =>
            $"{(scalar.IsPlain ? "" : "quoted ")}{scalar.Value}@{scalar.Start.Line},{(scalar.Value.Length == 0 ? 0 : scalar.Start.Column)}",
        YamlList list => $"[{string.Join("; ", list.Items.Select(Shown))}]#{list.Size}",
        YamlMap map => $"{{{string.Join("; ", map.Entries.Select(entry => $"{Shown(entry.Key)}: {Shown(entry.Value)}"))}}}#{map.Size}",
        _ => "nothing",
    };
}
