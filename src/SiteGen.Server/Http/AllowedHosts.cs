using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace SiteGen.Server.Http;

/// <summary>Under which names the preview may be asked for, and where it listens.</summary>
/// <remarks>
/// A page elsewhere can let a name of its own lead to this computer and read what is served here (DNS rebinding): only
/// names that cannot be somebody else's are answered.
/// </remarks>
internal sealed class AllowedHosts(ImmutableArray<string> hosts)
{
    private readonly ImmutableArray<string> _names = [.. hosts.Select(Bare)];

    /// <summary>The addresses to listen at: this computer's own, unless others are named.</summary>
    public IReadOnlyList<IPAddress> Addresses =>
        _names.IsEmpty ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
        // The newer kind of "any" is both kinds.
        : _names.All(name => IPAddress.TryParse(name, out _)) && !_names.Select(IPAddress.Parse).Contains(IPAddress.IPv6Any) ? [.. _names.Select(IPAddress.Parse).Distinct()]
        : [IPAddress.IPv6Any];

    /// <summary>The name in the preview's own address.</summary>
    public string Shown => _names.FirstOrDefault(name => !IPAddress.TryParse(name, out var address) || !(address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))) is { } name
        ? name.Contains(':', StringComparison.Ordinal) ? $"[{name}]" : name
        : "localhost";

    /// <summary>The same addresses for a machine that has the older kind only; null when nothing is left, or nothing is other.</summary>
    public static IPAddress[]? Older(IPAddress[] addresses)
    {
        IPAddress[] older = [.. addresses.Select(address => address.Equals(IPAddress.IPv6Any) ? IPAddress.Any : address).Where(address => address.AddressFamily == AddressFamily.InterNetwork)];
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

        // An address in digits is nobody's name: it leads here only for who can reach it anyway.
        return (IPAddress.TryParse(name, out var address) && (IPAddress.IsLoopback(address) || !_names.IsEmpty))
            || _names.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static string WithoutPort(string host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') && host.IndexOf(':', StringComparison.Ordinal) is var first && (first == colon || host.StartsWith('[')) ? host[..colon] : host;
    }

    private static string Bare(string name) => name.StartsWith('[') && name.EndsWith(']') ? name[1..^1] : name.TrimEnd('.');
}
