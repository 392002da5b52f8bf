using System.Diagnostics;
using System.Globalization;
using SiteGen.Tables;

namespace SiteGen.Text.Tests;

/// <summary>A fact about Unicode's own cases, which Debian packs; where they or what unpacks them is missing, it is passed over.</summary>
internal sealed class NormalizationFactAttribute : FactAttribute
{
    private static readonly string s_path = Path.Combine(new UnicodeSource().DefaultFolder, "NormalizationTest.txt.bz2");

    public NormalizationFactAttribute() =>
        Skip = !File.Exists(s_path) ? "there is no NormalizationTest.txt; on Debian: apt-get install unicode-data"
        : !File.Exists("/usr/bin/bzip2") ? "there is no bzip2; on Debian: apt-get install bzip2"
        : null;

    public static string[] Lines()
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/bzip2", ["-dc", s_path]) { RedirectStandardOutput = true });
        return process?.StandardOutput.ReadToEnd().Split('\n').Select(line => line.Split('#')[0].Trim()).ToArray() ?? [];
    }
}

/// <summary>Letters and marks, put together as Unicode's form C has them.</summary>
public sealed class UnicodeNormalizationTests
{
    [Theory]
    [InlineData("e\u0301te\u0301", "\u00E9t\u00E9")]
    [InlineData("A\u030A", "\u00C5")]
    [InlineData("e\u0302\u0301", "\u1EBF")]
    [InlineData("a\u0323\u0302", "\u1EAD")]
    [InlineData("\u0438\u0306", "\u0439")]
    [InlineData("\u03B1\u0313\u0301", "\u1F04")]
    [InlineData("\u304B\u3099", "\u304C")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "\uD55C\uAE00")]
    [InlineData("x\u0301", "x\u0301")]
    [InlineData("a\u0310\u0301", "a\u0310\u0301")]
    [InlineData("\u0301a", "\u0301a")]
    [InlineData("\u0928\u093C", "\u0929")]
    [InlineData("\u0915\u093C", "\u0915\u093C")]
    [InlineData("a\u0302\u0323", "\u1EAD")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u212B\u2126", "\u00C5\u03A9")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\uFA10", "\u585A")]
    [InlineData("\U00011099\U000110BA", "\U0001109A")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    [InlineData("\uD800\u0301\uDC00", "\uD800\u0301\uDC00")]
    [InlineData("日本語 and 👍", "日本語 and 👍")]
    [InlineData("", "")]
    public void A_letter_and_its_marks_become_one(string text, string expected)
    {
        Assert.Equal(expected, UnicodeNormalization.Compose(text));
        Assert.Equal(expected, UnicodeNormalization.Compose(expected));
    }

    [Theory]
    [InlineData("Grüße, plain", true)]
    [InlineData("Жук, ёж; 日本語; \uD55C\uAE00; 👍", true)]
    [InlineData("a\u0310", false)]
    public void What_is_composed_is_the_same_text(string text, bool isCertain)
    {
        Assert.Equal(isCertain, UnicodeNormalization.IsComposed(text));
        Assert.Same(text, UnicodeNormalization.Compose(text));
    }

    [NormalizationFact]
    public void Every_case_of_Unicode_s_own_test_comes_out()
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in NormalizationFactAttribute.Lines())
        {
            if (line.Length == 0 || line[0] is '#' or '@')
            {
                continue;
            }

            // Source; NFC; NFD; NFKC; NFKD.
            var columns = line.Split(';').Take(5).Select(column => string.Concat(column.Split(' ').Select(Character))).ToArray();
            listed.Add(columns[0]);
            Assert.All(columns[..3], text => Assert.Equal(columns[1], UnicodeNormalization.Compose(text)));
            Assert.All(columns[3..], text => Assert.Equal(columns[3], UnicodeNormalization.Compose(text)));
            Assert.All(columns, text => Assert.Equal(columns[4], UnicodeNormalization.DecomposeFully(text)));
        }

        Assert.True(listed.Count > 18_000);

        // Every other character is itself; half a surrogate pair, too.
        var others = Enumerable.Range(0, 0x110000)
            .Select(code => code is >= 0xD800 and < 0xE000 ? ((char)code).ToString() : char.ConvertFromUtf32(code));
        Assert.DoesNotContain(others, text => !listed.Contains(text) && UnicodeNormalization.Compose(text) != text);
    }

    private static string Character(string code) =>
        char.ConvertFromUtf32(int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
}
