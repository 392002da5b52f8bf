using System.Numerics;
using System.Text;

namespace SiteGen.Text.Tests;

public sealed class FingerprintTests
{
    // Recorded once: manifests on disks hold these values, and every machine must find the same.
    [Theory]
    [InlineData("", "d3aecd1a3969630bdfc728fd2fdfc8e0")]
    [InlineData("a", "cf816e5ca93304e604e6eb24e3289acc")]
    [InlineData("0123456789abcdef", "37b5ff679800511a115767f821095aa9")]
    [InlineData("0123456789abcdef!", "a166928ee5da34a810ec8b6ea9298d2f")]
    public void Law_6_equal_bytes_have_equal_fingerprints_on_every_machine(string text, string expected) =>
        Assert.Equal(expected, Fingerprint.Of(Encoding.UTF8.GetBytes(text)).ToString());

    [Fact]
    public void No_two_of_a_hundred_thousand_small_inputs_share_a_fingerprint()
    {
        var seen = new HashSet<Fingerprint>();
        var halves = new HashSet<ulong>();
        for (var i = 0; i < 100_000; i++)
        {
            Assert.True(seen.Add(Fingerprint.Of(BitConverter.GetBytes(i))), $"{i}");
            // Half a fingerprint is used as the name of a thing.
            Assert.True(halves.Add(Fingerprint.Of($"posts/{i}.md").Low), $"{i}");
        }
    }

    [Fact]
    public void Runs_of_one_byte_differ_by_their_length()
    {
        foreach (var value in (byte[])[0, 1, 0x20, 0xFF])
        {
            var bytes = new byte[2000];
            Array.Fill(bytes, value);
            Assert.Equal(2000, Enumerable.Range(0, 2000).Select(length => Fingerprint.Of(bytes.AsSpan(0, length))).Distinct().Count());
        }
    }

    [Fact]
    public void Every_bit_of_the_input_changes_about_half_of_the_output()
    {
        var bytes = Encoding.UTF8.GetBytes("The quick brown fox jumps over the lazy dog, twice.");
        var before = Fingerprint.Of(bytes);
        var total = 0;
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var after = Fingerprint.Of(bytes);
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
        var (a, b) = (Fingerprint.Of("a"), Fingerprint.Of("b"));
        Assert.NotEqual(a.And(b), b.And(a));
        Assert.NotEqual(a, a.And(default(Fingerprint)));
        Assert.NotEqual(a.And("x").And("y"), a.And("xy"));
        Assert.NotEqual(a.And(""), a.And((string?)null));
        Assert.NotEqual(a.And(1), a.And("1"));
    }

    [Fact]
    public void It_is_written_as_32_digits() => Assert.Equal("00000000000000ff0000000000000001", new Fingerprint(0xFF, 1).ToString());
}
