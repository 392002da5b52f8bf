using System.Text;
using SiteGen.Testing;
using Xunit.Sdk;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Laws of a build, on a site with everything in it.</summary>
public sealed class FullSiteTests
{
    private const int Steps = 20;

    [Fact]
    [Trait("Speed", "Slow")]
    public void All_features_together_make_one_site_whatever_the_theme_reads()
    {
        foreach (var theme in (string[])["", ViewWalk.Theme])
        {
            using var site = FullSite.With(theme).Build();
            const string Value = "warning SG2320: '{{ site.title }}' of another program is not filled in; readers see it as it stands here";
            site.Problems(
                    $"pages/raw.html(4,4): {Value}",
                    "posts/first.md(22,62): warning SG4009: there is no picture 'missing.png'",
                    $"posts/first.md(33,20): {Value}")
                .Has("sitemap.xml", "https://example.org/trains/sitemap-2.xml")
                .Has("_redirects", "/trains/old/first.html /trains/2026/first/ 301")
                .Has("de/index.html", "Erstens")
                .Has("nl/index.html", "Alleen")
                .Has("2025/walk/map.txt", "X");
        }
    }

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(2014)]
    public void Law_5_holds_with_everything_in_the_site(int seed)
    {
        var random = new Random(seed);
        using var site = FullSite.With(seed % 3 == 0 ? ViewWalk.Theme : "");
        var author = new FullSiteAuthor(site, random);
        var history = new List<string>();
        var compared = 0;
        try
        {
            site.Build();
            for (var step = 1; step <= Steps; step++)
            {
                for (var edits = random.Next(1, 4); edits > 0; edits--)
                {
                    history.Add($"{step}: {author.Edit()}");
                }

                site.Build();
                compared += site.Diagnostics.Any(problem => problem.IsError) ? 0 : 1;
            }

            Assert.True(compared >= Steps / 4, $"only {compared} of {Steps} builds were without errors");
        }
        catch (XunitException failure)
        {
            throw new XunitException($"seed {seed}\n{string.Join('\n', history)}\n{failure.Message}");
        }
    }

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData("")]
    [InlineData("own theme")]
    public void Law_6_holds_with_everything_in_the_site(string theme)
    {
        using var first = FullSite.With(theme.Length > 0 ? ViewWalk.Theme : "").Build();
        var expected = TempFolder.Contents(first.OutputFolder);
        foreach (var culture in (string[])["tr-TR", "ar-SA", "de-DE", "th-TH"])
        {
            using var other = FullSite.With(theme.Length > 0 ? ViewWalk.Theme : "");
            StrangeCulture.RunUnder(culture, () => other.Build());
            var actual = TempFolder.Contents(other.OutputFolder);
            Assert.Equal(expected.Keys, actual.Keys);
            Assert.All(expected, file => Assert.True(
                file.Value.AsSpan().SequenceEqual(actual[file.Key]),
                $"{culture} {file.Key}: {FirstDifference(file.Value, actual[file.Key])}"));
            Assert.Equal(first.Diagnostics.Select(problem => problem.ToText()), other.Diagnostics.Select(problem => problem.ToText()));
        }
    }

    private static string FirstDifference(byte[] expected, byte[] actual) =>
        Snapshot.FirstDifference(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(actual));
}
