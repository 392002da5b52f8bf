using System.Numerics;
using System.Text;

namespace SiteGen.Text.Tests;

public sealed class FingerprintTests
{
    // The empty text and 'a' are known answers of XXH128 itself; the others, one for each of its paths by length, were recorded:
    // manifests on disks hold such values, and every machine must find the same.
    [Theory]
    [InlineData("", 1, "99aa06d3014798d86001c324468d497f")]
    [InlineData("a", 1, "a96faf705af16834e6c632b61e964e1f")]
    [InlineData("0123456789abcdef", 1, "ccba8085a0434e9e0befb4873dbe58f8")]
    [InlineData("0123456789abcdef", 8, "4af4265aee35f57fe8a72f41fead8545")]
    [InlineData("0123456789abcdef", 15, "4c06c1a75e3c1a8002eeb06468b4993c")]
    [InlineData("0123456789abcdef", 100, "460f8b9d71f5e251fb6463c8a19ddf75")]
    public void Law_6_equal_bytes_have_equal_fingerprints_on_every_machine(string text, int times, string expected) =>
        Assert.Equal(expected, Fingerprint.Compute(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, times)))).ToString());

    [Fact]
    public void No_two_of_a_hundred_thousand_small_inputs_share_a_fingerprint()
    {
        var seen = new HashSet<Fingerprint>();
        var halves = new HashSet<ulong>();
        for (var i = 0; i < 100_000; i++)
        {
            Assert.True(seen.Add(Fingerprint.Compute(BitConverter.GetBytes(i))), $"{i}");
            // Half a fingerprint is used as the name of a thing.
            Assert.True(halves.Add(Fingerprint.Compute($"posts/{i}.md").Low), $"{i}");
        }
    }

    [Fact]
    public void Runs_of_one_byte_differ_by_their_length()
    {
        foreach (var value in (byte[])[0, 1, 0x20, 0xFF])
        {
            var bytes = new byte[2000];
            Array.Fill(bytes, value);
            Assert.Equal(2000, Enumerable.Range(0, 2000).Select(length => Fingerprint.Compute(bytes.AsSpan(0, length))).Distinct().Count());
        }
    }

    [Fact]
    public void Every_bit_of_the_input_changes_about_half_of_the_output()
    {
        var bytes = Encoding.UTF8.GetBytes("The quick brown fox jumps over the lazy dog, twice.");
        var before = Fingerprint.Compute(bytes);
        var total = 0;
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var after = Fingerprint.Compute(bytes);
            var changed = BitOperations.PopCount(before.High ^ after.High) + BitOperations.PopCount(before.Low ^ after.Low);
            Assert.InRange(changed, 30, 98);
            total += changed;
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.InRange(total / (bytes.Length * 8), 60, 68);
    }

    [Fact]
    public void Two_things_together_have_an_order()
    {
        var (a, b) = (Fingerprint.Compute("a"), Fingerprint.Compute("b"));
        Assert.NotEqual(a.And(b), b.And(a));
        Assert.NotEqual(a, a.And(default(Fingerprint)));
        Assert.NotEqual(a.And("x").And("y"), a.And("xy"));
        Assert.NotEqual(a.And(""), a.And((string?)null));
        Assert.NotEqual(a.And(1), a.And("1"));
        Assert.NotEqual(a.And(-1), a.And((string?)null));
    }

    [Fact]
    public void Two_things_together_are_not_their_bytes_in_a_row()
    {
        var (a, b) = (Fingerprint.Compute("a"), Fingerprint.Compute("b"));
        ulong[] words = [a.High, a.Low, b.High, b.Low];
        Assert.NotEqual(Fingerprint.Compute(words.SelectMany(BitConverter.GetBytes).ToArray()), a.And(b));
        Assert.NotEqual(Fingerprint.Compute("ab").And("c"), Fingerprint.Compute("a").And("bc"));
    }

    [Fact]
    public void No_two_pairs_of_three_hundred_share_a_fingerprint()
    {
        var parts = Enumerable.Range(0, 300).Select(i => Fingerprint.Compute($"{i}")).ToArray();
        var pairs = parts.SelectMany(first => parts.Select(second => first.And(second))).ToHashSet();
        var numbers = parts.SelectMany(first => Enumerable.Range(-150, 300).Select(number => first.And(number))).ToHashSet();
        Assert.Equal((90_000, 90_000), (pairs.Count, numbers.Count));
        Assert.False(pairs.Overlaps(numbers));
    }

    [Fact]
    public void It_is_written_as_32_digits() => Assert.Equal("00000000000000ff0000000000000001", new Fingerprint(0xFF, 1).ToString());

    [Fact]
    public void A_sum_has_no_order_and_what_was_added_can_be_subtracted()
    {
        var (a, b, c) = (FingerprintSum.Of("a"u8, 1), FingerprintSum.Of("b"u8, 1), FingerprintSum.Of(Fingerprint.Compute("c"), 1));
        Assert.Equal(a + b + c, c + a + b);
        Assert.Equal(a + c, a + b + c - b);
        Assert.Equal(default, a + b - a - b);
        Assert.NotEqual(a + a, a);
        Assert.NotEqual((a + b).Fingerprint, (a + c).Fingerprint);
        Assert.NotEqual(a, FingerprintSum.Of("a"u8, 2));
    }

    [Fact]
    public void No_two_sums_of_pairs_of_three_hundred_are_equal()
    {
        var parts = Enumerable.Range(0, 300).Select(i => FingerprintSum.Of(BitConverter.GetBytes(i), i % 3)).ToArray();
        var sums = parts.SelectMany((first, index) => parts.Skip(index).Select(second => (first + second).Fingerprint));
        Assert.Equal(300 * 301 / 2, sums.Distinct().Count());
    }
}
