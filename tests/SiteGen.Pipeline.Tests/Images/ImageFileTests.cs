using System.Text;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Loading;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Images;

public sealed class ImageFileTests
{
    // Baseline frame of 7 lines by 5 columns behind what stands before it.
    private const string Frame = "FFC0 0011 08 0007 0005 03 011100 021100 031100";
    private const string Exif = "FFE1 0022 457869660000 4D4D002A00000008 0001 0112 0003 00000001 0006 0000 00000000";
    private const string ExifLittle = "FFE1 0022 457869660000 49492A0008000000 0100 1201 0300 01000000 0800 0000 00000000";
    private const string Avif = "00000014 66747970 61766966 00000000 61766966";

    public static TheoryData<string, string, string> Files => new()
    {
        { "png", "89504E470D0A1A0A 0000000D 49484452 00000280 000001E0 08060000 00", "640x480" },
        { "png of an iPhone", "89504E470D0A1A0A 00000004 43674249 50002002 2CB87766 0000000D 49484452 00000003 00000002 0806", "3x2" },
        { "png without a width", "89504E470D0A1A0A 0000000D 49484452 00000000 000001E0 08060000 00", "" },
        { "png beyond reason", "89504E470D0A1A0A 0000000D 49484452 FFFFFFFF 000001E0 08060000 00", "" },
        { "png cut off", "89504E470D0A1A0A 0000000D 49484452 00000280 0000", "" },
        { "gif", "474946383961 0A00 1400 F70000", "10x20" },
        { "gif cut off", "474946383961 0A00", "" },
        { "jpeg", "FFD8 FFE0 0010 4A46494600010101004800480000 " + Frame, "5x7" },
        {
            "jpeg, progressive, behind tables and a comment",
            "FFD8 FFDB 0004 0000 FFC4 0004 0000 FFFE 0003 21 FFFF " + Frame.Replace("FFC0", "FFC2", StringComparison.Ordinal),
            "5x7"
        },
        { "jpeg, arithmetic", "FFD8 " + Frame.Replace("FFC0", "FFCA", StringComparison.Ordinal), "5x7" },
        { "jpeg of a camera held upright", "FFD8 " + Exif + Frame, "7x5" },
        { "jpeg of a camera held the other way", "FFD8 " + ExifLittle + Frame, "7x5" },
        { "jpeg of a camera held level", "FFD8 " + Exif.Replace("0001 0006", "0001 0003", StringComparison.Ordinal) + Frame, "5x7" },
        { "jpeg with a broken orientation", "FFD8 FFE1 0010 457869660000 4D4D002AFFFFFFFF " + Frame, "5x7" },
        { "jpeg whose lines come first", "FFD8 FFDA 0002 " + Frame, "" },
        { "jpeg with a segment without end", "FFD8 FFE0 FFFF 00", "" },
        { "jpeg with a segment of nothing", "FFD8 FFE0 0000 " + Frame, "5x7" },
        { "webp, lossy", "52494646 24000000 57454250 56503820 18000000 300100 9D012A 2A00 1500 0000", "42x21" },
        { "webp, lossless", "52494646 24000000 57454250 5650384C 18000000 2F 29001400 000000000000", "42x81" },
        { "webp, extended", "52494646 24000000 57454250 56503858 0A000000 10000000 FF0300 8F0100 0000", "1024x400" },
        { "webp of an unknown kind", "52494646 24000000 57454250 58585858 0A000000 10000000 FF0300 8F0100 0000", "" },
        {
            "avif",
            Avif + "00000034 6D657461 00000000 00000028 69707270 00000020 6970636F 00000014 69737065 00000000 00000140 000000F0 00000004",
            "320x240"
        },
        { "avif, turned, behind its thumbnail", Avif + "00000070 6D657461 00000000 0000000E 7069746D 00000000 0002 "
            + "00000056 69707270 00000039 6970636F 00000014 69737065 00000000 00000010 00000008 00000014 69737065 "
            + "00000000 00000140 000000F0 00000009 69726F74 01 "
            + "00000015 69706D61 00000000 00000001 0002 02 02 83", "240x320" },
        { "avif without anything", Avif, "" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_picture_s_size_stands_in_its_first_bytes(string name, string hex, string expected) =>
        Assert.True(Shown(Bytes(hex)) == expected, $"{name}: {Shown(Bytes(hex))}");

    [Theory]
    [InlineData("<svg width=\"64\" height=\"48\">", "64x48")]
    [InlineData(
        "\uFEFF<?xml version=\"1.0\"?>\n<!DOCTYPE svg [ <!ENTITY a \"b\"> ]>\n<!-- <svg width=\"1\" height=\"1\">"
            + " -->\n<svg xmlns='http://www.w3.org/2000/svg' height=' 48.6PX' width='64px' viewBox='0 0 1 1'>",
        "64x49")]
    [InlineData("<svg viewBox=\"0 0 24 12\">", "24x12")]
    [InlineData("<svg width=\"100%\" height=\"2em\" viewBox=\"-5,-5, 24.4 ,12\">", "24x12")]
    [InlineData("<svg width=\"48\" viewBox=\"0 0 24 12\">", "48x24")]
    [InlineData("<svg height=\"48\" viewBox=\"0 0 24 12\">", "96x48")]
    [InlineData("<svg width=\"48\">", "")]
    [InlineData("<svg width=\"0\" height=\"5\">", "")]
    [InlineData("<svg width=\"NaN\" height=\"Infinity\">", "")]
    [InlineData("<svg width=\"1e300\" height=\"1e300\">", "")]
    [InlineData("<svg viewBox=\"0 0 0 0\">", "")]
    [InlineData("<svg viewBox=\"0 0 1e-300 1e300\" width=\"5\">", "")]
    [InlineData("<svg>", "")]
    [InlineData("<svg width=\"6", "")]
    [InlineData("<html><svg width=\"64\" height=\"48\">", "")]
    [InlineData("no picture at all", "")]
    [InlineData("", "")]
    public void A_drawing_s_size_stands_in_its_first_element(string text, string expected) =>
        Assert.Equal(expected, Shown(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Law_8_no_bytes_throw_whatever_they_are()
    {
        byte[][] starts = [.. Files.Select(row => Bytes((string)row[1])), [.. "<svg width=\"10\" viewBox=\"0 0 1 1\" height='"u8]];
        var random = new Random(20260305);
        for (var round = 0; round < 40_000; round++)
        {
            var bytes = starts[round % starts.Length][..random.Next(starts[round % starts.Length].Length
                + 1)].Concat(new byte[random.Next(60)]).ToArray();
            for (var change = random.Next(12); change > 0 && bytes.Length > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var size = ImageFile.SizeOf(bytes);
            Assert.True(size is null or { Width: > 0, Height: > 0 }, Convert.ToHexString(bytes));
        }
    }

    [Fact]
    public void What_stands_behind_a_long_profile_is_found_and_what_stands_further_is_not_looked_for()
    {
        using var folder = new TempFolder();
        Assert.Equal(new ImageSize(5, 7), Jpeg(folder, 3).WithImageSize(new Utf8Buffer()).ImageSize);
        Assert.Null(Jpeg(folder, 20).WithImageSize(new Utf8Buffer()).ImageSize);
        Assert.Null(new SourceFile(
            "gone.png", "gone.png", SourceKind.Static, default, folder["gone.png"], default).WithImageSize(new Utf8Buffer()).ImageSize);
    }

    // Behind so many segments of 64 KiB each.
    private static SourceFile Jpeg(TempFolder folder, int segments)
    {
        var path = folder[$"{segments}.jpg"];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        byte[] segment = [0xFF, 0xE2, 0xFF, 0xFF, .. new byte[0xFFFD]];
        File.WriteAllBytes(path, [0xFF, 0xD8, .. Enumerable.Repeat(segment, segments).SelectMany(bytes => bytes), .. Bytes(Frame)]);
        return new SourceFile("a.jpg", "a.jpg", SourceKind.Static, default, path, default);
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    private static string Shown(byte[] bytes) => ImageFile.SizeOf(bytes) is { } size ? $"{size.Width}x{size.Height}" : "";
}
