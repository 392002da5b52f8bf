using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Starting;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Starting;

/// <summary>New posts, before anything is written.</summary>
public sealed class NewPostTests
{
    private static readonly SiteOptions s_options =
        OptionsResolver.Resolve(RawOptions.None.With("source", "/nowhere"), "", TestClock.At("2026-03-05T23:30:15Z")).Value;

    public static TheoryData<string> NastyTitles =>
    [
        "Plain", "Foo: bar", "Foo:bar", "a:", ": a", "#hashtag", "Of C# and #tags", "a # comment", "- leading", "-leading", "--- a",
        "? a", "! a", "& a", "* a", "| a", "> a", "@ a", "` a", "%a", "[a]", "{a: b}", "a, b", "'single'",
        "\"double\"", "it's \"both\"", "\\ a \\n \\u0041",
        "true", "No", "null", "~", "42", "3.14", "0x1F", "1e3", "2026-03-05", "12:30", ".inf", "=", "<<", "a  b", "a\u00A0b", "<b>bold</b>",
        "AT&amp;T", "AT&T", "&lt;p&gt; and &#8217;", "&amp;amp; a", "{{ title }}", "{% raw %} a", "🎉 party", "👩‍👩‍👧 a", "¿Qué?", "雨と太陽",
        "عنوان a", "e\u0301", "\uE023 a", "\uFEFFa\uFEFFb", "a <!--more--> b", "---a", "...a", "a\\",
        "…a", "title: x", "!!binary a", "a|b", "1. a",
    ];

    [Theory]
    [MemberData(nameof(NastyTitles))]
    public void Any_title_author_and_tag_reads_back_as_itself(string title)
    {
        var plan = NewPost.Plan(new PostRequest(title) { Author = title, Tags = [title, "last"], Slug = "slug" }, s_options);
        Assert.Null(plan.Problem);
        var file = Assert.Single(plan.Files);
        var source = new SourceFile(file.Path, "2026-03-05-slug.md", SourceKind.Post, default, null, file.Bytes);
        var (post, problems) = new PostParser(s_options).Parse(source, file.Bytes);
        Assert.Empty(problems);
        Assert.Equal((title, "slug"), (post!.Head.Title, post.Head.Slug));
        Assert.Equal(title, Assert.Single(post.Head.Front.Authors));
        // Readers take a '#' in front of a tag away.
        Assert.Equal([title.TrimStart('#'), "last"], post.Head.Front.Tags.AsEnumerable());
    }

    [Theory]
    [InlineData("UTC", "2026-03-05", "2026-03-05T23:30:15+00:00")]
    [InlineData("Europe/Berlin", "2026-03-06", "2026-03-06T00:30:15+01:00")]
    [InlineData("America/New_York", "2026-03-05", "2026-03-05T18:30:15-05:00")]
    [InlineData("Asia/Kolkata", "2026-03-06", "2026-03-06T05:00:15+05:30")]
    public void Now_is_a_time_of_the_site_s_zone(string zone, string day, string date)
    {
        var options = OptionsResolver.Resolve(
            RawOptions.None.With("source", "/nowhere").With("time_zone", zone), "", TestClock.At("2026-03-05T23:30:15.7Z")).Value;
        var file = Assert.Single(NewPost.Plan(new PostRequest("A"), options).Files);
        Assert.Equal($"posts/{day}-a.md", file.Path);
        Assert.Equal($"---\ntitle: A\ndate: {date}\n---\n\n", Encoding.UTF8.GetString(file.Bytes.Span));
    }

    [Theory]
    [InlineData("Ünïcode & C++", "posts/2026-03-05-ünïcode-c-plus-plus.md")]
    [InlineData("What's new?", "posts/2026-03-05-whats-new.md")]
    [InlineData("2026 in review", "posts/2026-03-05-2026-in-review.md")]
    [InlineData("../../etc/passwd", "posts/2026-03-05-etc-passwd.md")]
    [InlineData("CON", "posts/2026-03-05-con.md")]
    public void The_file_is_named_by_the_slug_of_the_title(string title, string path) =>
        Assert.Equal(path, Assert.Single(NewPost.Plan(new PostRequest(title), s_options).Files).Path);

    [Fact]
    public void A_long_title_makes_a_name_that_disks_can_have()
    {
        var file = Assert.Single(NewPost.Plan(new PostRequest(new string('雨', 400)), s_options).Files);
        Assert.InRange(Encoding.UTF8.GetByteCount(file.Path), 100, 255);
    }
}
