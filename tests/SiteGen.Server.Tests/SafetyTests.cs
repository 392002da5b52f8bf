using SiteGen.Server.Http;

namespace SiteGen.Server.Tests;

/// <summary>Nothing but outputs can be had, under no name but the preview's own.</summary>
public sealed class SafetyTests
{
    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData("/../secret.txt")]
    [InlineData("/../../../../../../etc/passwd")]
    [InlineData("/posts/../../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/%2E%2E%2Fsecret.txt")]
    [InlineData("/.%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/..\\secret.txt")]
    [InlineData("/%252e%252e/secret.txt")]
    [InlineData("/%252e%252e%252fsecret.txt")]
    [InlineData("/%c0%ae%c0%ae/secret.txt")]
    [InlineData("/%e0%80%ae%e0%80%ae/secret.txt")]
    [InlineData("/..;/secret.txt")]
    [InlineData("//secret.txt")]
    [InlineData("//etc/passwd")]
    [InlineData("/./../secret.txt")]
    [InlineData("/hello.txt%00.html")]
    [InlineData("/%00")]
    [InlineData("/hello.txt/../../secret.txt")]
    [InlineData("/C:/secret.txt")]
    [InlineData("/%2fetc%2fpasswd")]
    [InlineData("/file:///etc/passwd")]
    [InlineData("/%")]
    [InlineData("/%zz")]
    [InlineData("/%u002e%u002e/secret.txt")]
    [InlineData("http://localhost/../secret.txt")]
    [InlineData("http://localhost/%2e%2e/secret.txt")]
    [InlineData("http://evil.example/hello.txt")]
    [InlineData("ftp://localhost")]
    [InlineData("*")]
    [InlineData("localhost:80")]
    [InlineData("secret.txt")]
    public async Task No_spelling_of_an_address_leads_out(string target)
    {
        using var site = Plain.Site();
        File.WriteAllText(Path.Combine(site.SourceFolder, "..", "secret.txt"), "SECRET");
        File.WriteAllText(Path.Combine(site.SourceFolder, "secret.txt"), "SECRET");
        await using var preview = await TestPreview.Start(site);
        var answer = await preview.RawGet(target);
        Assert.Matches("^HTTP/1.1 (400|403|404|405) ", answer);
        Assert.DoesNotContain("SECRET", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_may_be_a_whole_address()
    {
        await using var preview = await Plain.Start();
        Assert.Contains("Hello, world", await preview.RawGet("http://localhost/hello.txt"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await preview.RawGet("http://localhost"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_is_refused()
    {
        await using var preview = await Plain.Start();
        Assert.StartsWith("HTTP/1.1 414 ", await preview.RawGet("/" + new string('a', 20_000)), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404 ", await preview.RawGet("/" + new string('a', 4_000)), StringComparison.Ordinal);
        Assert.StartsWith(
            "HTTP/1.1 431 ",
            await preview.Raw($"GET / HTTP/1.1\r\nHost: localhost\r\nX: {new string('a', 60_000)}\r\nConnection: close\r\n\r\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_is_refused_and_does_no_harm()
    {
        await using var preview = await Plain.Start();
        foreach (var nonsense in (string[])[
            "\0\0\0\r\n\r\n",
            "GET\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"
        ])
        {
            Assert.Matches("^(HTTP/1.1 (400|505) |$)", await preview.Raw(nonsense));
        }

        Assert.Contains("Hello", await preview.Get("/hello.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:4000", true)]
    [InlineData("blog.localhost:4000", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.0.0.1:4000", true)]
    [InlineData("[::1]:4000", true)]
    [InlineData("evil.example", false)]
    [InlineData("evil.example:4000", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("192.168.1.7", false)]
    [InlineData("0.0.0.0:4000", false)]
    public async Task Only_names_of_this_computer_are_answered(string host, bool isAnswered)
    {
        await using var preview = await Plain.Start();
        foreach (var target in (string[])["/", "/_sitegen/livereload.js"])
        {
            Assert.StartsWith(isAnswered ? "HTTP/1.1 200 " : "HTTP/1.1 403 ", await preview.RawGet(target, host), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_name_must_be_given()
    {
        await using var preview = await TestPreview.Start(Plain.Site(), options => options with { Hosts = ["127.0.0.1", "box.example"] });
        Assert.StartsWith("HTTP/1.1 200 ", await preview.RawGet("/", "box.example:1"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await preview.RawGet("/", "192.168.1.7"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403 ", await preview.RawGet("/", "other.example"), StringComparison.Ordinal);
        Assert.Contains("--host", await preview.RawGet("/", "other.example"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1 ::1", "")]
    [InlineData("192.168.1.7", "192.168.1.7")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    [InlineData("0.0.0.0", "0.0.0.0", "192.168.1.7", "0.0.0.0")]
    [InlineData("::", "[::]", "0.0.0.0")]
    [InlineData("::", "box.example", "192.168.1.7")]
    public void It_listens_where_it_is_told_to(string addresses, params string[] hosts)
    {
        var list = new AllowedHosts([.. hosts.Where(host => host.Length > 0)]);
        Assert.StartsWith(addresses, string.Join(' ', list.Addresses), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1 ::1", "127.0.0.1")]
    [InlineData("::", "0.0.0.0")]
    [InlineData(":: 192.168.1.7", "0.0.0.0 192.168.1.7")]
    [InlineData("::1", null)]
    [InlineData("192.168.1.7", null)]
    public void A_machine_with_the_older_protocol_only_listens_at_what_is_left(string addresses, string? older) =>
        Assert.Equal(
            older,
            AllowedHosts.Older([.. addresses.Split(' ').Select(System.Net.IPAddress.Parse)]) is { } left
                ? string.Join(' ', left.AsEnumerable())
                : null);

    [Theory]
    [InlineData("localhost", "0.0.0.0")]
    [InlineData("localhost", "::")]
    [InlineData("192.168.1.7", "192.168.1.7")]
    [InlineData("[fe80::1]", "fe80::1")]
    [InlineData("box.example", "0.0.0.0", "box.example")]
    public void Its_own_address_can_be_opened(string shown, params string[] hosts) =>
        Assert.Equal(shown, new AllowedHosts([.. hosts]).Shown);
}
