using System.Text;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Images.Metadata;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Images.Metadata;

public sealed class MetadataStripperTests
{
    private const string JpegStart = "FFD8 FFE1 000C 457869660000 4D4D002A";

    [Fact]
    public void What_is_left_of_a_picture_is_what_shows_it()
    {
        for (var orientation = 0; orientation <= 9; orientation++)
        {
            foreach (var (name, tagged, clean) in TaggedPictures.All(orientation))
            {
                Assert.Contains(TaggedPictures.Planted, Encoding.Latin1.GetString(tagged), StringComparison.Ordinal);
                Assert.True(clean.AsSpan().SequenceEqual(Stripped(tagged)), $"{name}, orientation {orientation}");
                Assert.False(Strip(clean).IsChanged, name);
                Assert.Equal(ImageFile.SizeOf(tagged), ImageFile.SizeOf(clean));
            }
        }
    }

    [Fact]
    public void Author_and_owner_stay_when_that_is_asked_for()
    {
        foreach (var (name, tagged, _) in TaggedPictures.All(6))
        {
            var kept = Stripped(tagged, keepsCredit: true);
            var text = Encoding.Latin1.GetString(kept);
            Assert.DoesNotContain(TaggedPictures.Planted, text, StringComparison.Ordinal);
            Assert.Contains(TaggedTiff.Artist + "\0", text, StringComparison.Ordinal);
            Assert.Contains(TaggedTiff.Copyright + "\0", text, StringComparison.Ordinal);
            Assert.True(name != "a.png" || text.Contains("tEXtCopyright\0Ada", StringComparison.Ordinal));
            Assert.Equal(ImageFile.SizeOf(tagged), ImageFile.SizeOf(kept));
            Assert.False(Strip(kept, keepsCredit: true).IsChanged, name);
            Assert.Equal(TaggedPictures.All(6).Single(one => one.Name == name).Clean, Stripped(kept));
        }
    }

    [Fact]
    public void Author_and_owner_are_found_in_xmp_where_exif_does_not_name_them()
    {
        byte[] picture = TaggedPictures.Jpeg(1);
        var exif = picture.AsSpan().IndexOf("Exif\0\0"u8);
        picture[exif] = (byte)'x';
        var kept = Encoding.UTF8.GetString(Stripped(picture, keepsCredit: true));
        Assert.Contains("Ada & Bob\0", kept, StringComparison.Ordinal);
        Assert.Contains("Free\0", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(TaggedPictures.Planted, kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("no picture", "89504E47")]
    [InlineData("a film", "52494646 24000000 41564920 4C495354")]
    [InlineData("a picture without pixels", "FFD8 FFE0 0010 4A46494600010101004800480000 FFD9")]
    [InlineData("a chunk without end", "89504E470D0A1A0A FFFFFFFF 49484452")]
    [InlineData("a chunk that is none", "89504E470D0A1A0A 00000000 00000000 00000000")]
    [InlineData("a film of a single frame", "52494646 24000000 57454250 56503858 00000000")]
    public void What_is_not_understood_is_left_as_it_is(string name, string hex)
    {
        var result = Strip(Bytes(hex));
        Assert.False(result.IsChanged || result.KeepsMetadata, name);
    }

    [Theory]
    [InlineData("cut off in its fields", JpegStart)]
    [InlineData("a second picture before the first one's pixels", JpegStart + " FFD8 FFDA 0002 00 FFD9")]
    [InlineData("a way of coding that browsers do not know", JpegStart + " FFF7 0002 FFDA 0002 00 FFD9")]
    [InlineData("without pixels", "89504E470D0A1A0A 00000000 65584966 00000000 00000000 49454E44 00000000")]
    public void What_is_not_understood_and_has_metadata_is_told(string name, string hex)
    {
        var result = Strip(Bytes(hex));
        Assert.True(!result.IsChanged && result.KeepsMetadata, name);
    }

    [Theory]
    [InlineData("a segment without a length", "FFD8 FFE1 0000 FFFE 0001 FFDA 0002 11 FFD9", "FFD8 FFDA 0002 11 FFD9")]
    [InlineData("what is between segments", "FFD8 FFFE 0003 21 2222 FF00 22 FFDA 0002 11 FFD9", "FFD8 FFDA 0002 11 FFD9")]
    [InlineData("fill bytes", "FFD8 FFFFFFFE 0003 21 FFFFDA 0002 11 FFFFD9 33", "FFD8 FFFFDA 0002 11 FFFFD9")]
    [InlineData(
        "the number of lines behind the scan",
        "FFD8 FFDA 0002 11 FFDC 0004 0007 FFE9 0002 FFD9",
        "FFD8 FFDA 0002 11 FFDC 0004 0007 FFD9")]
    [InlineData("no end", "FFD8 FFFE 0002 FFDA 0002 11 FF00 FFD3 22 FF", "FFD8 FFDA 0002 11 FF00 FFD3 22 FF")]
    [InlineData("FF repeated before a zero", "FFD8 FFFE 0002 FFDA 0002 11 FFFF00 22 FFD9", "FFD8 FFDA 0002 11 FFFF00 22 FFD9")]
    [InlineData("a header that is too short", "FFD8 FFE0 0007 4A46494600 FFEE 0007 41646F6265 FFDA 0002 11 FFD9", "FFD8 FFDA 0002 11 FFD9")]
    [InlineData(
        "a scan that is not ended by a mark without meaning",
        "FFD8 FFFE 0002 FFDA 0002 11 FF02 22 FFD9",
        "FFD8 FFDA 0002 11 FF02 22 FFD9")]
    [InlineData("a profile cut off", "FFD8 FFDA 0002 11 FFE1 FFFF 1234", "FFD8 FFDA 0002 11")]
    public void A_jpeg_is_read_as_decoders_do(string name, string hex, string expected) =>
        Assert.True(Stripped(Bytes(hex)).AsSpan().SequenceEqual(Bytes(expected)), $"{name}: {Convert.ToHexString(Stripped(Bytes(hex)))}");

    [Fact]
    public void Frames_of_an_animation_stay()
    {
        byte[] png =
        [
            .. TaggedPictures.Png(1)[..33],
            .. TaggedPictures.Chunk("acTL", new byte[8]), .. TaggedPictures.Chunk("fcTL", new byte[26]),
            .. TaggedPictures.Chunk("IDAT", [1, 2]), .. TaggedPictures.Chunk("fdAT", [3, 4]), .. TaggedPictures.Chunk("IEND", []),
        ];
        Assert.False(Strip(png).IsChanged);
        byte[] frames =
        [
            .. TaggedPictures.RiffChunk("VP8X", [2, 0, 0, 0, 7, 0, 0, 15, 0, 0]),
            .. TaggedPictures.RiffChunk("ANIM", new byte[6]), .. TaggedPictures.RiffChunk("ANMF", new byte[40]),
        ];
        Assert.False(Strip(TaggedPictures.Riff(frames)).IsChanged);
        byte[] tagged = [.. frames, .. TaggedPictures.RiffChunk("XMP ", "<x/>"u8)];
        Assert.Equal(TaggedPictures.Riff(frames), Stripped(TaggedPictures.Riff(tagged)));
    }

    [Fact]
    public void Directories_that_lead_to_each_other_do_not_matter()
    {
        foreach (var isBig in new[] { true, false })
        {
            var tiff = TaggedTiff.Write(6, isBig);
            for (var at = 0; at + 4 <= tiff.Length; at++)
            {
                var looped = tiff.ToArray();
                (isBig ? [0, 0, 0, 8] : new byte[] { 8, 0, 0, 0 }).CopyTo(looped, at);
                byte[] picture = [0xFF, 0xD8, .. TaggedPictures.Segment(0xE1, [.. "Exif\0\0"u8, .. looped]), .. Bytes("FFDA 0002 11 FFD9")];
                Assert.DoesNotContain(TaggedPictures.Planted, Encoding.Latin1.GetString(Stripped(picture)), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_file_of_more_parts_than_any_picture_has_is_left_as_it_is()
    {
        byte[] pair = [.. TaggedPictures.Chunk("tEXt", "a\0b"u8), .. TaggedPictures.Chunk("IDAT", [1])];
        byte[] picture = [.. TaggedPictures.Png(1)[..33], .. Enumerable.Repeat(pair, 70_000).SelectMany(bytes => bytes)];
        Assert.False(Strip(picture).IsChanged);
    }

    [Fact]
    public void A_large_picture_takes_no_more_memory_than_a_small_one()
    {
        var small = AllocatedBy(new Blocks(TaggedPictures.Larger(TaggedPictures.Jpeg(6), 1 << 16), 1 << 17));
        var large = AllocatedBy(new Blocks(TaggedPictures.Larger(TaggedPictures.Jpeg(6), 1 << 24), 1 << 17));
        Assert.InRange(large, 1, small + 20_000);
    }

    [Fact]
    public void A_picture_cut_off_anywhere_is_no_larger_and_shows_as_much()
    {
        foreach (var (name, tagged, _) in TaggedPictures.All(6))
        {
            for (var length = 0; length <= tagged.Length; length++)
            {
                AssertSound(tagged[..length], $"{name}, {length} bytes");
            }
        }
    }

    [Fact]
    public void Law_8_no_picture_throws_whatever_is_in_it()
    {
        var samples = Enumerable.Range(1, 8).SelectMany(TaggedPictures.All).ToArray();
        Fuzz.Run(8000, random =>
        {
            var sample = samples[random.Next(samples.Length)];
            var bytes = Spoilt([.. random.Next(3) == 0 ? sample.Clean : sample.Tagged], random);
            AssertSound(bytes, Convert.ToHexString(bytes));
        });
    }

    private static long AllocatedBy(Blocks file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var published = new PublishedBytes(file, MetadataStripper.Strip(file, keepsCredit: false).Parts);
        for (var at = 0L; published.Read(at) is { IsEmpty: false } block; at += block.Length)
        {
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void AssertSound(byte[] bytes, string what)
    {
        foreach (var keepsCredit in new[] { false, true })
        {
            var result = MetadataStripper.Strip(new MemoryBytes(bytes), keepsCredit);
            var published = Published(new MemoryBytes(bytes), result);
            var inBlocks = new Blocks(bytes, 4096 + (bytes.Length % 1000));
            var resultInBlocks = MetadataStripper.Strip(inBlocks, keepsCredit);
            Assert.True(result.KeepsMetadata == resultInBlocks.KeepsMetadata, what);
            Assert.True(published.AsSpan().SequenceEqual(Published(inBlocks, resultInBlocks)), what);
            Assert.True(published.Length <= bytes.Length + (keepsCredit ? 2200 : 200), what);
            Assert.True(!result.IsChanged || !Strip(published, keepsCredit).IsChanged, $"not stable: {what}");
            Assert.True(ImageFile.SizeOf(bytes) is not { } size || ImageFile.SizeOf(published) == size, $"another size: {what}");
        }
    }

    private static byte[] Spoilt(List<byte> bytes, Random random)
    {
        for (var change = random.Next(1, 8); change > 0 && bytes.Count > 4; change--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(Math.Min(60, bytes.Count - at));
            switch (random.Next(7))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 2:
                    bytes.RemoveRange(at, random.Next(8) == 0 ? bytes.Count - at : 0);
                    break;
                case 3:
                    bytes[at] = (byte)(random.Next(2) * 255);
                    break;
                case 4:
                    bytes.InsertRange(at, [0xFF, (byte)random.Next(0xC0, 0x100)]);
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    private static StrippedPicture Strip(byte[] bytes, bool keepsCredit = false) =>
        MetadataStripper.Strip(new MemoryBytes(bytes), keepsCredit);

    private static byte[] Stripped(byte[] bytes, bool keepsCredit = false) =>
        Published(new MemoryBytes(bytes), Strip(bytes, keepsCredit));

    private static byte[] Published(IByteSource source, StrippedPicture result)
    {
        var published = result.IsChanged ? new PublishedBytes(source, result.Parts) : source;
        var all = new List<byte>();
        while (published.Read(all.Count) is { IsEmpty: false } block)
        {
            all.AddRange(block);
        }

        Assert.Equal(published.Length, all.Count);
        return [.. all];
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>Bytes of which a block is in memory at a time, as those of a large file are.</summary>
    private sealed class Blocks(byte[] bytes, int size) : IByteSource
    {
        private readonly byte[] _block = new byte[size];

        public long Length => bytes.Length;

        public ReadOnlySpan<byte> Read(long at)
        {
            _block.AsSpan().Fill(0xEE);
            var some = bytes.AsSpan((int)Math.Min(at, bytes.Length));
            some = some[..Math.Min(size, some.Length)];
            some.CopyTo(_block);
            return _block.AsSpan(0, some.Length);
        }
    }
}
