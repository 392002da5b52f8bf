namespace SiteGen.Text.TimeZones;

/// <summary>Two changes of the clock a year (POSIX <c>TZ</c>, RFC 9636 section 3.3).</summary>
/// <param name="Standard">The offset from <paramref name="End"/> on, in seconds.</param>
/// <param name="Summer">The offset from <paramref name="Begin"/> on, in seconds; less than the other in Ireland.</param>
/// <param name="Begin">When summer time begins, on a clock of standard time.</param>
/// <param name="End">When it ends, on a clock of summer time.</param>
internal sealed record SummerTimeRule(int Standard, int Summer, YearlyTime Begin, YearlyTime End)
{
    private const long SecondsPerYear = 31_556_952;

    /// <summary>The span that an instant lies in.</summary>
    /// <param name="instant">Seconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="since">The instant from which the rule holds; no span starts before it.</param>
    public OffsetSpan SpanAt(long instant, long since)
    {
        // The year is right within one, so the changes of its neighbours are asked for, too.
        var year = 1970 + (int)Math.Clamp(instant / SecondsPerYear, -1970, 8030);
        var start = long.MinValue;
        var offset = Standard;
        for (var y = year - 1; y <= year + 1; y++)
        {
            var (begin, end) = (Begin.In(y) - Standard, End.In(y) - Summer);
            Span<(long At, int Offset)> changes = begin < end ? [(begin, Summer), (end, Standard)] : [(end, Standard), (begin, Summer)];
            foreach (var (at, next) in changes)
            {
                if (at > instant)
                {
                    return new OffsetSpan(Math.Max(start, since), at, offset);
                }

                (start, offset) = (at, next);
            }
        }

        return new OffsetSpan(Math.Max(start, since), long.MaxValue, offset);
    }
}
