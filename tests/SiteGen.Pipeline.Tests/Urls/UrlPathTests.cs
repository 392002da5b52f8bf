using SiteGen.Pipeline.Urls;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Urls;

public sealed class UrlPathTests
{
    [Fact]
    public void A_written_path_becomes_an_address_and_a_file() => Cases.Table("SiteGen.Pipeline.Tests/Cases/urls.txt", written =>
    {
        var path = written.Replace("\\0", "\0", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
        var url = UrlPath.Normalize(path);
        return $"{url} {UrlPath.OutputPath(url)} {UrlPath.Encode(url)}{(UrlPath.Problem(path) is { } problem ? $"; {problem}" : "")}";
    });

    [Fact]
    public void Law_14_no_address_leads_out_of_the_output_folder()
    {
        const int Seed = 11;
        var random = new Random(Seed);
        string[] pieces =
        [
            "..", ".", "/", "\\", "%2e", "%2E%2e", "%2f", "%5c", "a", "b.html", "~", ":", "C:", "\0", "%00",
            "?", "#", " ", "%252e%252e", "‥", "．．", "\u202E"
        ];
        for (var round = 0; round < 20_000; round++)
        {
            var written = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            var output = UrlPath.OutputPath(UrlPath.Normalize(written));
            var full = Path.GetFullPath(Path.Combine("/site/out", output));
            Assert.True(
                full.StartsWith("/site/out/", StringComparison.Ordinal) && !output.Split('/').Contains(".."),
                $"seed {Seed}, round {round}: '{written}' gives '{output}'");
        }
    }

    [Theory]
    [InlineData("/a b/ü/c+d/", "/a%20b/%C3%BC/c+d/")]
    [InlineData("/a:b@c;d=e,f(g)!h'i*j$k&l/", "/a:b@c;d=e,f(g)!h'i*j$k&l/")]
    [InlineData("/100%/", "/100%25/")]
    [InlineData("/a?b#c/", "/a%3Fb%23c/")]
    [InlineData("/😀/", "/%F0%9F%98%80/")]
    [InlineData("/plain-1.0_x~y/", "/plain-1.0_x~y/")]
    public void An_address_is_encoded_where_it_must_be(string url, string expected) => Assert.Equal(expected, UrlPath.Encode(url));
}
