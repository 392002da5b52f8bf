using System.Collections.Immutable;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace SiteGen.Server.Http;

/// <summary>The addresses under which other computers in the network reach this one.</summary>
internal static class NetworkAddresses
{
    /// <summary>All of them: those of IPv4 first, for they can be typed.</summary>
    public static ImmutableArray<IPAddress> All()
    {
        try
        {
            return
            [
                .. NetworkInterface.GetAllNetworkInterfaces()
                    .Where(one => one.OperationalStatus != OperationalStatus.Down)
                    .SelectMany(one => one.GetIPProperties().UnicastAddresses)
                    .Select(unicast => unicast.Address)
                    .Where(IsReachable)
                    .Distinct()
                    .OrderBy(address => address.AddressFamily == AddressFamily.InterNetworkV6),
            ];
        }
        catch (Exception exception) when (exception is NetworkInformationException or PlatformNotSupportedException)
        {
            // A system that does not tell: the preview is there all the same.
            return [];
        }
    }

    /// <summary>Whether others can reach an address: loopback is this computer alone, and browsers refuse link-local ones.</summary>
    internal static bool IsReachable(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !IPAddress.IsLoopback(address) && address.GetAddressBytes() is not ([169, 254, ..] or [0, ..]),
        AddressFamily.InterNetworkV6 => !IPAddress.IsLoopback(address) && address is
        {
            IsIPv6LinkLocal: false, IsIPv6Multicast: false, IsIPv6SiteLocal: false, IsIPv4MappedToIPv6: false,
        },
        _ => false,
    };
}
