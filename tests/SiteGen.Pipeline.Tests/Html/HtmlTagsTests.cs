using System.Text;
using SiteGen.Pipeline.Html;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Html;

public sealed class HtmlTagsTests
{
    [Fact]
    public void Tags_and_attributes_are_found_as_a_browser_finds_them() =>
        Cases.Table("SiteGen.Pipeline.Tests/Cases/html/tags.txt", Walk);

    [Fact]
    public void Law_8_no_run_of_bytes_stops_the_walk()
    {
        const int Seed = 7;
        var random = new Random(Seed);
        const string Alphabet = "<>/!-\"'= abscriptyle?\n\t\0é";
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var error = Record.Exception(() => Walk(text));
            Assert.True(error is null, $"seed {Seed}, round {round}: '{text}': {error}");
        }
    }

    [Fact]
    public void A_walk_goes_forward_only()
    {
        var html = Encoding.UTF8.GetBytes("<a><b x='>'></b><!-- <c> --><script><d></script><e");
        var tags = new HtmlTags(html);
        var end = 0;
        while (tags.MoveNext())
        {
            Assert.True(tags.Start >= end && tags.End > tags.Start && tags.End <= html.Length);
            end = tags.End;
        }
    }

    // Each tag as name(attribute=value,…), a closing one with '/', a comment as '!'.
    private static string Walk(string html)
    {
        var found = new List<string>();
        var tags = new HtmlTags(Encoding.UTF8.GetBytes(html));
        while (tags.MoveNext())
        {
            var name = tags.Name.IsEmpty ? "!" : Encoding.UTF8.GetString(tags.Name);
            var pairs = new List<string>();
            var attributes = tags.Attributes;
            while (!tags.Name.IsEmpty && !tags.IsClosing && attributes.MoveNext())
            {
                pairs.Add($"{Encoding.UTF8.GetString(attributes.Name)}={Encoding.UTF8.GetString(attributes.Value)}");
            }

            found.Add(pairs.Count == 0 ? name : $"{name}({string.Join(",", pairs)})");
        }

        return string.Join(' ', found);
    }
}
