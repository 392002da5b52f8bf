namespace SiteGen.Text.TimeZones;

/// <summary>The offsets that a zone has had, and the rule for those it will have.</summary>
/// <param name="changes">The instants at which the offset changed, in order: seconds since 1970-01-01T00:00:00Z.</param>
/// <param name="offsets">The offset before the first change, then the one from each change on: seconds, whole minutes.</param>
/// <param name="rule">What goes on behind the last change; null when the last offset stays.</param>
internal sealed class OffsetHistory(long[] changes, int[] offsets, SummerTimeRule? rule)
{
    /// <summary>The greatest offset that a <see cref="DateTimeOffset"/> can have, in seconds.</summary>
    public const int Furthest = 14 * 3600;

    /// <summary>Never anything but zero.</summary>
    public static OffsetHistory Utc { get; } = new([], [0], null);

    /// <summary>The span that an instant lies in.</summary>
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

    /// <summary>The first instant at which a clock shows a time, and how often it does.</summary>
    /// <param name="local">What the clock shows, as seconds since it would have shown 1970-01-01T00:00:00.</param>
    /// <returns>For a time that is skipped, the instant had the clock not been changed; and the instant of the next change.</returns>
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
