using System.Globalization;

namespace SiteGen.Testing;

/// <summary>A clock that stands still.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>A clock that stands at a moment such as <c>2026-06-01T12:00:00Z</c>.</summary>
    public static TestClock At(string moment) => new(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;
}
