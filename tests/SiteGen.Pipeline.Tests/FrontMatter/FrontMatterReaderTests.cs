using System.Text;
using SiteGen.Pipeline.Tests.Parsing;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.FrontMatter;

public sealed class FrontMatterReaderTests
{
    private const string Latin = "---\ntitle: Caf\u00E9 \u0096 \u0080 5\n---\n";

    public static TheoryData<string> CaseFiles =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests/SiteGen.Pipeline.Tests/Cases/front-matter"), "*.txt")
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(CaseFiles))]
    public void Front_matter_is_read_as_authors_mean_it(string file) =>
        Cases.Archive(
            $"SiteGen.Pipeline.Tests/Cases/front-matter/{file}",
            text => ParsedPosts.FrontMatterOf(ParsedPosts.Parse("posts/a.md", text)));

    [Theory]
    [InlineData("---\r\ntitle: A\r\ndat: 1\r\n---\r\nbody\r\n")]
    [InlineData("\uFEFF---\ntitle: A\ndat: 1\n---\nbody\n")]
    [InlineData("\uFEFF---\r\ntitle: A\r\ndat: 1\r\n---\r\nbody\r\n")]
    [InlineData("--- \ntitle: A \ndat: 1\n---\t\nbody\n")]
    [InlineData("---\ntitle: A\ndat: 1\n...\nbody\n")]
    public void Line_ends_marks_and_trailing_blanks_do_not_matter(string text)
    {
        var parsed = ParsedPosts.Parse("posts/a.md", text);
        Assert.Equal(
            "title: A\nparams.dat: 1\nposts/a.md(3,1): warning SG2103: 'dat' is not a front matter key\n  hint: did you mean 'date'?\n",
            ParsedPosts.FrontMatterOf(parsed));
        Assert.Equal("<p>body</p>\n", Encoding.UTF8.GetString(parsed.Value!.Html().Bytes.Span));
    }

    [Fact]
    public void UTF_16_is_read_by_its_mark()
    {
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("---\ntitle: Grüße €\n---\n")];
            Assert.StartsWith("title: Grüße €\nposts/a.md: warning SG2105: ", ParsedPosts.FrontMatterOf(ParsedPosts.Parse("posts/a.md", bytes)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_not_UTF_8_is_read_as_Windows_1252_with_a_warning()
    {
        var parsed = ParsedPosts.Parse("posts/a.md", Encoding.Latin1.GetBytes(Latin));
        Assert.Equal(
            """
            title: Café – € 5
            posts/a.md: warning SG2105: this file is not UTF-8; it was read as Windows-1252
              hint: save it as UTF-8 in your editor

            """,
            ParsedPosts.FrontMatterOf(parsed));
    }

    [Fact]
    public void A_front_matter_key_is_the_same_whatever_its_case_and_dashes()
    {
        foreach (var key in (string[])["lastModifiedAt", "last_modified_at", "Last-Modified-At", "LASTMODIFIEDAT", "last modified at"])
        {
            Assert.Equal(
                "updated: 2026-03-05T00:00:00+01:00 (day)\n",
                ParsedPosts.FrontMatterOf(ParsedPosts.Parse("posts/a.md", $"---\n{key}: 2026-03-05\n---\n")));
        }
    }
}
