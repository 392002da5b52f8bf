namespace SiteGen.Text.TimeZones;

/// <summary>A period in which a zone has one offset.</summary>
/// <param name="Start">Seconds since 1970-01-01T00:00:00Z; the smallest value if there is no beginning.</param>
/// <param name="End">The exclusive end; the largest value if there is no end.</param>
/// <param name="Offset">Seconds east of Greenwich, a whole number of minutes.</param>
internal readonly record struct OffsetSpan(long Start, long End, int Offset);
