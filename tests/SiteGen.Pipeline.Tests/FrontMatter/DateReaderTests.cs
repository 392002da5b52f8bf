using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Tests.Parsing;
using SiteGen.Testing;
using SiteGen.Text.TimeZones;

namespace SiteGen.Pipeline.Tests.FrontMatter;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("berlin", "Europe/Berlin", "Europe/Berlin")]
    [InlineData("new-york", "America/New_York", "America/New_York")]
    [InlineData("auckland", "Pacific/Auckland", "Pacific/Auckland")]
    [InlineData("new-york-utc", "America/New_York", "UTC")]
    public void Dates_are_read_in_the_spellings_that_blogs_have(string file, string zone, string withoutOffset)
    {
        var reader = new DateReader(Zone(zone), Zone(withoutOffset));
        Cases.Table($"SiteGen.Pipeline.Tests/Cases/dates/{file}.txt", text =>
        {
            var date = reader.Read(text, out var problem);
            return $"{ParsedPosts.Shown(date) ?? "none"}{(problem is { } message ? $"; {message.Text}" : "")}";
        });
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Pacific/Apia")]
    [InlineData("Africa/Monrovia")]
    [InlineData("UTC")]
    public void Law_8_no_date_of_the_calendar_throws(string zone)
    {
        var reader = new DateReader(Zone(zone), Zone(zone));
        foreach (var year in (int[])[1, 2, 1000, 1582, 1850, 1893, 1900, 1972, 2011, 2026, 9998, 9999])
        {
            foreach (var day in (string[])["01-01", "03-29", "12-30", "12-31"])
            {
                foreach (var time in (string[])["", "T00:00:00", "T23:59:59.9999999Z", " 00:00:00 +14:00", " 23:00:00 -12:00"])
                {
                    var date = reader.Read($"{year:0000}-{day}{time}", out var problem);
                    // Apia had no 30 December 2011; a time without an offset is moved on, and that is told.
                    var isSkipped = zone == "Pacific/Apia" && time == "T00:00:00" && (year, day) == (2011, "12-30");
                    Assert.Equal(year is 1 or 9999 || isSkipped, problem is not null);
                    Assert.Equal(date is null, year is 1);
                }
            }
        }
    }

    [Fact]
    public void Every_day_starts_once_and_after_the_day_before()
    {
        // Apia left out a whole day, which starts as the next one does; clocks in Beirut change at midnight.
        foreach (var zone in (string[])["Pacific/Apia", "Asia/Beirut", "America/Sao_Paulo", "Europe/Berlin"])
        {
            var reader = new DateReader(Zone(zone), Zone(zone));
            var before = reader.WholeDay(new DateOnly(2009, 12, 31)).Instant;
            for (var day = new DateOnly(2010, 1, 1); day.Year < 2019; day = day.AddDays(1))
            {
                var start = reader.WholeDay(day).Instant;
                Assert.True(
                    start > before || (zone == "Pacific/Apia" && day == new DateOnly(2011, 12, 31) && start == before),
                    $"{zone} {day}: {start} is not after {before}");
                before = start;
            }
        }
    }

    private static IanaTimeZone Zone(string id) =>
        IanaTimeZone.TryFind(id, out var zone) ? zone : throw new ArgumentException($"there is no time zone '{id}'");
}
