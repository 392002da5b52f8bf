using System.Buffers.Binary;
using System.Text;
using NetVips;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Whatever lies where a picture is expected has an answer: versions, the file as it is, or a warning with its name.</summary>
public sealed class OddPictureTests
{
    private const string Versions = "versions";
    private const string AsItIs = "as it is";
    private const string Damaged = "SG5021 as it is";
    private const string Telling = "SG5022 as it is";

    private static readonly byte[] s_jpeg = SamplePicture.Jpeg(200, 100);
    private static readonly byte[] s_png = SamplePicture.Png(200, 100);
    private static readonly byte[] s_webp = SamplePicture.Webp(200, 100);

    public static TheoryData<string, string, string> Files
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var (name, bytes, answer) in new[] { Cut(), Misnamed(), Kinds(), Moving(), Sizes(), Broken() }.SelectMany(some => some))
            {
                all.Add(name, Convert.ToBase64String(bytes), answer);
            }

            return all;
        }
    }

    [Fact]
    public void There_are_forty_and_more() => Assert.True(Files.Count >= 40);

    [Theory]
    [MemberData(nameof(Files))]
    public void It_has_an_answer(string name, string bytes, string expected)
    {
        var file = "odd" + Path.GetExtension(name);
        using var site = TestSite.From(Tiny.Theme, $"-- posts/a.md --\n![](/{file})\n")
            .Write($"static/{file}", Convert.FromBase64String(bytes));
        site.Build();
        var codes = site.Diagnostics.Where(problem => problem.Rule.Severity != SiteGen.Text.DiagnosticSeverity.Note)
            .Select(problem => $"{problem.Rule.Code} ");
        var made = TempFolder.Contents(site.OutputFolder).Keys.Count(path => path.StartsWith("odd-", StringComparison.Ordinal));
        Assert.Equal(expected, string.Concat(codes) + (made > 0 ? Versions : AsItIs));
        Assert.All(site.Diagnostics, problem => Assert.EndsWith(file, problem.Path, StringComparison.Ordinal));
        site.Has("posts/a/index.html", made > 0 ? "<picture" : $"src=\"/{file}\"");
    }

    [Fact]
    public void A_strict_build_refuses_what_cannot_be_decoded()
    {
        using var site = TestSite.From(Tiny.Theme, "-- posts/a.md --\n![](/odd.jpg)\n")
            .Write("static/odd.jpg", s_jpeg[..^600])
            .WithStrict();
        site.Build().ProblemCount(1).HasNot("posts/a/index.html");
    }

    private static IEnumerable<(string Name, byte[] Bytes, string Answer)> Cut() =>
    [
        ("half.jpg", s_jpeg[..(s_jpeg.Length / 2)], Damaged),
        ("nearly whole.jpg", s_jpeg[..^20], Damaged),
        ("head only.jpg", s_jpeg[..20], Telling),
        ("half.png", s_png[..(s_png.Length / 2)], Damaged),
        ("head only.png", s_png[..30], AsItIs),
        ("half.webp", s_webp[..(s_webp.Length / 2)], Damaged),
        ("half.gif", Gif(1)[..^30], AsItIs),
        ("empty.jpg", [], AsItIs),
    ];

    private static IEnumerable<(string Name, byte[] Bytes, string Answer)> Misnamed() =>
    [
        ("png.jpg", s_png, Versions),
        ("jpeg.png", s_jpeg, Versions),
        ("webp.jpg", s_webp, AsItIs),
        ("text.jpg", "Not a picture."u8.ToArray(), AsItIs),
        ("page.png", "<!DOCTYPE html><title>x</title>"u8.ToArray(), AsItIs),
        ("drawing.png", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\"></svg>"u8.ToArray(), AsItIs),
        ("tiff.jpg", [.. "II*\0\b\0\0\0"u8, .. new byte[100]], AsItIs),
        ("bitmap.jpg", [.. "BM"u8, .. new byte[100]], AsItIs),
        ("archive.png", "PK\u0003\u0004"u8.ToArray(), AsItIs),
    ];

    private static IEnumerable<(string Name, byte[] Bytes, string Answer)> Kinds() =>
    [
        ("four inks.jpg", Made(image => image.IccTransform("cmyk", inputProfile: "srgb").JpegsaveBuffer(profile: "cmyk")), Versions),
        ("sixteen bits.png", Made(image => image.Cast(Enums.BandFormat.Ushort).Linear([257.0], [0.0]).Cast(Enums.BandFormat.Ushort)
            .Copy(interpretation: Enums.Interpretation.Rgb16).PngsaveBuffer()), Versions),
        ("grey.jpg", Made(image => image.Colourspace(Enums.Interpretation.Bw).JpegsaveBuffer()), Versions),
        ("grey and transparent.png", Made(image => image[0].Bandjoin(image[1]).Copy(interpretation: Enums.Interpretation.Bw)
            .PngsaveBuffer()), Versions),
        ("palette, transparent.png", Made(image => image.Bandjoin(image[0]).PngsaveBuffer(palette: true)), Versions),
        ("one bit.png", Made(image => image.Colourspace(Enums.Interpretation.Bw).PngsaveBuffer(bitdepth: 1)), Versions),
        ("transparent.png", Made(image => image.Bandjoin(image[1]).PngsaveBuffer()), Versions),
        ("progressive.jpg", Made(image => image.JpegsaveBuffer(interlace: true)), Versions),
        ("interlaced.png", Made(image => image.PngsaveBuffer(interlace: true)), Versions),
        ("lossless.webp", Made(image => image.WebpsaveBuffer(lossless: true)), AsItIs),
        ("modern.avif", Made(image => image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0)), AsItIs),
    ];

    private static IEnumerable<(string Name, byte[] Bytes, string Answer)> Moving() =>
    [
        ("still.gif", Gif(1), Versions),
        ("moving.gif", Gif(3), AsItIs),
        ("moving.webp", Made(_ => Frames(3).WebpsaveBuffer()), AsItIs),
        ("moving.png", [.. s_png[..33], .. Chunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0]), .. s_png[33..]], AsItIs),
    ];

    private static IEnumerable<(string Name, byte[] Bytes, string Answer)> Sizes() =>
    [
        ("dot.png", SamplePicture.Png(1, 1), AsItIs),
        ("icon.png", SamplePicture.Png(64, 64), AsItIs),
        ("line.png", SamplePicture.Png(30_000, 1), Versions),
        ("pole.png", SamplePicture.Png(100, 30_000), Versions),
        ("bomb.png", WithSize(s_png, 16, 50_000, 50_000), Damaged),
        ("bomb of many pixels.png", WithSize(s_png, 16, 15_000, 15_000), Damaged),
        ("bomb.jpg", JpegWithSize(65_000, 65_000), Damaged),
        ("bomb.gif", GifWithSize(60_000, 60_000), Damaged),
        ("no width.png", WithSize(s_png, 16, 0, 100), AsItIs),
    ];

    private static IEnumerable<(string Name, byte[] Bytes, string Answer)> Broken()
    {
        byte[] loop =
        [
            .. "Exif\0\0"u8, .. "MM\0*\0\0\0\b"u8, 0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0, 8
        ];
        byte[] profile = [.. "ICC_PROFILE\0"u8, 1, 1, .. Enumerable.Repeat((byte)7, 200)];
        var noise = (byte[])s_jpeg.Clone();
        new Random(1).NextBytes(noise.AsSpan(noise.Length - 400, 300));
        return
        [
            ("exif that points to itself.jpg", Behind(0xE1, loop), Versions),
            ("exif without end.jpg", [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, .. loop], Telling),
            ("no profile.jpg", Behind(0xE2, profile), Versions),
            ("with an archive behind.jpg", [.. s_jpeg, .. "PK\u0003\u0004 and so on"u8], Versions),
            ("without an end.jpg", s_jpeg[..^2], Damaged),
            ("noise in the middle.jpg", noise, Versions),
            ("wrong sum.png", Changed(s_png, s_png.Length - 30), Damaged),
            ("chunk without end.png", [.. s_png[..33], 0x7F, 0xFF, 0xFF, 0xFF, .. "tEXt"u8, .. s_png[33..]], Telling),
            ("other coding.heic", [0, 0, 0, 24, .. "ftypheic\0\0\0\0mif1heic"u8, .. Heif()], "SG5021 as it is"),
        ];
    }

    private static byte[] Made(Func<Image, byte[]> save)
    {
        using var picture = SamplePicture.Gradient(200, 100);
        return save(picture);
    }

    private static Image Frames(int count)
    {
        var pages = Enumerable.Range(0, count).Select(blue => SamplePicture.Gradient(200, 100, blue * 70)).ToArray();
        var joined = Image.Arrayjoin(pages, across: 1);
        return count == 1 ? joined : joined.Mutate(image => image.Set(GValue.GIntType, "page-height", 100));
    }

    private static byte[] Gif(int frames)
    {
        using var all = Frames(frames);
        return all.GifsaveBuffer();
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        // The sum is wrong, as the one of a program that writes none.
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
    }

    private static byte[] WithSize(byte[] png, int at, int width, int height)
    {
        var copy = (byte[])png.Clone();
        BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(at), width);
        BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(at + 4), height);
        return copy;
    }

    private static byte[] JpegWithSize(int width, int height)
    {
        var copy = (byte[])s_jpeg.Clone();
        var frame = copy.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(frame + 7), (ushort)width);
        return copy;
    }

    private static byte[] GifWithSize(int width, int height)
    {
        var copy = Gif(1);
        BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(6), (ushort)width);
        BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(8), (ushort)height);
        return copy;
    }

    private static byte[] Behind(byte marker, byte[] segment)
    {
        var length = segment.Length + 2;
        return [0xFF, 0xD8, 0xFF, marker, (byte)(length >> 8), (byte)length, .. segment, .. s_jpeg[2..]];
    }

    private static byte[] Changed(byte[] bytes, int at)
    {
        var copy = (byte[])bytes.Clone();
        copy[at] ^= 0x55;
        return copy;
    }

    // The size of a picture in a coding that is not there: meta with iprp, ipco and ispe (ISO/IEC 23008-12 §6.5.3).
    private static byte[] Heif()
    {
        byte[] size = Box("ispe", [0, 0, 0, 0, 0, 0, 0, 200, 0, 0, 0, 100]);
        return Box("meta", [0, 0, 0, 0, .. Box("iprp", Box("ipco", size))]);
    }

    private static byte[] Box(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length + 8);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. content];
    }
}
