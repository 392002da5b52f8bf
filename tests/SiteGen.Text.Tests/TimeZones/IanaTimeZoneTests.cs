using System.Globalization;
using SiteGen.Text.TimeZones;

namespace SiteGen.Text.Tests.TimeZones;

public sealed class IanaTimeZoneTests
{
    // The last Sundays of March and October in Berlin; the day that Samoa left out; a quarter of an hour in Nepal; a rule
    // for ever in New York; Morocco's clocks put back in Ramadan; two hours in Antarctica; Ireland's winter; local mean times.
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00")]
    [InlineData("Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00")]
    [InlineData("Europe/Berlin", "1945-07-01T00:00:00Z", "1945-07-01T03:00:00+03:00")]
    [InlineData("Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29T23:59:59-10:00")]
    [InlineData("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31T00:00:00+14:00")]
    [InlineData("Asia/Kathmandu", "2026-01-01T00:00:00Z", "2026-01-01T05:45:00+05:45")]
    [InlineData("America/New_York", "2100-03-14T06:59:59Z", "2100-03-14T01:59:59-05:00")]
    [InlineData("America/New_York", "2100-03-14T07:00:00Z", "2100-03-14T03:00:00-04:00")]
    [InlineData("Africa/Casablanca", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00")]
    [InlineData("Africa/Casablanca", "2026-03-01T00:00:00Z", "2026-03-01T00:00:00+00:00")]
    [InlineData("Antarctica/Troll", "2026-07-01T00:00:00Z", "2026-07-01T02:00:00+02:00")]
    [InlineData("Europe/Dublin", "2060-01-01T00:00:00Z", "2060-01-01T00:00:00+00:00")]
    [InlineData("Europe/Dublin", "2060-07-01T00:00:00Z", "2060-07-01T01:00:00+01:00")]
    [InlineData("Etc/GMT+5", "2026-07-01T00:00:00Z", "2026-06-30T19:00:00-05:00")]
    [InlineData("Europe/Berlin", "1850-01-01T00:00:00Z", "1850-01-01T00:53:00+00:53")]
    [InlineData("Africa/Monrovia", "1971-01-01T00:00:00Z", "1970-12-31T23:16:00-00:44")]
    [InlineData("Asia/Manila", "1800-01-01T00:00:00Z", "1799-12-31T10:00:00-14:00")]
    public void An_instant_is_shown_as_the_clocks_of_the_zone_do(string id, string instant, string expected) =>
        Assert.Equal(expected, Shown(Find(id).ToLocal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T01:59:59", "2026-03-29T01:59:59+01:00", LocalTimeKind.Unique)]
    [InlineData("Europe/Berlin", "2026-03-29T02:00:00", "2026-03-29T03:00:00+02:00", LocalTimeKind.Skipped)]
    [InlineData("Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T03:30:00+02:00", LocalTimeKind.Skipped)]
    [InlineData("Europe/Berlin", "2026-03-29T03:00:00", "2026-03-29T03:00:00+02:00", LocalTimeKind.Unique)]
    [InlineData("Europe/Berlin", "2026-10-25T01:59:59", "2026-10-25T01:59:59+02:00", LocalTimeKind.Unique)]
    [InlineData("Europe/Berlin", "2026-10-25T02:00:00", "2026-10-25T02:00:00+02:00", LocalTimeKind.Repeated)]
    [InlineData("Europe/Berlin", "2026-10-25T02:59:59", "2026-10-25T02:59:59+02:00", LocalTimeKind.Repeated)]
    [InlineData("Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T03:00:00+01:00", LocalTimeKind.Unique)]
    [InlineData("Pacific/Apia", "2011-12-30T12:00:00", "2011-12-31T12:00:00+14:00", LocalTimeKind.Skipped)]
    [InlineData("America/New_York", "2100-03-14T02:30:00", "2100-03-14T03:30:00-04:00", LocalTimeKind.Skipped)]
    [InlineData("America/New_York", "2100-11-07T01:30:00", "2100-11-07T01:30:00-04:00", LocalTimeKind.Repeated)]
    [InlineData("Europe/Dublin", "2060-03-28T01:30:00", "2060-03-28T02:30:00+01:00", LocalTimeKind.Skipped)]
    [InlineData("UTC", "2026-03-29T02:30:00", "2026-03-29T02:30:00+00:00", LocalTimeKind.Unique)]
    public void A_time_on_the_wall_is_an_instant(string id, string local, string expected, LocalTimeKind kind)
    {
        var (instant, found) = Find(id).FromLocal(DateTime.Parse(local, CultureInfo.InvariantCulture));
        Assert.Equal((expected, kind), (Shown(instant), found));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-29T00:00:00+01:00")]
    [InlineData("Asia/Beirut", "2026-03-29", "2026-03-29T01:00:00+03:00")]
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T00:00:00-04:00")]
    [InlineData("America/Toronto", "1919-03-31", "1919-03-31T00:30:00-04:00")]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-31T00:00:00+14:00")]
    public void A_day_starts_with_its_first_instant(string id, string day, string expected) =>
        Assert.Equal(expected, Shown(Find(id).StartOf(DateOnly.Parse(day, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("US/Eastern", "US/Eastern")]
    [InlineData("utc", "UTC")]
    [InlineData("Etc/UTC", "Etc/UTC")]
    [InlineData("Europe/Berli", null)]
    [InlineData("Europe", null)]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData("Zürich", null)]
    [InlineData("Africa/Accra|-0:00:52,0,0:20", null)]
    public void A_zone_is_found_by_its_whole_name(string id, string? expected) =>
        Assert.Equal(expected, IanaTimeZone.TryFind(id, out var zone) ? zone.Id : null);

    [Theory]
    [InlineData("Europe/Berln", "Europe/Berlin")]
    [InlineData("berlin", "Europe/Berlin")]
    [InlineData("Buenos Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("Atlantis", null)]
    public void An_unknown_name_brings_the_one_that_is_meant(string id, string? expected) =>
        Assert.Equal(expected, IanaTimeZone.Suggest(id));

    [Fact]
    public void Law_8_the_ends_of_the_calendar_do_not_throw()
    {
        foreach (var name in ZoneTable.Names())
        {
            var zone = Find(name);
            foreach (var end in (DateTimeOffset[])[DateTimeOffset.MinValue, DateTimeOffset.MaxValue])
            {
                var offset = zone.OffsetAt(end);
                Assert.True(Math.Abs((zone.ToLocal(end) - end).TotalHours) <= Math.Abs(offset.TotalHours), name);
                Assert.True(Math.Abs((zone.FromLocal(end.DateTime).Instant - end).TotalHours) <= 16, name);
                Assert.True(Math.Abs((zone.StartOf(DateOnly.FromDateTime(end.DateTime)) - end).TotalHours) <= 40, name);
            }
        }
    }

    [Fact]
    public void No_two_names_differ_in_case_alone() =>
        Assert.Equal(ZoneTable.Names().Count, ZoneTable.Names().Distinct(StringComparer.OrdinalIgnoreCase).Count());

    internal static IanaTimeZone Find(string id) =>
        IanaTimeZone.TryFind(id, out var zone) ? zone : throw new ArgumentException($"there is no time zone '{id}'");

    private static string Shown(DateTimeOffset date) => date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
