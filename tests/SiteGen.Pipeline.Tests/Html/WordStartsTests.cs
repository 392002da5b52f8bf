using System.Text;
using SiteGen.Pipeline.Html;

namespace SiteGen.Pipeline.Tests.Html;

public sealed class WordStartsTests
{
    [Fact]
    public void Sixteen_bytes_at_a_time_count_as_one_by_one_do()
    {
        var random = new Random(1);
        const string Bytes = "abzAZ09  \t\n.,;:!~'\"(){}-_\0\u007f";
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => Bytes[random.Next(Bytes.Length)]));
            foreach (var before in (bool[])[false, true])
            {
                var (inWord, expectedIn) = (before, before);
                var expected = 0;
                foreach (var c in text)
                {
                    expected += char.IsAsciiLetterOrDigit(c) && !expectedIn ? 1 : 0;
                    expectedIn = char.IsAsciiLetterOrDigit(c) || (expectedIn && c is >= '!' and <= '~');
                }

                Assert.Equal((expected, expectedIn), (WordStarts.Count(Encoding.ASCII.GetBytes(text), ref inWord), inWord));
            }
        }
    }
}
