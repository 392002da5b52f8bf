using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Tests.Sites;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Loading;

public sealed class SpillFileTests
{
    [Fact]
    public void Texts_are_read_as_they_were_written_whatever_their_lengths_and_in_any_order()
    {
        using var folder = new TempFolder();
        var file = SpillFile.TryCreate(folder.Path) ?? throw new InvalidOperationException("the system refuses");
        var random = new Random(1);
        var written = Enumerable.Range(0, 500).Select(number =>
        {
            var bytes = new byte[number % 50 == 7 ? random.Next(300_000) : random.Next(9_000)];
            random.NextBytes(bytes);
            return (Bytes: bytes, Text: file.Write(bytes));
        }).ToArray();
        var shuffled = written.ToArray();
        random.Shuffle(shuffled);

        Assert.All(shuffled, one => Assert.Equal(one.Bytes, one.Text.Read().ToArray()));
        var reader = new SpillReader();
        Assert.All(written, one => Assert.Equal(one.Bytes, reader.Read(one.Text).ToArray()));
        Assert.All(shuffled, one => Assert.Equal(one.Bytes, reader.Read(one.Text).ToArray()));
    }

    [Fact]
    public void A_large_site_is_planned_without_leaving_a_folder_behind()
    {
        using var site = TestSite.From(Tiny.Theme, Tiny.Three);
        var given = new OptionSources(RawOptions.None.With("source", site.SourceFolder));
        var options = SiteFile.Load(given, TestClock.At("2026-06-01T12:00:00Z")).Value with { MostTextInMemory = 0 };
        var plan = BuildPipeline.Plan(SourceScanner.ScanAll(options), options, BuildCache.Empty, CancellationToken.None);

        Assert.Equal(["posts/one.md", "posts/three.md", "posts/two.md"], plan.Parsed.Posts.Select(post => post.Head.Path));
        Assert.All(plan.Parsed.Posts, post => Assert.NotNull(post.Text.Body.AtHand));
        Assert.False(Directory.Exists(Path.Combine(site.SourceFolder, ".sitegen")));
    }

    [Fact]
    public void What_the_system_does_not_take_stays_in_memory()
    {
        using var folder = new TempFolder();
        var path = folder["texts"];
        File.WriteAllBytes(path, []);
        using var readOnly = File.OpenHandle(path, FileMode.Open, FileAccess.Read);
        var block = new SpillBlock(readOnly, 0, new byte[100]);
        var text = block.Add("a text"u8);

        Assert.Null(block.Write());
        Assert.Equal("a text", Encoding.UTF8.GetString(text.Read().Span));
        Assert.Equal(6, block.End);
    }
}
