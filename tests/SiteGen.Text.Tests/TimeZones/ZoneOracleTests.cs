using SiteGen.Tables;
using SiteGen.Text.TimeZones;

namespace SiteGen.Text.Tests.TimeZones;

/// <summary>The table beside the system's compiled zones of the same version, and beside what the runtime makes of them.</summary>
public sealed class ZoneOracleTests
{
    private const int Seed = 20260826;

    // DateTimeOffset has no greater offset.
    private const int Limit = 14 * 3600;

    private static readonly string s_folder = new ZoneSource().DefaultFolder;

    [SourceFact("zones")]
    public void Every_zone_has_the_offsets_of_the_system_s_file()
    {
        var random = new Random(Seed);
        Assert.Equal(
            ZoneSource.Names(s_folder).Select(name => name.Name).Order(StringComparer.Ordinal),
            ZoneTable.Names().Order(StringComparer.Ordinal));
        foreach (var name in ZoneTable.Names())
        {
            var (zone, file) = (IanaTimeZoneTests.Find(name), TzifFile.Read(Path.Combine(s_folder, name)));
            var all = file.TransitionsTo(2110);
            foreach (var instant in all.SelectMany(change => (long[])[change.At - 1, change.At, change.At + 1])
                .Concat(Instants(random, 1800)))
            {
                var exact = OffsetIn(file, all, instant);
                var shown = (int)zone.OffsetAt(DateTimeOffset.FromUnixTimeSeconds(instant)).TotalSeconds;
                Assert.True(
                    shown % 60 == 0 && shown - Math.Clamp(exact, -Limit, Limit) is > -30 and <= 30,
                    $"{name} at {instant}: {shown}, the file has {exact} (seed {Seed})");
            }
        }
    }

    [SourceFact("zones")]
    public void Since_1980_every_zone_is_as_the_runtime_has_it()
    {
        var random = new Random(Seed);
        foreach (var name in ZoneTable.Names())
        {
            var (zone, system) = (IanaTimeZoneTests.Find(name), TimeZoneInfo.FindSystemTimeZoneById(name));
            foreach (var instant in Instants(random, 1980))
            {
                var at = DateTimeOffset.FromUnixTimeSeconds(instant);
                Assert.True(
                    system.GetUtcOffset(at) == zone.OffsetAt(at),
                    $"{name} at {at:O}: {zone.OffsetAt(at)}, the runtime has {system.GetUtcOffset(at)} (seed {Seed})");
            }
        }
    }

    [Fact]
    public void What_the_clock_shows_leads_back_to_the_instant()
    {
        var random = new Random(Seed);
        foreach (var name in ZoneTable.Names())
        {
            var zone = IanaTimeZoneTests.Find(name);
            foreach (var seconds in Instants(random, 1800))
            {
                var local = zone.ToLocal(DateTimeOffset.FromUnixTimeSeconds(seconds));
                var (instant, kind) = zone.FromLocal(local.DateTime);
                Assert.True(
                    kind != LocalTimeKind.Skipped && instant.DateTime == local.DateTime,
                    $"{name} {local:O} became {instant:O}, {kind} (seed {Seed})");
                Assert.True(
                    kind == LocalTimeKind.Repeated ? instant <= local : instant == local,
                    $"{name} {local:O} became {instant:O}, {kind} (seed {Seed})");
            }
        }
    }

    private static long[] Instants(Random random, int year)
    {
        var first = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        var last = new DateTimeOffset(2101, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        return [.. Enumerable.Range(0, 200).Select(_ => random.NextInt64(first, last))];
    }

    private static int OffsetIn(TzifFile file, IReadOnlyList<(long At, int Offset)> all, long instant)
    {
        var past = all.TakeWhile(change => change.At <= instant).ToArray();
        return past.Length == 0 ? file.First : past[^1].Offset;
    }
}
