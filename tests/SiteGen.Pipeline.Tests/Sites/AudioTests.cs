using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

public sealed class AudioTests
{
    private const string Talk = """
        -- posts/talk/index.md --
        ---
        title: Talk
        date: 2026-01-01
        audio: {url: talk.mp3, duration: 12:30}
        ---
        Listen.
        -- posts/talk/talk.mp3 --
        0123456789

        """;

    [Fact]
    public void A_sound_file_is_in_the_page_and_in_every_feed()
    {
        using var site = TestSite.From(Talk).WithBaseUrl("https://example.org/blog/").Build();
        site.Problems()
            .Has(
                "posts/talk/index.html",
                "<audio aria-label=\"Listen\" controls preload=\"none\" src=\"/blog/posts/talk/talk.mp3\"></audio> <span>12:30</span>")
            .Has("rss.xml", "<enclosure url=\"https://example.org/blog/posts/talk/talk.mp3\" length=\"11\" type=\"audio/mpeg\"/>")
            .Has(
                "atom.xml",
                "<link rel=\"enclosure\" type=\"audio/mpeg\" length=\"11\" href=\"https://example.org/blog/posts/talk/talk.mp3\"/>")
            .Has(
                "feed.json",
                """
                "attachments": [
                        {
                          "url": "https://example.org/blog/posts/talk/talk.mp3",
                          "mime_type": "audio/mpeg",
                          "size_in_bytes": 11,
                          "duration_in_seconds": 750
                        }
                      ]
                """);
        site.Edit("posts/talk/talk.mp3", "9", "90")
            .Build()
            .Has("rss.xml", "length=\"12\"")
            .Rendered("posts/talk/index.html", "posts/talk/talk.mp3", "rss.xml", "atom.xml", "feed.json");
    }

    [Fact]
    public void A_sound_file_elsewhere_has_the_length_that_was_said_or_none()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Tiny.Post("a.md", "title: A\naudio: https://example.net/a?x=1&y=2"),
            Tiny.Post("b.md", "title: B\nenclosure: {url: https://example.net/b.ogg, length: 77}")).Build();
        site.Problems()
            .Has(
                "rss.xml",
                "<enclosure url=\"https://example.net/a?x=1&amp;y=2\" length=\"0\" type=\"audio/mpeg\"/>",
                "<enclosure url=\"https://example.net/b.ogg\" length=\"77\" type=\"audio/ogg\"/>")
            .Has("atom.xml", "<link rel=\"enclosure\" type=\"audio/mpeg\" href=\"https://example.net/a?x=1&amp;y=2\"/>");
    }

    [Fact]
    public void A_sound_file_in_static_is_found_from_the_root()
    {
        using var site = TestSite.From(Tiny.Theme, "-- static/sound/a b.m4a --\n12345\n", Tiny.Post("a.md", "audio: /sound/a%20b.m4a"))
            .Build();
        site.Problems().Has("rss.xml", "<enclosure url=\"http://localhost/sound/a%20b.m4a\" length=\"6\" type=\"audio/mp4\"/>");
    }

    [Theory]
    [InlineData("audio: tlak.mp3", "posts/a.md(2,8): warning SG4010: there is no sound file 'tlak.mp3'")]
    [InlineData("podcast: {file: /no.mp3}", "posts/a.md(2,17): warning SG4010: there is no sound file '/no.mp3'")]
    [InlineData("audio: javascript:alert(1)", "posts/a.md(2,8): warning SG4010: there is no sound file 'javascript:alert(1)'")]
    [InlineData("audio: talk.mp3\nlayout: none", "posts/a.md(2,8): warning SG4010: there is no sound file 'talk.mp3'")]
    public void A_sound_file_that_is_not_there_is_a_warning_and_nothing_plays(string frontMatter, string expected)
    {
        using var site = TestSite.From(Talk, Tiny.Post("a.md", frontMatter)).Build();
        site.Problems(expected).Lacks("posts/a/index.html", "<audio");
        site.Write("posts/tlak.mp3", "x")
            .Write("static/no.mp3", "x")
            .Write("posts/talk.mp3", "x")
            .Build()
            .ProblemCount(expected.Contains("java", StringComparison.Ordinal) ? 1 : 0);
    }

    [Fact]
    public void A_post_without_sound_has_no_enclosure()
    {
        using var site = TestSite.From(Tiny.Three).Build();
        site.Problems()
            .Lacks("rss.xml", "enclosure")
            .Lacks("atom.xml", "enclosure")
            .Lacks("feed.json", "attachments")
            .Lacks("posts/one/index.html", "audio");
    }

    [Theory]
    [InlineData("posts/a.md", "posts/ep 2.mp3", "audio: ep 2.mp3", "/posts/ep%202.mp3")]
    [InlineData("posts/a.md", "posts/ep 2.mp3", "audio: ./ep%202.mp3", "/posts/ep%202.mp3")]
    [InlineData("posts/a/index.md", "posts/a/ep.mp3", "enclosure: ep.mp3", "/posts/a/ep.mp3")]
    [InlineData("posts/x/2024-01-01-a.md", "posts/x/ep.mp3", "audio: {url: ep.mp3}", "/posts/x/ep.mp3")]
    [InlineData("pages/a.md", "pages/ep.mp3", "audio: ep.mp3", "/pages/ep.mp3")]
    public void A_sound_file_beside_the_post_is_found(string post, string file, string front, string url)
    {
        using var site = TestSite.From($"-- {post} --\n---\ntitle: A\n{front}\n---\n-- {file} --\nsound\n-- posts/other.md --\nOther\n").Build();
        var page = post.StartsWith("pages", StringComparison.Ordinal) ? "a/index.html" : "posts/a/index.html";
        site.Problems().Has(page, $"src=\"{url}\"");
    }
}
