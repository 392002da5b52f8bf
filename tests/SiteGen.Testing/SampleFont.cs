using System.Buffers.Binary;
using System.Text;
using SiteGen.Pipeline.ImageProcessing;
using Xunit;

namespace SiteGen.Testing;

/// <summary>A font made here, in which every letter is the same block: TrueType with the tables that drawing needs and no other.</summary>
/// <remarks>
/// A process draws with one font, the first that it is given. In tests that is this one, from a file that stays when the folder of the
/// test is gone.
/// </remarks>
public static class SampleFont
{
    private const int UnitsPerEm = 1000;
    private const int FirstLetter = 0x21;
    private const int Letters = 0x7E - FirstLetter + 1;

    /// <summary>The family of the font that tests draw with.</summary>
    public const string Family = "Sample";

    private static readonly TempFolder s_folder = new();

    static SampleFont()
    {
        var bytes = Ttf(Family);
        Directory.CreateDirectory(s_folder["."]);
        System.IO.File.WriteAllBytes(s_folder["sample.ttf"], bytes);
        var font = CardFont.FromFile(s_folder["sample.ttf"], bytes);
        Assert.True(font?.IsOnlyOne, "something was drawn with another font before");
        SamplePicture.Gradient(1, 1).Dispose();
        font?.Register("<svg/>"u8);
    }

    /// <summary>The font that tests draw with.</summary>
    public static byte[] Usual { get; } = Ttf(Family);

    /// <summary>The file.</summary>
    /// <param name="family">The name of the family.</param>
    /// <param name="height">The height of the block, in thousandths of the size of the font.</param>
    public static byte[] Ttf(string family, int height = 700)
    {
        var block = Block(height);
        (string Tag, byte[] Bytes)[] tables =
        [
            ("cmap", Map()),
            ("glyf", block),
            ("head", Words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, UnitsPerEm, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500, 1000, 0, 8, 2, 1, 0)),
            ("hhea", Words(1, 0, 800, -200, 0, 600, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 3)),
            ("hmtx", Words(600, 0, 600, 0, 600, 0)),
            ("loca", Words(0, 0, 0, 0, 0, block.Length, 0, block.Length)),
            ("maxp", Words(1, 0, 3, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)),
            ("name", Names((1, family), (2, "Regular"), (4, family), (6, family.Replace(" ", "", StringComparison.Ordinal)))),
            ("post", Words(3, 0, 0, 0, -100, 50, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
        ];
        return File(tables);
    }

    /// <summary>A <c>name</c> table with names for Windows in American English (OpenType, "name").</summary>
    public static byte[] Names(params (int Id, string Text)[] names)
    {
        var texts = string.Concat(names.Select(name => name.Text));
        var table = new List<byte>(Words(0, names.Length, 6 + (names.Length * 12)));
        foreach (var (name, at) in names.Select((name, index) => (name, names.Take(index).Sum(before => before.Text.Length * 2))))
        {
            table.AddRange(Words(3, 1, 0x409, name.Id, name.Text.Length * 2, at));
        }

        return [.. table, .. Encoding.BigEndianUnicode.GetBytes(texts)];
    }

    /// <summary>A font file of these tables.</summary>
    public static byte[] File(params (string Tag, byte[] Bytes)[] tables)
    {
        var file = new List<byte>(Words(1, 0, tables.Length, 128, 3, (tables.Length * 16) - 128));
        var at = 12 + (tables.Length * 16);
        foreach (var (tag, bytes) in tables)
        {
            file.AddRange([.. Encoding.ASCII.GetBytes(tag), .. Words(0, 0, 0, at, 0, bytes.Length)]);
            at += (bytes.Length + 3) & ~3;
        }

        foreach (var (_, bytes) in tables)
        {
            file.AddRange([.. bytes, .. new byte[-bytes.Length & 3]]);
        }

        return [.. file];
    }

    // Format 4 of Unicode: one range of letters that are all glyph 1, the space that is glyph 2, and the end.
    private static byte[] Map()
    {
        var ranges = Words(
            4, 16 + (3 * 8) + (Letters * 2), 0, 6, 4, 1, 2,
            0x20, FirstLetter + Letters - 1, -1, 0, 0x20, FirstLetter, -1, 2 - 0x20, 0, 1, 0, 4, 0);
        return [.. Words(0, 1, 3, 1, 0, 12), .. ranges, .. Words([.. Enumerable.Repeat(1, Letters)])];
    }

    // Glyph 1, a rectangle; glyphs 0 and 2 are empty.
    private static byte[] Block(int height) =>
        [.. Words(1, 0, 0, 500, height, 3, 0), 1, 1, 1, 1, .. Words(0, 0, 500, 0, 0, height, 0, -height)];

    private static byte[] Words(params ReadOnlySpan<int> words)
    {
        var bytes = new byte[words.Length * 2];
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(i * 2), unchecked((short)words[i]));
        }

        return bytes;
    }
}
