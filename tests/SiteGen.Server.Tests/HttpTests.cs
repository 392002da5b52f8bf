using System.Net;
using System.Net.Http.Headers;

namespace SiteGen.Server.Tests;

/// <summary>The preview answers as a static host would, and keeps nothing for later.</summary>
public sealed class HttpTests
{
    [Theory]
    [InlineData("/", "text/html; charset=utf-8")]
    [InlineData("/posts/one/", "text/html; charset=utf-8")]
    [InlineData("/posts/one/index.html", "text/html; charset=utf-8")]
    [InlineData("/rss.xml", "application/xml; charset=utf-8")]
    [InlineData("/feed.json", "application/json; charset=utf-8")]
    [InlineData("/robots.txt", "text/plain; charset=utf-8")]
    [InlineData("/hello.txt", "text/plain; charset=utf-8")]
    [InlineData("/p.png", "image/png")]
    [InlineData("/a%20b.svg", "image/svg+xml; charset=utf-8")]
    [InlineData("/CNAME", "application/octet-stream")]
    [InlineData("/_sitegen/livereload.js", "text/javascript; charset=utf-8")]
    public async Task Every_file_has_its_type(string url, string type)
    {
        await using var preview = await Plain.Start("-- static/p.png --\nx\n-- static/a b.svg --\n<svg/>\n-- static/CNAME --\nx\n");
        var response = await preview.Client.GetAsync(url);
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/CNAME")]
    [InlineData("/nothing/")]
    [InlineData("/posts/one")]
    [InlineData("/_sitegen/livereload.js")]
    public async Task A_browser_may_not_guess_what_a_file_is(string url)
    {
        await using var preview = await Plain.Start("-- static/CNAME --\nx\n");
        var response = await preview.Client.GetAsync(url);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task The_style_sheet_has_the_site_s_choices_and_follows_them()
    {
        await using var preview =
            await TestPreview.Start(SiteGen.Testing.TestSite.From("-- posts/a.md --\n# A\n-- sitegen.yml --\ntheme: {accent: red}\n"));
        var before = await Style();
        Assert.Contains("--accent: red;", await preview.Get(before), StringComparison.Ordinal);
        preview.Site.Write("sitegen.yml", "theme: {accent: navy}\n");
        await preview.UntilHasNot("/", before);
        Assert.Contains("--accent: navy;", await preview.Get(await Style()), StringComparison.Ordinal);

        async Task<string> Style() => System.Text.RegularExpressions.Regex.Match(await preview.Get("/"), "/assets/style[^\"]+").Value;
    }

    [Fact]
    public async Task Head_says_what_get_would_and_sends_nothing()
    {
        await using var preview = await Plain.Start();
        foreach (var url in (string[])["/", "/hello.txt", "/nothing/", "/posts/one"])
        {
            var get = await preview.Client.GetAsync(url);
            var head = await preview.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, url));
            Assert.Equal(
                (get.StatusCode, get.Content.Headers.ContentLength, get.Headers.ETag),
                (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    public async Task A_preview_can_only_be_read(string method)
    {
        await using var preview = await Plain.Start();
        var response = await preview.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/hello.txt")]
    public async Task What_has_not_changed_is_not_sent_again(string url)
    {
        await using var preview = await Plain.Start();
        var tag = (await preview.Client.GetAsync(url)).Headers.ETag ?? throw new InvalidOperationException("no ETag");
        Assert.False(tag.IsWeak);
        foreach (var (header, status) in ((string, HttpStatusCode)[])[
            (tag.Tag, HttpStatusCode.NotModified),
            ($"W/{tag.Tag}", HttpStatusCode.NotModified),
            ($"\"x\", {tag.Tag}", HttpStatusCode.NotModified),
            ("*", HttpStatusCode.NotModified),
            ("\"x\"", HttpStatusCode.OK)
        ])
        {
            var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation("If-None-Match", header);
            var response = await preview.Client.SendAsync(request);
            Assert.Equal((status, tag), (response.StatusCode, response.Headers.ETag));
        }
    }

    [Theory]
    [InlineData("bytes=0-4", 206, "Hello", "bytes 0-4/13")]
    [InlineData("bytes=7-", 206, "world\n", "bytes 7-12/13")]
    [InlineData("bytes=-6", 206, "world\n", "bytes 7-12/13")]
    [InlineData("bytes=-99", 206, "Hello, world\n", "bytes 0-12/13")]
    [InlineData("bytes=7-99", 206, "world\n", "bytes 7-12/13")]
    [InlineData("bytes=13-", 416, "", "bytes */13")]
    [InlineData("bytes=-0", 416, "", "bytes */13")]
    [InlineData("bytes=4-2", 200, "Hello, world\n", null)]
    [InlineData("bytes=0-1,3-4", 200, "Hello, world\n", null)]
    [InlineData("bytes=x-", 200, "Hello, world\n", null)]
    [InlineData("lines=0-1", 200, "Hello, world\n", null)]
    [InlineData("bytes=99999999999999999999-", 200, "Hello, world\n", null)]
    public async Task A_part_of_a_file_can_be_had(string range, int status, string body, string? contentRange)
    {
        await using var preview = await Plain.Start();
        var request = new HttpRequestMessage(HttpMethod.Get, "/hello.txt");
        request.Headers.TryAddWithoutValidation("Range", range);
        var response = await preview.Client.SendAsync(request);
        Assert.Equal(
            (status, body, contentRange),
            ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentRange?.ToString()));
    }

    [Fact]
    public async Task A_part_of_another_version_is_not_had()
    {
        await using var preview = await Plain.Start();
        var request = new HttpRequestMessage(HttpMethod.Get, "/hello.txt");
        request.Headers.Range = new RangeHeaderValue(0, 1);
        request.Headers.TryAddWithoutValidation("If-Range", "\"another\"");
        Assert.Equal("Hello, world\n", await (await preview.Client.SendAsync(request)).Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/posts/one", "/posts/one/")]
    [InlineData("/posts/one?a=b/c", "/posts/one/?a=b/c")]
    [InlineData("/tags/green", "/tags/green/")]
    [InlineData("/d%C3%A9j%C3%A0", "/d%C3%A9j%C3%A0/")]
    public async Task A_folder_without_its_slash_is_led_to_it(string url, string location)
    {
        await using var preview = await Plain.Start("-- pages/déjà.md --\nText\n");
        var response = await preview.Client.GetAsync(url);
        Assert.Equal((HttpStatusCode.MovedPermanently, location), (response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/nothing/")]
    [InlineData("/posts/")]
    [InlineData("/posts/ONE/")]
    [InlineData("/sitegen.yml")]
    [InlineData("/posts/one.md")]
    [InlineData("/templates/layout.html")]
    public async Task What_is_not_an_output_is_the_site_s_own_404_page(string url)
    {
        await using var preview = await Plain.Start("-- sitegen.yml --\ntitle: T\n");
        var response = await preview.Client.GetAsync(url);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Not here.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_site_under_a_sub_path_is_served_there()
    {
        await using var preview = await Plain.Start("-- sitegen.yml --\nbase_url: https://example.org/a blog/\n");
        Assert.Equal($"http://localhost:{preview.Port}/a%20blog/", preview.Server.Address.AbsoluteUri);
        Assert.Contains("href=\"/a%20blog/posts/two/\"", await preview.Get("/a%20blog/"), StringComparison.Ordinal);
        Assert.Contains(
            $"http://localhost:{preview.Port}/a%20blog/posts/two/",
            await preview.Get("/a%20blog/rss.xml"),
            StringComparison.Ordinal);
        foreach (var (url, location) in ((string, string)[])[
            ("/", "/a%20blog/"), ("/a%20blog", "/a%20blog/"), ("/a%20blog/posts/one", "/a%20blog/posts/one/")
        ])
        {
            var response = await preview.Client.GetAsync(url);
            Assert.Equal((HttpStatusCode.MovedPermanently, location), (response.StatusCode, response.Headers.Location?.OriginalString));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await preview.Client.GetAsync("/posts/one/")).StatusCode);
    }

    [Fact]
    public async Task Drafts_are_shown_and_marked_and_nothing_is_written()
    {
        await using var preview = await Plain.Start();
        Assert.Contains("<h1>Sketch</h1>DRAFT", await preview.Get("/posts/sketch/"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(preview.Site.OutputFolder));
    }

    [Fact]
    public async Task Hundreds_of_connections_do_no_harm()
    {
        await using var preview = await Plain.Start();
        var slow = await Task.WhenAll(Enumerable.Range(0, 300).Select(async _ =>
        {
            var socket = new System.Net.Sockets.TcpClient();
            await socket.ConnectAsync("127.0.0.1", preview.Port);
            await socket.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: local"u8.ToArray());
            return socket;
        }));
        Assert.Contains("<h1>One</h1>", await preview.Get("/posts/one/"), StringComparison.Ordinal);
        foreach (var socket in slow)
        {
            socket.Dispose();
        }
    }
}
