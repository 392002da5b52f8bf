using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Urls;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Documentation;

/// <summary>The page about <c>sitegen.yml</c> says what the reader reads.</summary>
public sealed partial class ConfigurationPageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Root, "pages", "configuration.md"));

    [Fact]
    public void Every_key_has_its_row_and_no_row_names_another() =>
        Assert.Equal(OptionsResolver.Keys.Order(StringComparer.Ordinal), Rows("| Key |").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_option_of_dates_has_its_row()
    {
        // The message about an unknown one names them all.
        var given = SiteFileReader.Read(new SourceText("sitegen.yml", "dates: {nope: 1}"u8.ToArray())).Value;
        var problem = Assert.Single(OptionsResolver.Resolve(given, "sitegen.yml", TestClock.At("2026-06-01T12:00:00Z")).Diagnostics);
        var known = Known().Matches(problem.Hint ?? "").Select(match => match.Groups[1].Value);
        Assert.Equal(known.Order(StringComparer.Ordinal), Rows("| Option of `dates` |").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_part_of_a_permalink_has_its_row() =>
        Assert.Equal(PermalinkPattern.Parts.Order(StringComparer.Ordinal), Rows("| Part |").Order(StringComparer.Ordinal));

    [Fact]
    public void The_example_holds_every_key_and_is_read_without_a_problem()
    {
        var example = Example().Match(s_page).Groups[1].Value;
        var source = new SourceText("sitegen.yml", Encoding.UTF8.GetBytes(example));
        var given = SiteFileReader.Read(source);
        Assert.Empty(given.Diagnostics);
        Assert.Empty(OptionsResolver.Resolve(given.Value, "sitegen.yml", TestClock.At("2026-06-01T12:00:00Z")).Diagnostics);
        Assert.All(OptionsResolver.Keys, key => Assert.Matches($"(?m)^{key}:", example));
    }

    [Theory]
    [InlineData("pretty")]
    [InlineData("date")]
    [InlineData("none")]
    public void A_style_is_the_pattern_that_the_page_gives(string style)
    {
        var pattern = Regex.Match(s_page, $@"\| `{style}` \| `([^`]+)` \|").Groups[1].Value;
        var parts = new PermalinkParts(
            new DateOnly(2026, 3, 5), "A.b", "2026-03-05-A.b", "x/y", ["One", "Two"]);
        Assert.Equal(PermalinkPattern.Expand(pattern, parts), PermalinkPattern.Expand(style, parts));
    }

    // The names in code in the first column of a table.
    private static IEnumerable<string> Rows(string heading) => s_page[s_page.IndexOf(heading, StringComparison.Ordinal)..]
        .Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|'))
        .SelectMany(line => Code().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Known();

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
