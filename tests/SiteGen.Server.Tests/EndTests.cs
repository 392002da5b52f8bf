using System.Net;
using System.Net.Sockets;
using SiteGen.Server.Http;
using SiteGen.Server.Notifying;
using SiteGen.Server.Watching;

namespace SiteGen.Server.Tests;

/// <summary>How a preview begins and ends.</summary>
public sealed class EndTests
{
    [Fact]
    public async Task It_ends_at_once_with_browsers_connected()
    {
        await using var preview = await Plain.Start();
        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => preview.Listen("/")));
        using var idle = new TcpClient();
        await idle.ConnectAsync("127.0.0.1", preview.Port);
        preview.Stop();
        await preview.Server.Ended;
        await preview.Server.DisposeAsync();
        Assert.All(await Task.WhenAll(pages.Select(page => page.NextKind())), kind => Assert.Equal("end", kind));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => preview.Get("/"));
    }

    [Fact]
    public async Task A_port_that_was_named_and_is_taken_is_refused()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await Assert.ThrowsAsync<PortException>(() => TestPreview.Start(Plain.Site(), options => options with { Port = port }));
    }

    [Fact]
    public async Task The_default_port_gives_way_to_the_next()
    {
        await using var first = await TestPreview.Start(Plain.Site(), options => options with { Port = null });
        await using var second = await TestPreview.Start(Plain.Site(), options => options with { Port = null });
        Assert.True(second.Port > first.Port);
        var said = await second.UntilReported<PreviewReport.OtherPort>(_ => true);
        Assert.Equal((PreviewOptions.DefaultPort, second.Port), (said.Wanted, said.Port));
        Assert.Contains("One", await second.Get("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_used_is_the_end()
    {
        using var site = Plain.Site("-- sitegen.yml --\ntitel: T\n");
        var options = new PreviewOptions
        {
            Sources = new Pipeline.Configuration.OptionSources(Pipeline.Configuration.RawOptions.None.With("source", site.SourceFolder)),
            Clock = TestPreview.Clock,
            Port = 0
        };
        var (server, problems) = await PreviewServer.Start(options, _ => { }, CancellationToken.None);
        Assert.Null(server);
        Assert.Equal("SG1002", Assert.Single(problems).Rule.Code);
    }

    [Fact]
    public async Task The_address_is_said_last()
    {
        await using var preview = await Plain.Start();
        var ready = await preview.UntilReported<PreviewReport.Ready>(_ => true);
        Assert.Equal(preview.Server.Address, ready.Address);
    }
}
