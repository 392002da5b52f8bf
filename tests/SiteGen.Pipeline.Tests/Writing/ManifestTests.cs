using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Writing;

public sealed class ManifestTests
{
    private const string Print = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void It_reads_what_it_wrote()
    {
        var files = new[]
        {
            "index.html", "a b/ü.html", ".nojekyll", "posts/a/index.html"
        }.ToImmutableSortedDictionary(path => path, path => Fingerprint.Compute(path), StringComparer.Ordinal);
        var manifest = new Manifest(files);
        Assert.Equal(files, Manifest.Read(manifest.ToUtf8().Span).Files);
        Assert.Equal(manifest.ToUtf8().ToArray(), Manifest.Read(manifest.ToUtf8().Span).ToUtf8().ToArray());
    }

    [Theory]
    [InlineData("../outside.html")]
    [InlineData("a/../../outside.html")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("./a")]
    [InlineData("a/.")]
    [InlineData("..")]
    [InlineData("")]
    public void Law_14_a_path_that_leads_out_is_passed_over(string path) =>
        Assert.Equal(["ok.html"], Read($"sitegen manifest 1\n{Print} {path}\n{Print} ok.html\n").Files.Keys);

    [Theory]
    [InlineData("")]
    [InlineData("another format\n0123456789abcdef0123456789abcdef index.html\n")]
    [InlineData("sitegen manifest 1\nindex.html\n")]
    [InlineData("sitegen manifest 1\n0123456789abcdef0123456789abcdeX index.html\n")]
    [InlineData("sitegen manifest 1\n0123456789abcdef0123456789abcdef_index.html\n")]
    [InlineData("sitegen manifest 1\n0123456789abcdef index.html\n")]
    public void A_line_that_does_not_read_like_one_is_passed_over(string text) => Assert.Empty(Read(text).Files);

    [Fact]
    public void Bytes_that_are_no_text_are_no_manifest() => Assert.Empty(Manifest.Read([0xFF, 0xFE, 0x00, 0x41]).Files);

    private static Manifest Read(string text) => Manifest.Read(Encoding.UTF8.GetBytes(text));
}
