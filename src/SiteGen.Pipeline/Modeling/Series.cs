using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>The order of posts in a series.</summary>
internal static class Series
{
    /// <summary>Parts by the number they were given; those without one by date, oldest first, behind them.</summary>
    public static ImmutableArray<PostHead> InOrder(ImmutableArray<PostHead> posts, ImmutableArray<Diagnostic>.Builder problems)
    {
        var ordered = posts.OrderBy(post => post.Front.Part ?? int.MaxValue)
            .ThenBy(post => post.Date is null).ThenBy(post => post.Date).ThenBy(post => post.Path, StringComparer.Ordinal).ToImmutableArray();
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Front.Part is { } part && ordered[i - 1].Front.Part == part)
            {
                var message = $"part {part} of the series '{ordered[i].Front.Series}' is '{ordered[i - 1].Path}' already";
                problems.Add(Diagnostic.InFile(SiteRules.RepeatedPart, ordered[i].Path, message, "give one of them another 'part', or none: then the date decides").At(ordered[i].Front.PositionOf("part")));
            }
        }

        return ordered;
    }
}
