using System.Buffers.Binary;
using SiteGen.Pipeline.Images;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Images;

/// <summary>The family of a font is read from its file, whatever that holds.</summary>
public sealed class FontFileTests
{
    private static readonly (string Tag, byte[] Bytes) s_map = ("cmap", [0, 0, 0, 0]);

    [Fact]
    public void The_family_is_that_of_the_names() => Assert.Equal("Sample Café", FontFile.Read(SampleFont.Ttf("Sample Café"))?.Family);

    [Fact]
    public void The_typographic_family_comes_before_the_other()
    {
        var font = SampleFont.File(s_map, ("name", SampleFont.Names((1, "Inter Black"), (16, "Inter"), (17, "Black"))));
        Assert.Equal("Inter", FontFile.Read(font)?.Family);
    }

    [Fact]
    public void A_collection_is_read_by_its_first_font()
    {
        byte[] header = [.. "ttcf"u8, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 16];
        var font = SampleFont.Ttf("First");
        // The tables of a collection are found from the start of the file.
        for (var record = 12; record < 12 + (9 * 16); record += 16)
        {
            var offset = font.AsSpan(record + 8, 4);
            BinaryPrimitives.WriteInt32BigEndian(offset, BinaryPrimitives.ReadInt32BigEndian(offset) + header.Length);
        }

        Assert.Null(FontFile.Read(header));
        Assert.Equal("First", FontFile.Read([.. header, .. font])?.Family);
    }

    [Fact]
    public void What_is_no_font_gives_nothing()
    {
        Assert.Null(FontFile.Read([]));
        Assert.Null(FontFile.Read("%PDF-1.7"u8));
        Assert.Null(FontFile.Read(SampleFont.File(("name", SampleFont.Names((1, "Without a map"))))));
        Assert.Null(FontFile.Read(SampleFont.File(s_map, ("name", SampleFont.Names((4, "Without a family"))))));
        Assert.Null(FontFile.Read(SampleFont.File(s_map, ("name", SampleFont.Names((1, new string('a', 5000)))))));
        Assert.True(FontFile.IsWebFont("wOF2..."u8));
        Assert.False(FontFile.IsWebFont("OTTO"u8));
    }

    [Fact]
    public void Law_8_no_file_throws_whatever_is_in_it()
    {
        var font = SampleFont.Ttf("Fuzz");
        Fuzz.Run(8000, random =>
        {
            var spoilt = font[..random.Next(font.Length + 1)];
            for (var left = random.Next(12); left > 0 && spoilt.Length > 0; left--)
            {
                // Mostly where tables and names are listed.
                spoilt[random.Next(random.Next(2) == 0 ? spoilt.Length : Math.Min(spoilt.Length, 156))] = (byte)random.Next(256);
            }

            _ = FontFile.Read(spoilt)?.Family;
        });
    }
}
