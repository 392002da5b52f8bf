namespace SiteGen.Text.TimeZones;

/// <summary>Two offset changes a year (POSIX <c>TZ</c>, RFC 9636 section 3.3).</summary>
/// <param name="Standard">The offset from <paramref name="End"/> on, in seconds.</param>
/// <param name="Summer">The offset from <paramref name="Begin"/> on, in seconds; less than <paramref name="Standard"/> in Ireland.</param>
/// <param name="Begin">When summer time begins, in standard time.</param>
/// <param name="End">When it ends, in summer time.</param>
internal sealed record SummerTimeRule(int Standard, int Summer, YearlyTime Begin, YearlyTime End)
{
    private const long SecondsPerYear = 31_556_952;

    /// <summary>The span that contains an instant.</summary>
    /// <param name="instant">Seconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="since">The instant from which the rule applies; no span starts before it.</param>
    public OffsetSpan SpanAt(long instant, long since)
    {
        // The estimated year may be off by one, so its neighbours are included.
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
