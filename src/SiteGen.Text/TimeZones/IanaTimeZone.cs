using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace SiteGen.Text.TimeZones;

/// <summary>A zone of the IANA Time Zone Database, from the table that is part of the program.</summary>
/// <remarks>
/// The system's own table differs from machine to machine, and a site must not. Offsets are whole minutes, as RFC 3339 and
/// <see cref="DateTimeOffset"/> have them: where a zone's is not (mostly local mean time, before there was standard time), it is
/// rounded to the nearest, half a minute upwards, and to 14 hours where it is more (Manila and Alaska before they changed sides of
/// the date line). The instants at which offsets change are exact.
/// </remarks>
public sealed class IanaTimeZone
{
    // Replaced, never edited. Two threads that add at once lose one entry, which is then read again.
    private static ImmutableDictionary<string, IanaTimeZone> s_found =
        ImmutableDictionary.Create<string, IanaTimeZone>(StringComparer.OrdinalIgnoreCase);

    private readonly OffsetHistory _history;

    private IanaTimeZone(string id, OffsetHistory history) => (Id, _history) = (id, history);

    /// <summary>Coordinated Universal Time. Using it does not read the table.</summary>
    public static IanaTimeZone Utc { get; } = new("UTC", OffsetHistory.Utc);

    /// <summary>The name, as the database spells it: <c>Europe/Berlin</c>. A link keeps its own name.</summary>
    public string Id { get; }

    /// <summary>Finds a zone or a link by its name, in upper or lower case.</summary>
    public static bool TryFind(string id, [NotNullWhen(true)] out IanaTimeZone? zone)
    {
        if (id.Equals(Utc.Id, StringComparison.OrdinalIgnoreCase))
        {
            zone = Utc;
            return true;
        }

        var found = Volatile.Read(ref s_found);
        if (!found.TryGetValue(id, out zone) && ZoneTable.Find(id) is var (name, history))
        {
            zone = new IanaTimeZone(name, history);
            Volatile.Write(ref s_found, found.SetItem(name, zone));
        }

        return zone is not null;
    }

    /// <summary>The name that an unknown one most likely means: a near spelling, or the zone of a city that was given alone.</summary>
    public static string? Suggest(string id)
    {
        var city = "/" + id.Trim().Replace(' ', '_');
        var names = ZoneTable.Names();
        return names.FirstOrDefault(name => name.EndsWith(city, StringComparison.OrdinalIgnoreCase)) ?? Suggestion.For(id, names);
    }

    /// <summary>How far ahead of UTC the zone's clocks are at an instant.</summary>
    public TimeSpan OffsetAt(DateTimeOffset instant) => TimeSpan.FromSeconds(_history.SpanAt(instant.ToUnixTimeSeconds()).Offset);

    /// <summary>An instant as the zone's clocks show it; the ends of the calendar where that would be beyond them.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset instant) => At(instant.UtcTicks, OffsetAt(instant));

    /// <summary>The instant at which the zone's clocks show a time, whatever the time's <see cref="DateTime.Kind"/>.</summary>
    /// <returns>
    /// A time that is skipped is moved forward by as much as the clocks are; of one that is repeated it is the first.
    /// </returns>
    public (DateTimeOffset Instant, LocalTimeKind Kind) FromLocal(DateTime local)
    {
        var (seconds, ticks) = Math.DivRem(local.Ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond);
        if (ticks < 0)
        {
            (seconds, ticks) = (seconds - 1, ticks + TimeSpan.TicksPerSecond);
        }

        var (instant, kind, _) = _history.Resolve(seconds);
        return (At(instant, ticks), kind);
    }

    /// <summary>The first instant of a calendar day; of a day that the zone left out, the first of the next.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue).Ticks - DateTime.UnixEpoch.Ticks;
        var (instant, kind, change) = _history.Resolve(midnight / TimeSpan.TicksPerSecond);
        return At(kind == LocalTimeKind.Skipped ? change : instant, 0);
    }

    private DateTimeOffset At(long instant, long ticks) =>
        At(DateTime.UnixEpoch.Ticks + (instant * TimeSpan.TicksPerSecond) + ticks, TimeSpan.FromSeconds(_history.SpanAt(instant).Offset));

    private static DateTimeOffset At(long utcTicks, TimeSpan offset)
    {
        var local = utcTicks + offset.Ticks;
        return Math.Min(local, utcTicks) < 0 ? DateTimeOffset.MinValue
            : Math.Max(local, utcTicks) > DateTime.MaxValue.Ticks ? DateTimeOffset.MaxValue
            : new DateTimeOffset(local, offset);
    }
}
