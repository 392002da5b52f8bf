namespace SiteGen.Text.TimeZones;

/// <summary>The past offsets of a zone, and the rule for future ones.</summary>
/// <param name="changes">The instants at which the offset changed, in order: seconds since 1970-01-01T00:00:00Z.</param>
/// <param name="offsets">The offset before the first change, then the one after each change: seconds, whole minutes.</param>
/// <param name="rule">The rule after the last change; null if the last offset stays.</param>
internal sealed class OffsetHistory(long[] changes, int[] offsets, SummerTimeRule? rule)
{
    /// <summary>The largest offset that a <see cref="DateTimeOffset"/> can have, in seconds.</summary>
    public const int Furthest = 14 * 3600;

    /// <summary>UTC: always zero.</summary>
    public static OffsetHistory Utc { get; } = new([], [0], null);

    /// <summary>The span that contains an instant.</summary>
    public OffsetSpan SpanAt(long instant)
    {
        var index = Array.BinarySearch(changes, instant);
        index = index < 0 ? ~index : index + 1;
        var start = index == 0 ? long.MinValue : changes[index - 1];
        if (index < changes.Length)
        {
            return new OffsetSpan(start, changes[index], offsets[index]);
        }

        return rule is null ? new OffsetSpan(start, long.MaxValue, offsets[index]) : rule.SpanAt(instant, start);
    }

    /// <summary>The first instant at which local clocks show a time, and how often they do.</summary>
    /// <param name="local">The local time, in seconds since 1970-01-01T00:00:00 local time.</param>
    /// <returns>The instant (for a skipped time, as if the clock had not changed), the kind, and the instant of the next change.</returns>
    public (long Instant, LocalTimeKind Kind, long Change) Resolve(long local)
    {
        for (var span = SpanAt(local - Furthest); ;)
        {
            var instant = local - span.Offset;
            if (span.End == long.MaxValue)
            {
                return (instant, LocalTimeKind.Unique, span.End);
            }

            var next = SpanAt(span.End);
            var isInNext = local - next.Offset >= next.Start;
            if (instant < span.End)
            {
                return (instant, isInNext ? LocalTimeKind.Repeated : LocalTimeKind.Unique, span.End);
            }

            if (!isInNext)
            {
                return (instant, LocalTimeKind.Skipped, span.End);
            }

            span = next;
        }
    }
}
