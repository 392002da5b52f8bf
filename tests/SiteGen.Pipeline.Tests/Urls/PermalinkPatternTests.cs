using SiteGen.Pipeline.Urls;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Urls;

public sealed class PermalinkPatternTests
{
    private static readonly PermalinkParts s_parts = new(
        new DateOnly(2026, 3, 5), "My Slug", "2026-03-05-My Slug", "a/b",
        ["Café Culture", "C#"]);

    [Fact]
    public void A_pattern_is_filled_in() => Cases.Table("SiteGen.Pipeline.Tests/Cases/permalinks.txt", pattern =>
        PermalinkPattern.Problem(pattern) is { } problem
            ? $"refused: {problem}"
            : $"{PermalinkPattern.Expand(pattern, s_parts)} "
                + $"{PermalinkPattern.Expand(pattern, new PermalinkParts(null, "x", "x", "", []))}");
}
