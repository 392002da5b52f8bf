using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Markdown.Code;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Markdown;

public sealed class FenceReaderTests
{
    [Fact]
    public void A_fence_is_read_as_its_author_means_it() => Cases.Table("SiteGen.Pipeline.Tests/Cases/fences.txt", written =>
    {
        var blank = written.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0
            ? Shown(FenceReader.Read(written, "", "posts"))
            : Shown(FenceReader.Read(written[..blank], written[(blank + 1)..], "posts"));
    });

    [Fact]
    public void Nothing_behind_a_fence_stops_it() => Fuzz.Run(2_000, random =>
    {
        const string Letters = "{}[]=\"',-. #1239azlinetif/";
        var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Letters[random.Next(Letters.Length)]));
        Assert.NotNull(FenceReader.Read(text.Split(' ')[0], text, "posts"));
    });

    private static string Shown(CodeFence fence) => string.Join("; ", new[]
    {
        fence.Language,
        fence.IsPlain ? "plain" : "",
        fence.Title is { } title ? $"title {title}" : "",
        fence.Marked.IsEmpty ? "" : $"marked {string.Join(' ', fence.Marked.Select(range => $"{range.First}-{range.Last}"))}",
        fence.FirstNumber is { } first ? $"from {first}" : "",
        fence.Wraps is { } wraps ? $"wraps {wraps}" : "",
        fence.File is { } file ? $"file {file.Address.Target ?? file.Address.Written} {file.Lines} {file.Marker}".Trim() : "",
    }.Where(part => part.Length > 0));
}
