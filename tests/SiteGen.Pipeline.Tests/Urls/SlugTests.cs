using SiteGen.Pipeline.Urls;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Urls;

public sealed class SlugTests
{
    [Fact]
    public void A_text_becomes_one_part_of_an_address() => Cases.Table("SiteGen.Pipeline.Tests/Cases/slugs.txt", Slug.Create);

    [Fact]
    public void A_slug_is_its_own_slug()
    {
        foreach (var line in Repository.Read("tests/SiteGen.Pipeline.Tests/Cases/slugs.txt")
            .Split('\n')
            .Where(line => line.Contains("=>", StringComparison.Ordinal)))
        {
            var slug = line[(line.LastIndexOf("=>", StringComparison.Ordinal) + 2)..].Trim();
            Assert.Equal(slug, Slug.Create(slug));
        }
    }

    [Fact]
    public void A_long_text_is_cut_to_what_file_systems_allow_and_stays_distinct()
    {
        foreach (var piece in (string[])["a", "ä", "漢", "😀a", "word "])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 400));
            var (one, other) = (Slug.Create(text + "x"), Slug.Create(text + "y"));
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(one), 1, 200);
            Assert.NotEqual(one, other);
            Assert.DoesNotContain('\uFFFD', one);
        }
    }

    [Theory]
    [InlineData("Hello World", "Hello-World")]
    [InlineData("it's 3.5 & (more), ok?", "it's-3.5-&-(more),-ok")]
    [InlineData("a/b\\c%2e", "a-b-c-2e")]
    [InlineData("  --x--  ", "x")]
    [InlineData("!!!", "!!!")]
    [InlineData("🎉", "")]
    [InlineData("❤\uFE0F", "")]
    [InlineData("", "")]
    public void A_title_s_address_is_made_as_Jekyll_makes_it(string text, string expected) => Assert.Equal(expected, Slug.OfTitle(text));

    [Fact]
    public void Law_8_half_a_character_is_no_reason_to_throw() => Assert.Equal("a-b", Slug.Create("a\uD83Db"));
}
