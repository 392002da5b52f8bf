using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace SiteGen.Text.TimeZones;

/// <summary>A zone of the IANA Time Zone Database, from the table built into the program.</summary>
/// <remarks>
/// The system's table differs from machine to machine, but the output must not. Offsets are whole minutes, as in RFC 3339 and
/// <see cref="DateTimeOffset"/>: others (mostly local mean time, before standard time) are rounded to the nearest minute, half
/// minutes up, and limited to 14 hours (Manila and Alaska before they moved across the date line). The instants of changes are
/// exact.
/// </remarks>
[DebuggerDisplay("{Id}")]
public sealed class IanaTimeZone
{
    // An immutable cache: if two threads add at once, one entry is lost and decoded again later.
    private static ImmutableDictionary<string, IanaTimeZone> s_found =
        ImmutableDictionary.Create<string, IanaTimeZone>(StringComparer.OrdinalIgnoreCase);

    private readonly OffsetHistory _history;

    private IanaTimeZone(string id, OffsetHistory history) => (Id, _history) = (id, history);

    /// <summary>Coordinated Universal Time, without reading the table.</summary>
    public static IanaTimeZone Utc { get; } = new("UTC", OffsetHistory.Utc);

    /// <summary>The name as the database spells it, such as <c>Europe/Berlin</c>. A link keeps its own name.</summary>
    public string Id { get; }

    /// <summary>Finds a zone or a link by its name; case is ignored.</summary>
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

    /// <summary>The most likely name for an unknown one: the zone of a city, or the nearest spelling. Null if none is near.</summary>
    public static string? Suggest(string id)
    {
        var city = "/" + id.Trim().Replace(' ', '_');
        var names = ZoneTable.Names();
        return names.FirstOrDefault(name => name.EndsWith(city, StringComparison.OrdinalIgnoreCase)) ?? Suggestion.For(id, names);
    }

    /// <summary>The offset from UTC at an instant.</summary>
    public TimeSpan OffsetAt(DateTimeOffset instant) => TimeSpan.FromSeconds(_history.SpanAt(instant.ToUnixTimeSeconds()).Offset);

    /// <summary>An instant in local time, limited to the range of <see cref="DateTimeOffset"/>.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset instant) => At(instant.UtcTicks, OffsetAt(instant));

    /// <summary>The instant of a local time; its <see cref="DateTime.Kind"/> is ignored.</summary>
    /// <returns>
    /// A skipped time is moved forward by as much as the clocks are; of a repeated one, the first instant is returned.
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

    /// <summary>The first instant of a calendar day, or of the next day if the zone skipped it.</summary>
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
