using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.Highlighting;
using SiteGen.Pipeline.Html;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Highlighting;

public sealed class LexerTests
{
    private const int Megabyte = 1_000_000;

    private static readonly string[] s_languages = [.. Languages.All.Select(source => source.Name)];

    private static readonly byte[][] s_samples = [.. s_languages.Select(name => Encoding.UTF8.GetBytes(Languages.SampleOf(name)))];

    // What opens something, in one language or another.
    private static readonly string[] s_openings =
    [
        "\"", "'", "`", "/*", "<!--", "{", "(", "[", "${", "#{", "<<EOF\n", "\"\"\"", "'''",
        "<script>", "<div>", "\\", "```js\n", "/", "%w(", "{{", "r#\"", "\0",
    ];

    [Fact]
    [Trait("Speed", "Slow")]
    public void Tokens_cover_any_code_without_gaps() => Fuzz.Run(1_000, random =>
    {
        var at = random.Next(s_languages.Length);
        AssertCovers(s_languages[at], Mutated(s_samples[at], random));
        AssertCovers(s_languages[random.Next(s_languages.Length)], Mutated(s_samples[at], random));
    });

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_megabyte_of_anything_takes_seconds_in_no_language()
    {
        // Time is bounded by steps for each byte, so what is slow in a few kilobytes is slow in a megabyte.
        var slowest = s_languages
            .SelectMany(name => s_openings.Select(opening => (Name: name, Opening: opening, Time: TimeOf(name, opening, 5_000))))
            .OrderByDescending(pair => pair.Time)
            .Take(8);
        Assert.All(slowest, pair => Assert.InRange(TimeOf(pair.Name, pair.Opening, Megabyte).TotalSeconds, 0, 5));
    }

    [Fact]
    public void A_line_of_a_megabyte_is_read()
    {
        foreach (var name in new[] { "csharp", "javascript", "shell", "yaml", "markdown", "html", "perl" })
        {
            var watch = Stopwatch.StartNew();
            AssertCovers(name, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a = b(\"c\", 1) ", Megabyte / 14))));
            Assert.True(watch.Elapsed.TotalSeconds < 5, $"{name}: {watch.Elapsed}");
        }
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void The_text_of_code_is_never_altered()
    {
        var writer = new CodeWriter(GrammarSet.BuiltIn);
        Fuzz.Run(1_000, random =>
        {
            var at = random.Next(s_languages.Length);
            var code = Encoding.UTF8.GetString(Mutated(s_samples[at], random));
            var fence = new CodeFence(s_languages[at])
            {
                FirstNumber = random.Next(2) == 0 ? null : random.Next(1000),
                Marked = random.Next(2) == 0 ? [] : [new LineRange(2, 5)],
            };
            var element = Encoding.UTF8.GetBytes($"<pre><code class=\"language-x\">{Escaped(code)}</code></pre>");
            var output = new Utf8Buffer();
            writer.Write(element, fence, default, random.Next(2) == 0, output);
            var html = output.ToString();
            var text = html[html.IndexOf("<code", StringComparison.Ordinal)..html.LastIndexOf("</code>", StringComparison.Ordinal)];
            Assert.Equal(code, WebUtility.HtmlDecode(Regex.Replace(text, "<[^>]*>", "")));
        });
    }

    [Theory]
    [InlineData("csharp", "$\"{a + \"b\"}\" //", "$\"|\"b\"|\"|//")]
    [InlineData("javascript", "a / b / c; x = /[/]/.test(s)", "/[/]/|test")]
    [InlineData("javascript", "`a${b + `c${1}`}` 2", "`a|`c|1|`|`|2")]
    [InlineData("python", "f\"{x:>8} {y!r}\" 1", "f\"|:>8| |\"|1")]
    [InlineData("rust", "r#\"a \"b\" c\"# 'a' 'b: x", "r#\"a \"b\" c\"#|'a'|'b")]
    [InlineData("shell", "cat <<'E'\n$a\nE\n# c", "<<'E'\n$a\nE|# c")]
    [InlineData("shell", "a=`date` \"b `c \"d\"` e\" 'f'", "a|\"b |\"d\"| e\"|'f'")]
    [InlineData("shell", "cat <<E > \"$a\" | b\nc\nE\n# d", "<<E|\"$a\"|\nc\nE|# d")]
    [InlineData("markdown", "a `b\n\nc `d` e", "`d`")]
    [InlineData("javascript", "new a.b.C(new D(e()))", "new|C|new|D|e")]
    [InlineData("php", "new \\A\\Bed(Cup::size())", "new|Bed|Cup|size")]
    [InlineData("javascript", "1m0.968s 0x1F 1_000n", "0x1F|1_000n")]
    [InlineData("yaml", "a: b {c}, [d]\ne: [f, g]", "a|b {c}, [d]|e|f|g")]
    [InlineData("html", "<script>if (a) b('</p>')</script><p>", "<script>|if|b|'</p>'|</script><p>")]
    public void Code_within_code_is_read(string name, string code, string expected)
    {
        var tokens = Languages.TokensOf(name, Encoding.UTF8.GetBytes(code)).Where(token => token.Class != TokenClass.Plain);
        Assert.Equal(expected, string.Join('|', tokens.Select(token => token.Text)));
    }

    // As Markdown does it.
    private static string Escaped(string code) => code.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static TimeSpan TimeOf(string name, string opening, int length)
    {
        var code = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(opening, length / opening.Length)));
        var watch = Stopwatch.StartNew();
        AssertCovers(name, code);
        return watch.Elapsed;
    }

    private static void AssertCovers(string name, byte[] code)
    {
        var last = 0;
        foreach (var token in new Lexer(GrammarSet.BuiltIn).Read(GrammarSet.BuiltIn.Find(name)!, code))
        {
            if (token.End <= last)
            {
                Assert.Fail($"{name}: {last}, {token.End}");
            }

            last = token.End;
        }

        Assert.Equal(code.Length, last);
    }

    private static byte[] Mutated(byte[] code, Random random)
    {
        var bytes = code.ToList();
        for (var count = random.Next(1, 20); count > 0; count--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes.RemoveRange(at, int.Min(random.Next(1, 30), bytes.Count - at));
                    break;
                case 1:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(s_openings[random.Next(s_openings.Length)]));
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, int.Min(random.Next(1, 60), bytes.Count - at)));
                    break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add((byte)'x');
            }
        }

        return [.. bytes];
    }
}
