using System.Globalization;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Text.TimeZones;

namespace SiteGen.Pipeline.Tests.FrontMatter;

public sealed class IsoTimeTests
{
    // With a second blank the same moment is read by the pattern.
    [Fact]
    public void The_fast_way_reads_what_the_pattern_reads()
    {
        var random = new Random(1);
        foreach (var zone in (string[])["UTC", "Europe/Berlin", "America/New_York"])
        {
            Assert.True(IanaTimeZone.TryFind(zone, out var found));
            var reader = new DateReader(found, found);
            for (var round = 0; round < 3000; round++)
            {
                var day = Digits(random, 4, 1900, 2100, 9) + "-" + Digits(random, 2, 1, 12, 3) + "-" + Digits(random, 2, 1, 31, 3);
                var time = Digits(random, 2, 0, 23, 2) + ":" + Digits(random, 2, 0, 59, 2) + ":" + Digits(random, 2, 0, 59, 2);
                var offset = random.Next(6) switch
                {
                    0 => "",
                    1 => "Z",
                    2 => $"+{random.Next(15):00}:{random.Next(61):00}",
                    3 => $" -{random.Next(15):00}{random.Next(61):00}",
                    4 => $"-{random.Next(15):00}{random.Next(60):00}",
                    _ => " EST",
                };
                var separator = random.Next(2) == 0 ? "T" : " ";
                var fast = reader.Read($"{day}{separator}{time}{offset}", out var problem);
                var slow = reader.Read($"{day}{separator}  {time}{offset}", out var expected);
                Assert.True(fast == slow, $"{day}{separator}{time}{offset}: {fast} and not {slow}");
                Assert.Equal(expected?.Rule, problem?.Rule);
            }
        }
    }

    [Theory]
    [InlineData("2024-05-01T12:30:00Z", "2024-05-01 12:30:00", 0)]
    [InlineData("2024-05-01 12:30:05 -0730", "2024-05-01 12:30:05", -450)]
    [InlineData("2024-05-01T12:30:05", "2024-05-01 12:30:05", null)]
    public void The_most_common_spelling_is_read_without_a_pattern(string text, string moment, int? offset)
    {
        var found = IsoTime.Parse(text);
        Assert.Equal(
            (moment, offset),
            (found?.Day.ToDateTime(found.Value.Time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), found?.Offset));
    }

    [Theory]
    [InlineData("2024-05-01T12:30Z")]
    [InlineData("2024-02-30T12:30:00Z")]
    [InlineData("2024-05-01T24:00:00Z")]
    [InlineData("2024-05-01T12:30:00.5Z")]
    [InlineData("2024-05-01T12:30:00 ")]
    [InlineData("2024-05-01T12:30:00 UTC")]
    [InlineData("x024-05-01T12:30:00Z")]
    [InlineData("")]
    public void Any_other_spelling_is_left_to_the_patterns(string text) => Assert.Null(IsoTime.Parse(text));

    // Now and then a number that the calendar or the clock does not have.
    private static string Digits(Random random, int width, int least, int most, int beyond) =>
        random.Next(least, most + (random.Next(10) == 0 ? beyond : 1)).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
}
