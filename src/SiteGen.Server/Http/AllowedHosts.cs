using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace SiteGen.Server.Http;

/// <summary>The host names the preview answers to, and the IP addresses it listens on.</summary>
/// <remarks>
/// A page on another site can point its own host name at this computer and read what is served here (DNS rebinding), so
/// only names that no one else can own are answered.
/// </remarks>
internal sealed class AllowedHosts(ImmutableArray<string> hosts)
{
    private readonly ImmutableArray<string> _names = [.. hosts.Select(Bare)];

    /// <summary>The IP addresses to listen on: loopback unless hosts are given.</summary>
    public IReadOnlyList<IPAddress> Addresses =>
        _names.IsEmpty ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
        // IPv6Any covers IPv4 too.
        : _names.All(IsAddress) && !_names.Select(IPAddress.Parse).Contains(IPAddress.IPv6Any)
            ? [.. _names.Select(IPAddress.Parse).Distinct()]
        : [IPAddress.IPv6Any];

    /// <summary>The host in the preview's own URL.</summary>
    public string Shown => _names.FirstOrDefault(name => !IsAny(name)) is { } name
        ? Bracketed(name) : "localhost";

    /// <summary>The addresses of this computer that other computers can use; none unless every address is listened on.</summary>
    public IEnumerable<string> InNetwork
    {
        get
        {
            var hasAll = _names.Any(IsAny);
            var hasIPv6 = _names.Any(name => IPAddress.TryParse(name, out var address) && address.Equals(IPAddress.IPv6Any));
            return (hasAll ? NetworkAddresses.All() : [])
                .Where(address => hasIPv6 || address.AddressFamily == AddressFamily.InterNetwork)
                .Select(address => Bracketed(address.ToString()));
        }
    }

    /// <summary>The IPv4 counterparts, for a machine without IPv6; null if there are none or they are the same.</summary>
    public static IPAddress[]? Older(IPAddress[] addresses)
    {
        var mapped = addresses.Select(address => address.Equals(IPAddress.IPv6Any) ? IPAddress.Any : address);
        IPAddress[] older = [.. mapped.Where(address => address.AddressFamily == AddressFamily.InterNetwork)];
        return older.Length > 0 && !older.SequenceEqual(addresses) ? older : null;
    }

    /// <summary>Whether a request with this <c>Host</c> is answered.</summary>
    public bool Allows(string host)
    {
        var name = Bare(WithoutPort(host));
        if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // A literal IP address cannot be rebound: it only works for those who can reach this computer anyway.
        return (IPAddress.TryParse(name, out var address) && (IPAddress.IsLoopback(address) || !_names.IsEmpty))
            || _names.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static string WithoutPort(string host)
    {
        // A bare IPv6 address has several colons, none of which begins a port.
        var colon = host.LastIndexOf(':');
        var hasPort = colon > host.LastIndexOf(']') && (host.IndexOf(':', StringComparison.Ordinal) == colon || host.StartsWith('['));
        return hasPort ? host[..colon] : host;
    }

    private static string Bracketed(string name) => name.Contains(':', StringComparison.Ordinal) ? $"[{name}]" : name;

    private static bool IsAddress(string name) => IPAddress.TryParse(name, out _);

    private static bool IsAny(string name) =>
        IPAddress.TryParse(name, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));

    private static string Bare(string name) => name.StartsWith('[') && name.EndsWith(']') ? name[1..^1] : name.TrimEnd('.');
}
