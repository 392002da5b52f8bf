using System.Text;
using SiteGen.Pipeline.Tests.Images.Metadata;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

public sealed class PictureMetadataTests
{
    // Kept in memory, copied block by block, and larger than any text may be.
    private static readonly int[] s_sizes = [0, 300_000, 11_000_000];

    // A picture is one by its bytes, whatever its name.
    private static readonly string[] s_folders = ["posts/", "posts/bundle/", "pages/", "static/", "static/img/", "templates/assets/"];

    [Fact]
    public void Positions_serial_numbers_and_thumbnails_are_in_no_published_file()
    {
        using var site = Site("");
        var expected = new Dictionary<string, byte[]>();
        var number = 0;
        foreach (var (name, tagged, clean) in TaggedPictures.All(6))
        {
            foreach (var folder in s_folders)
            {
                var file = $"{++number}{(number % 3 == 0 ? ".bin" : Path.GetExtension(name))}";
                site.Write(folder + file, tagged);
                expected[NameOf(file)] = clean;
            }
        }

        foreach (var size in s_sizes)
        {
            site.Write($"static/large-{size}.jpg", TaggedPictures.Larger(TaggedPictures.Jpeg(3), size));
            expected[$"large-{size}"] = TaggedPictures.Larger(TaggedPictures.CleanJpeg(TaggedTiff.Minimal(3)), size);
        }

        site.Build().Problems();
        var published = TempFolder.Contents(site.OutputFolder);
        Assert.All(published, file =>
            Assert.DoesNotContain(TaggedPictures.Planted, Encoding.Latin1.GetString(file.Value), StringComparison.Ordinal));
        var copied = published.Where(file => expected.ContainsKey(NameOf(file.Key))).ToArray();
        Assert.Equal(expected.Count, copied.Length);
        Assert.All(copied, file => Assert.True(file.Value.AsSpan().SequenceEqual(expected[NameOf(file.Key)]), file.Key));
    }

    [Fact]
    public void Pictures_are_copied_as_they_are_if_that_is_asked_for()
    {
        using var site = Site("images: {strip: off}");
        foreach (var size in s_sizes)
        {
            var picture = TaggedPictures.Larger(TaggedPictures.Jpeg(3), size);
            site.Write("static/a.jpg", picture).Build().Problems();
            Assert.True(picture.AsSpan().SequenceEqual(Published(site)));
        }
    }

    [Fact]
    public void Another_choice_publishes_pictures_anew()
    {
        foreach (var size in s_sizes)
        {
            using var site = Site("images: {keep_credit: false}");
            site.Write("static/a.jpg", TaggedPictures.Larger(TaggedPictures.Jpeg(3), size)).Build();
            var without = Published(site);
            site.Edit("sitegen.yml", "false", "true").Build();
            var with = Published(site);
            Assert.Contains(TaggedTiff.Copyright, Encoding.Latin1.GetString(with), StringComparison.Ordinal);
            site.Edit("sitegen.yml", "true", "false").Build();
            Assert.True(without.AsSpan().SequenceEqual(Published(site)));
            Assert.DoesNotContain(TaggedTiff.Copyright, Encoding.Latin1.GetString(without), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_published_picture_is_known_to_be_unchanged()
    {
        foreach (var size in s_sizes)
        {
            using var site = Site("");
            var picture = TaggedPictures.Larger(TaggedPictures.Jpeg(3), size);
            site.Write("static/a.jpg", picture).Build().Forget().Build().Changes(0, 0, 0);

            // What is removed does not change what is published; what is shown does.
            var comment = picture.AsSpan().IndexOf("PLANTED-COMMENT"u8);
            picture[comment] = (byte)'p';
            site.Write("static/a.jpg", picture).Build().Changes(0, 0, 0);
            picture[picture.AsSpan().IndexOf("profile"u8)] = (byte)'P';
            site.Write("static/a.jpg", picture).Build().Changes(0, 1, 0);
            Assert.Contains("Profile", Encoding.Latin1.GetString(Published(site)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Metadata_kept_is_told_for_a_picture_that_cannot_be_read()
    {
        foreach (var size in s_sizes)
        {
            byte[] broken = [.. TaggedPictures.Jpeg(3)[..200], .. new byte[size]];
            using var site = Site("");
            site.Write("static/a.jpg", broken).Write("static/b.jpg", [0xFF, 0xD8, 0xFF, .. new byte[size]]).Build().Problems(
                "static/a.jpg: warning SG5022: this picture is damaged or of an unusual kind: "
                + "where it was taken, and by whom, stays in it if it says so");
            Assert.True(broken.AsSpan().SequenceEqual(Published(site)));
        }
    }

    // Without what makes the names of assets unique.
    private static string NameOf(string path) => Path.GetFileName(path).Split('.')[0];

    private static TestSite Site(string options) => TestSite.From($"""
        -- sitegen.yml --
        title: T
        {options}
        -- posts/bundle/index.md --
        One.
        -- pages/about.md --
        Two.
        """);

    private static byte[] Published(TestSite site) => TempFolder.Contents(site.OutputFolder)["a.jpg"];
}
