using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Parsing;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Parsing;

/// <summary>What holds for any input.</summary>
public sealed class ParserLawTests
{
    private const string Configuration = """
        title: A
        base_url: https://example.org/
        permalink: {posts: /:year/:slug/}
        feeds: {entries: 3}
        menus:
          main:
            - {title: a, url: /a/}
        rules: {unknown-key: off}
        params: {a: [1, 2]}
        paginate: 4

        """;

    // What a random edit is made of: characters and words that mean something to one of the parsers.
    private static readonly string[] s_pieces =
    [
        "---\n", "\n", "\r\n", "\t", " ", "  - ", "- ", ": ", "?", "*", "&a", "!", "%", "@", "`", "|", ">", "[", "]", "{", "}",
        "\"", "'", "#", "\\", "\\U00110000", "\\uD800",
        "title: ", "date: ", "tags: ", "2026-13-45", "0001-01-01", "~", "<<: ", "<!--", "-->", "<a href=", "<script>", "</",
        "&#x;", "[^1]", "[^1]: ", "![](", "](a.md)", "***", "```\n", "|-|\n",
        "| a | b |\n", "> ", "> [!NOTE]\n", ": x\n", "*[A]: b\n", "<!--more-->", "\0", "\uFEFF", "\uD83D", "\u2028", "é",
        "e\u0301", "漢字", "😀", "1. ", "    ", "## ", "===\n", "- [ ] ", "www.", "http://",
        "$", "$$\n", ":rocket:", "{{< youtube ", " >}}\n", "[embed]", "[/embed]\n", "\nhttps://youtu.be/abcdefghijk\n", "--",
        "...", "a@example.org", "replies:\n", "parent: ", "id: ", "body: ",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(Seeds))]
    public void Law_8_no_post_throws_whatever_is_in_it(int seed)
    {
        var random = new Random(seed);
        var samples = Samples().Select(Repository.Read).ToArray();
        var parser = new PostParser(ParsedPosts.Options);
        for (var round = 0; round < 60; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Mutated(samples[random.Next(samples.Length)], random));
            if (round % 5 == 0)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var error = Record.Exception(() => parser.Parse(ParsedPosts.File("posts/a.md", bytes), bytes));
            Assert.True(error is null, $"seed {seed}, round {round}: {error}\n{Encoding.UTF8.GetString(bytes)}");
        }
    }

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(Seeds))]
    public void Law_8_no_post_throws_with_every_option_on(int seed)
    {
        var random = new Random(seed);
        var samples = Samples().Select(Repository.Read).ToArray();
        var markdown = MarkdownOptions.None with
        {
            Typographer = true,
            Emoji = true,
            Math = true,
            HardBreaks = true,
            RemovesHtml = true,
            IsUntrusted = true
        };
        var parser = new PostParser(ParsedPosts.Options with { Markdown = markdown, Embeds = EmbedStyle.Frame });
        var kept = 0;
        for (var round = 0; round < 40; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Mutated(samples[random.Next(samples.Length)], random));
            var path = round % 4 == 0 ? "posts/a.html" : "posts/a.md";
            var parsed = new ParseResult<Post?>(null, []);
            var error = Record.Exception(() => parsed = parser.Parse(ParsedPosts.File(path, bytes), bytes));
            Assert.True(error is null, $"seed {seed}, round {round}: {error}\n{Encoding.UTF8.GetString(bytes)}");
            kept += parsed.Value is null ? 0 : 1;
            var toc = Record.Exception(() => TableOfContents.Parse((parsed.Value?.Html().Bytes ?? default).Span).ToHtml());
            Assert.True(toc is null, $"seed {seed}, round {round}: {toc}\n{Encoding.UTF8.GetString(bytes)}");
            Assert.DoesNotMatch(
                "(?i)<(script|style|object)|<[^>]* on[a-z]+=",
                Encoding.UTF8.GetString((parsed.Value?.Html().Bytes ?? default).Span));
        }

        Assert.True(kept > 10, $"seed {seed}: only {kept} posts had a body to look at");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Law_8_no_file_of_comments_throws_whatever_is_in_it(int seed)
    {
        const string Yaml =
            """
            - author: {name: A, url: https://a.example/}
              id: 1
              date: 2026-01-02 10:00
              body: |
                *One*

                two
              replies:
                - {name: B, parent: 1, html: <p>x <b>y}
            - {id: 2, parent: 1, body: z, kind: pingback}

            """;
        const string Json = "[{\"id\": 1, \"author\": {\"name\": \"A\"}, \"message\": \"<p>x\\u0041\", \"date\": 1767348000, "
            + "\"children\": [{\"text\": \"y\", \"parent\": 1}]}]";
        var random = new Random(seed);
        var reader = new CommentsReader(ParsedPosts.Options);
        for (var round = 0; round < 100; round++)
        {
            var isJson = round % 3 == 0;
            var bytes = Encoding.UTF8.GetBytes(Mutated(isJson ? Json : Yaml, random));
            var error = Record.Exception(() =>
            {
                var read = reader.Read(
                    ParsedPosts.File(
                        isJson ? "data/comments/a.json" : "data/comments/a.yml",
                        bytes) with
                    { RelativePath = isJson ? "a.json" : "a.yml" },
                    bytes);
                CommentThread.Create(read.Value is { } file ? [file, file] : []);
            });
            Assert.True(error is null, $"seed {seed}, round {round}: {error}\n{Encoding.UTF8.GetString(bytes)}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Law_8_no_configuration_throws_whatever_is_in_it(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var text = Mutated(Configuration, random);
            var error = Record.Exception(() => OptionsResolver.Resolve(
                SiteFileReader.Read(new SourceText("sitegen.yml", Encoding.UTF8.GetBytes(text))).Value, "sitegen.yml",
                TestClock.At("2026-06-01T12:00:00Z")));
            Assert.True(error is null, $"seed {seed}, round {round}: {error}\n{text}");
        }
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Law_1_a_post_is_parsed_alike_alone_and_after_others()
    {
        (string Path, string Text)[] posts =
        [
            .. Samples().Select(path => (path, Repository.Read(path))),
            ("posts/deep.md", new string('>', 10_000) + "x"),
            ("posts/footnotes.md", "a[^1]\n\n[^1]: b\n\n# Same\n\n# Same\n\n*[HTML]: x\n\nHTML"),
            ("posts/broken.md", "---\ntitle: [\n---\n<div\n\n- a"),
        ];
        var shared = new PostParser(ParsedPosts.Options);
        foreach (var (path, text) in posts.Concat(posts.Reverse()).Concat(posts))
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var file = ParsedPosts.File(path, bytes);
            var (alone, after) = (new PostParser(ParsedPosts.Options).Parse(file, bytes), shared.Parse(file, bytes));
            Assert.Equal(Shown(alone), Shown(after));
        }
    }

    private static IEnumerable<string> Samples() => Repository.Files("posts").Where(path => path.EndsWith(".md", StringComparison.Ordinal));

    private static string Shown(ParseResult<Post?> parsed) => parsed.Value is not { } post
        ? ParsedPosts.ProblemsOf(parsed.Diagnostics)
        :
            $"""
            {post.Head.Fingerprint}
            {Encoding.UTF8.GetString(post.Html().Bytes.Span)}
            {string.Join(",", post.Html().Placeholders)}
            {ParsedPosts.ProblemsOf(parsed.Diagnostics)}
            """;

    private static string Mutated(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var edits = random.Next(1, 12); edits > 0; edits--)
        {
            // Most edits near the start, where the front matter is.
            var at = random.Next(random.Next(2) == 0 ? Math.Min(200, mutated.Length) : mutated.Length);
            var piece = s_pieces[random.Next(s_pieces.Length)];
            _ = random.Next(3) switch
            {
                0 => mutated.Remove(at, Math.Min(random.Next(1, 30), mutated.Length - at)),
                1 => mutated.Insert(at, piece),
                _ => mutated.Insert(at, string.Concat(Enumerable.Repeat(piece, random.Next(1, 40)))),
            };
            if (mutated.Length == 0)
            {
                mutated.Append('\n');
            }
        }

        return mutated.ToString();
    }
}
