using System.Text;
using SiteGen.Pipeline.Tests.Theme;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Archived comments: read from many spellings, shown as threads, harmless.</summary>
public sealed class CommentTests
{
    // A line for each comment: depth, name, author, and the text without its tags.
    private const string Outline = """
        -- templates/partials/outline.html --
        {{ for c in $.list }}[{{ c.depth }} {{ c.id }} {{ c.kind }} {{ c.author ?? '-' }} {{ c.url ?? '-' }} {{ c.date ? (c.date | date.to_string '%FT%T') : '-' }}] {{ c.body }}{{ include 'partials/outline.html' list: c.replies }}{{ end }}
        -- templates/layout.html --
        {{ content }}
        -- templates/post.html --
        count {{ post.comment_count }}{{ include 'partials/outline.html' list: post.comments }}; from elsewhere {{ post.pingbacks.size }}{{ include 'partials/outline.html' list: post.pingbacks }}
        -- templates/home.html --
        {{ for post in site.posts }}{{ post.title }}: {{ post.comment_count }}. {{ end }}
        -- posts/hello.md --
        ---
        title: Hello
        date: 2026-01-01
        ---
        Text.

        """;

    [Fact]
    public void Answers_stand_below_what_they_answer_by_date()
    {
        using var site = Site("""
            -- data/comments/hello.yml --
            - {id: late, author: A, date: 2026-01-09, body: late}
            - {id: b, author: B, date: 2026-01-03, parent: a, body: answer}
            - {id: a, author: A, date: 2026-01-02, body: first}
            - {id: lost, author: L, date: 2026-01-04, parent: gone, body: orphan}
            - {author: N, body: no name and no date}
            - {id: p, kind: pingback, author: P, url: "https://p.example/", date: 2026-01-05}
            """);
        site.Build().Problems();
        Assert.Equal(
            "count 5"
            + "[1 a comment A - 2026-01-02T00:00:00] <p>first</p>[2 b comment B - 2026-01-03T00:00:00] <p>answer</p>"
            + "[1 lost comment L - 2026-01-04T00:00:00] <p>orphan</p>[1 late comment A - 2026-01-09T00:00:00] <p>late</p>"
            + "[1 5 comment N - -] <p>no name and no date</p>"
            + "; from elsewhere 1[1 p pingback P https://p.example/ 2026-01-05T00:00:00] ",
            Lines(site));
    }

    [Theory]
    [InlineData(
        "yml",
        """
        comments:
          - comment_ID: 7
            comment_author: Ada
            comment_author_email: ada@example.org
            comment_author_url: http://ada.example
            comment_date: 2026-01-02 11:00:00
            comment_date_gmt: 2026-01-02 10:00:00
            comment_content: |
              One
              two
            comment_parent: 0
            comment_type: ''
            comment_approved: 1
        """)]
    [InlineData(
        "json",
        "{\"comments\": [{\"_id\": \"7\", \"name\": \"Ada\", \"email\": \"0a1b2c\", \"url\": "
            + "\"http://ada.example\", \"date\": 1767348000, \"message\": \"One\\ntwo\", \"replying_to\": \"\"}]}")]
    [InlineData(
        "json",
        "[{\"id\": 7, \"author\": {\"name\": \"Ada\", \"email\": \"ada@example.org\", \"url\": "
            + "\"http://ada.example\"}, \"createdAt\": \"2026-01-02T10:00:00Z\", \"message\": \"<p>One<br>\\ntwo</p>"
            + "\\n\", \"parent\": null, \"isSpam\": false}]")]
    [InlineData(
        "yaml",
        "seven:\n  id: 7\n  author: Ada\n  website: http://ada.example\n  published: 2026-01-02T10:00:00Z\n  "
            + "text: \"One\\ntwo\"\n  format: text")]
    public void The_names_of_other_programs_are_known(string ending, string text)
    {
        using var site = Site($"-- data/comments/hello.{ending} --\n{text}\n");
        site.Build().Problems();
        Assert.Equal("count 1[1 7 comment Ada http://ada.example 2026-01-02T10:00:00] <p>One<br>two</p>; from elsewhere 0", Lines(site));
    }

    [Fact]
    public void A_file_is_found_by_the_path_the_address_or_the_slug_of_its_post()
    {
        using var site = Site("""
            -- posts/2019/2019-02-03-old.md --
            ---
            title: Old
            url: /2019/02/old.html
            ---
            -- posts/trip/index.md --
            ---
            title: Trip
            slug: journey
            ---
            -- pages/about.md --
            # About
            -- data/comments/2019/2019-02-03-old.yml --
            - {author: A, body: by path}
            -- data/comments/2019/02/old.yml --
            - {author: A, body: by address}
            -- data/comments/old.yaml --
            - {author: A, body: by slug}
            -- data/comments/trip.yml --
            - {author: A, body: by folder}
            -- data/comments/Journey/entry1.yml --
            name: A
            message: by itself
            -- data/comments/about.json --
            [{"author": "A", "body": "a page has them too"}]
            -- data/comments/notes.txt --
            not read
            """);
        site.Build()
            .Problems()
            .Has("index.html", "Hello: 0.", "Old: 3.", "Trip: 2.")
            .Has("about/index.html", "<h1>About</h1>", "a page has them too")
            .HasNot("data/comments/notes.txt");
    }

    [Fact]
    public void A_file_of_no_post_is_reported_but_not_that_of_a_draft()
    {
        using var site = Site("""
            -- posts/later.md --
            ---
            title: Later
            draft: true
            ---
            -- data/comments/helo.yml --
            - {author: A, body: x}
            -- data/comments/later.yml --
            - {author: A, body: x}
            """);
        site.Build().Problems("data/comments/helo.yml: warning SG4020: there is no post 'helo' that these comments could belong to");
        Assert.Equal("did you mean 'hello'?", site.Diagnostics.Single(problem => problem.Rule.Code == "SG4020").Hint);
    }

    [Fact]
    public void Circles_are_broken_and_reported_once()
    {
        using var site = Site("""
            -- data/comments/hello.yml --
            - {id: a, parent: c, author: A, body: a}
            - {id: b, parent: a, author: B, body: b}
            - {id: c, parent: b, author: C, body: c}
            - {id: d, parent: c, author: D, body: d}
            - {id: e, parent: e, author: E, body: e}
            """);
        site.Build().Problems(
            "data/comments/hello.yml(1,3): warning SG2104: the comment 'a' answers itself, by way of others or not",
            "data/comments/hello.yml(5,3): warning SG2104: the comment 'e' answers itself, by way of others or not")
            .Has("posts/hello/index.html", "count 5", "[1 b ", "[2 c ", "[3 a ", "[3 d ", "[1 e ");
    }

    [Fact]
    public void What_cannot_be_read_is_reported_in_its_place()
    {
        using var site = Site("""
            -- data/comments/hello.yml --
            - just text
            - {author: A}
            - {author: B, date: yesterday, body: b}
            - author: C
              approved: 0
              body: spam
            -- data/comments/2019/hello.yml --
            - author: "open
            -- data/comments/hello.json --
            [{"body": "x"
            -- data/comments/2020/hello.json --
            ["\ud800"]
            -- data/comments/2021/hello.yml --
            only a text
            """);
        site.Build().Problems(
            "data/comments/2019/hello.yml(1,11): error SG1007: the comments cannot be read: a quote that is opened is never closed",
            "data/comments/2020/hello.json(1,1): error SG1007: the comments cannot be read: a text holds half of "
                + "a character ('\\ud800' to '\\udfff' stand in pairs)",
            "data/comments/2021/hello.yml(1,1): warning SG2104: this file holds no comments",
            "data/comments/hello.json(1,2): error SG1007: the comments cannot be read: the '{' that opens here is not closed",
            "data/comments/hello.yml(1,3): warning SG2104: this is not a comment",
            "data/comments/hello.yml(2,3): warning SG2104: a comment without a text was left out",
            "data/comments/hello.yml(3,21): warning SG2102: 'yesterday' is not a date");
    }

    [Fact]
    public void Nested_answers_and_their_depth_have_a_limit()
    {
        var nested = new StringBuilder();
        for (var i = 0; i < 9; i++)
        {
            nested.Append(new string(' ', 4 * i))
                .Append("- author: A\n")
                .Append(new string(' ', 4 * i))
                .Append($"  body: b{i}\n")
                .Append(new string(' ', 4 * i))
                .Append("  replies:\n");
        }

        using var site = Site($"-- data/comments/hello.yml --\n{nested}");
        site.Build()
            .Problems()
            .Has("posts/hello/index.html", "count 9", "[1 n1 ", "[4 n4 ", "[5 n5 ", "[5 9 ")
            .Lacks("posts/hello/index.html", "[6 ");
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Ten_thousand_comments_are_no_matter()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 10_000; i++)
        {
            text.Append($"- {{id: {i}, parent: {i - 1}, author: A, url: 'https://a.example/', kind: comment, date: "
                + "2026-01-01, format: text, body: x}\n");
        }

        using var site = Site($"-- data/comments/hello.yml --\n{text}");
        site.Build().Problems().Has("posts/hello/index.html", "count 10000", "[5 9999 ");
    }

    [Fact]
    public void Law_5_an_edited_comment_renders_its_post_and_what_counts_it()
    {
        using var site = Site("""
            -- posts/other.md --
            ---
            title: Other
            ---
            -- data/comments/hello.yml --
            - {author: A, body: one}
            """);
        site.Build().Has("index.html", "Hello: 1. Other: 0.")
            .Edit("data/comments/hello.yml", "one", "two")
            .Build()
            .Rendered("index.html", "posts/hello/index.html")
            .Has("posts/hello/index.html", "<p>two</p>")
            .Write("data/comments/other.yml", "- {author: B, body: new}")
            .Build()
            .Rendered("index.html", "posts/other/index.html")
            .Has("index.html", "Other: 1.")
            .Delete("data/comments/hello.yml").Build().Rendered("index.html", "posts/hello/index.html").Has("index.html", "Hello: 0.")
            .Edit("posts/other.md", "title: Other", "title: Other\ncomments: false")
            .Build()
            .Has("index.html", "Other: 0.")
            .Has("posts/other/index.html", "count 0");
    }

    [Fact]
    public void The_theme_shows_threads_with_links_to_each()
    {
        using var site = TestSite.From("""
            -- posts/hello.md --
            # Hello
            -- data/comments/hello.yml --
            - author: "<b>Ada</b> ada@example.org"
              url: javascript:alert(1)
              id: "a b\"><script>"
              date: 2026-01-02 10:00
              email: ada@example.org
              html: <p onclick=x>I <em>agree<script>alert(1)</script> ada&#64;example.org</p><img src=x onerror=y>
              replies:
                - {name: Bob, url: "mailto:bob@example.org", body: "[x](javascript:y) <bob@example.org> https://b.example"}
            """);
        site.Build().Problems().Has(
            "posts/hello/index.html",
            "<h2 id=\"comments-title\">2 comments</h2>", "<li id=\"comment-abscript\">",
            "<cite>&lt;b&gt;Ada&lt;/b&gt; ada@…</cite> <a href=\"#comment-abscript\"><time datetime=\"2026-01-02T10:00:00+00:00\">",
            "<p>I <em>agree ada@…</em></p>", "<p>x bob@… <a href=\"https://b.example\" rel=\"nofollow ugc\">https://b.example</a></p>")
            .Lacks("posts/hello/index.html", "example.org")
            .Lacks("posts/hello/index.html", "javascript")
            .Lacks("posts/hello/index.html", "pingback");
        var page = HostileSite.Parse(site.Output("posts/hello/index.html"));
        Assert.Empty(page.QuerySelectorAll("script:not([type='application/ld+json']), img, [onclick], [onerror]"));
        Assert.Equal("comment-2", page.QuerySelector(".comment-list .comment-list > li")?.Id);
    }

    private static TestSite Site(string files) => TestSite.From(Outline, files);

    // Where the templates of the outline break lines says nothing.
    private static string Lines(TestSite site) => site.Output("posts/hello/index.html").Replace("\n", "", StringComparison.Ordinal);
}
