using System.Text;
using SiteGen.Pipeline.Writing;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Writing;

public sealed class ImageCacheFolderTests : IDisposable
{
    private static readonly Fingerprint s_key = Fingerprint.Compute("one");

    private readonly TempFolder _folder = new();

    private string File => Path.Combine(_folder[".sitegen"], "images", s_key.ToString());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read_and_what_is_damaged_counts_as_missing()
    {
        var cache = Open();
        Assert.Null(cache.Read(s_key));
        cache.Write(s_key, "bytes"u8);
        Assert.Equal("bytes", Encoding.ASCII.GetString(Open().Read(s_key)!));
        Assert.Equal("*\n", System.IO.File.ReadAllText(_folder[".sitegen/.gitignore"]));
        var whole = System.IO.File.ReadAllBytes(File);
        for (var at = 0; at < whole.Length; at++)
        {
            System.IO.File.WriteAllBytes(File, [.. whole[..at], (byte)(whole[at] ^ 1), .. whole[(at + 1)..]]);
            Assert.Null(cache.Read(s_key));
            System.IO.File.WriteAllBytes(File, whole[..at]);
            Assert.Null(cache.Read(s_key));
        }

        // A file under the name of another.
        System.IO.File.WriteAllBytes(Path.Combine(Path.GetDirectoryName(File)!, Fingerprint.Compute("two").ToString()), whole);
        Assert.Null(cache.Read(Fingerprint.Compute("two")));
    }

    [Fact]
    public void It_is_neither_read_nor_written_when_it_is_not_used()
    {
        Open().Write(s_key, "bytes"u8);
        Assert.Null(ImageCacheFolder.Open(_folder[""], isUsed: false, canWrite: true).Read(s_key));
        ImageCacheFolder.Open(_folder["other"], isUsed: false, canWrite: true).Write(s_key, "bytes"u8);
        ImageCacheFolder.Open(_folder["other"], isUsed: true, canWrite: false).Write(s_key, "bytes"u8);
        Assert.False(Directory.Exists(_folder["other/.sitegen"]));
    }

    [Fact]
    public void Only_what_no_build_has_used_for_a_month_is_removed()
    {
        var cache = Open();
        string[] names = ["used", "recent", "old", "left"];
        foreach (var name in names)
        {
            cache.Write(Fingerprint.Compute(name), Encoding.ASCII.GetBytes(name));
        }

        SetAge("used", 90);
        SetAge("recent", 20);
        SetAge("old", 31);
        var temporary = Path.Combine(Path.GetDirectoryName(File)!, "abc.tmp");
        System.IO.File.WriteAllText(temporary, "half");
        System.IO.File.SetLastWriteTimeUtc(temporary, DateTime.UtcNow.AddDays(-2));
        cache.Sweep([Fingerprint.Compute("used")]);
        Assert.Equal([true, true, false, true], names.Select(name => cache.Read(Fingerprint.Compute(name)) is not null));
        Assert.False(System.IO.File.Exists(temporary));
        // It counts as used now.
        cache.Sweep([]);
        Assert.NotNull(cache.Read(Fingerprint.Compute("used")));
    }

    [Fact]
    public void A_folder_that_became_a_link_is_not_followed()
    {
        Directory.CreateDirectory(_folder["elsewhere"]);
        Directory.CreateDirectory(_folder[".sitegen"]);
        Directory.CreateSymbolicLink(_folder[".sitegen/images"], _folder["elsewhere"]);
        var cache = Open();
        cache.Write(s_key, "bytes"u8);
        Assert.Empty(Directory.EnumerateFiles(_folder["elsewhere"]));
        Assert.Null(cache.Read(s_key));
    }

    private ImageCacheFolder Open() => ImageCacheFolder.Open(_folder[""].TrimEnd('/'), isUsed: true, canWrite: true);

    private void SetAge(string name, int days) => System.IO.File.SetLastWriteTimeUtc(
        Path.Combine(Path.GetDirectoryName(File)!, Fingerprint.Compute(name).ToString()), DateTime.UtcNow.AddDays(-days));
}
