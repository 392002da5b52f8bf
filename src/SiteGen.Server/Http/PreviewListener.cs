using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace SiteGen.Server.Http;

/// <summary>Finds a port and listens on it.</summary>
internal sealed class PreviewListener(PreviewDoor door, AllowedHosts hosts, CancellationToken stopping)
{
    private const int PortsTried = 50;

    /// <summary>Listens on a port, 0 for any free one; of null, on the default or the next free one after it.</summary>
    /// <exception cref="PortException">The system refuses.</exception>
    public async Task<(KestrelServer Server, int Port)> Listen(int? wanted, int otherwise)
    {
        for (var port = wanted ?? otherwise; ; port++)
        {
            try
            {
                return await Listen(port);
            }
            catch (Exception exception) when (ReasonOf(exception) is { } reason)
            {
                // Try the next port.
                if (reason != PortRefusal.Taken || wanted is not null || port >= otherwise + PortsTried)
                {
                    throw new PortException(wanted ?? otherwise, port, reason, exception);
                }
            }
        }
    }

    private async Task<(KestrelServer Server, int Port)> Listen(int port)
    {
        // With port 0 each address would get a different port.
        var addresses = port == 0 ? hosts.Addresses.Take(1).ToArray() : [.. hosts.Addresses];
        try
        {
            return await Listen(port, addresses);
        }
        catch (Exception exception) when (IsUnsupported(exception) && AllowedHosts.Older(addresses) is { Length: > 0 } older)
        {
            // Not every machine has IPv6.
            return await Listen(port, older);
        }
    }

    private async Task<(KestrelServer Server, int Port)> Listen(int port, IPAddress[] addresses)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, AllowSynchronousIO = false };
        options.Limits.MaxConcurrentConnections = 2000;
        options.Limits.MaxRequestBodySize = 0;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        foreach (var address in addresses)
        {
            options.Listen(address, port, listen => listen.Protocols = HttpProtocols.Http1);
        }

        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var kestrel = new KestrelServer(Options.Create(options), sockets, NullLoggerFactory.Instance);
        try
        {
            await kestrel.StartAsync(door, stopping);
        }
        catch (Exception)
        {
            kestrel.Dispose();
            throw;
        }

        return (kestrel, new Uri(kestrel.Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? "").Port);
    }

    // Null for what has nothing to do with the port.
    private static PortRefusal? ReasonOf(Exception exception) => exception switch
    {
        { InnerException: AddressInUseException } => PortRefusal.Taken,
        SocketException { SocketErrorCode: SocketError.AccessDenied } => PortRefusal.Reserved,
        SocketException when IsUnsupported(exception) => PortRefusal.OtherComputer,
        SocketException => PortRefusal.Other,
        _ => null,
    };

    private static bool IsUnsupported(Exception exception) => exception.GetBaseException() is SocketException
    {
        SocketErrorCode: SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported,
    };
}
