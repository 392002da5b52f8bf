namespace SiteGen.Text.TimeZones;

/// <summary>A time in which a zone keeps one offset.</summary>
/// <param name="Start">Seconds since 1970-01-01T00:00:00Z; the least value when there is no beginning.</param>
/// <param name="End">The first second behind it; the greatest value when there is no end.</param>
/// <param name="Offset">Seconds east of Greenwich, a whole number of minutes.</param>
internal readonly record struct OffsetSpan(long Start, long End, int Offset);
