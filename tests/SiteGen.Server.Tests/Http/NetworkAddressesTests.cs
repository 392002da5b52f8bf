using System.Net;
using SiteGen.Server.Http;

namespace SiteGen.Server.Tests.Http;

public sealed class NetworkAddressesTests
{
    [Theory]
    [InlineData("192.168.1.17", true)]
    [InlineData("10.0.0.1", true)]
    [InlineData("203.0.113.9", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.1.2.3", false)]
    [InlineData("169.254.7.7", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("2001:db8::1", true)]
    [InlineData("fd00::2", true)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fe80::1%1", false)]
    [InlineData("ff02::1", false)]
    public void Only_addresses_that_others_reach_are_shown(string address, bool expected) =>
        Assert.Equal(expected, NetworkAddresses.IsReachable(IPAddress.Parse(address)));

    [Fact]
    public void Those_of_this_computer_are_each_named_once_and_the_short_ones_first()
    {
        var all = NetworkAddresses.All();
        Assert.Equal(all.Distinct(), all);
        Assert.All(all, address => Assert.True(NetworkAddresses.IsReachable(address)));
        Assert.Equal(all.OrderBy(address => address.GetAddressBytes().Length), all);
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("192.0.2.7")]
    public void None_are_named_unless_all_are_listened_to(string host) =>
        Assert.Empty(new AllowedHosts(host.Length == 0 ? [] : [host]).InNetwork);

    [Fact]
    public void Those_of_IPv6_are_named_where_it_is_listened_to_and_stand_in_brackets()
    {
        var all = NetworkAddresses.All();
        Assert.Equal(all.Length, new AllowedHosts(["::"]).InNetwork.Count());
        Assert.DoesNotContain(new AllowedHosts(["0.0.0.0"]).InNetwork, host => host.Contains(':', StringComparison.Ordinal));
        Assert.All(new AllowedHosts(["[::]"]).InNetwork, host => Assert.Equal(host, new Uri($"http://{host}:4000/").Host));
    }
}
