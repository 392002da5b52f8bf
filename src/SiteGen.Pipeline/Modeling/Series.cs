using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>The order of posts in a series.</summary>
internal static class Series
{
    /// <summary>Parts by number; then those without a number by date, oldest first.</summary>
    public static ImmutableArray<PostHead> InOrder(ImmutableArray<PostHead> posts, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var ordered = posts
            .OrderBy(post => post.Front.Part ?? int.MaxValue)
            .ThenBy(post => post.Date is null)
            .ThenBy(post => post.Date)
            .ThenBy(post => post.Path, StringComparer.Ordinal)
            .ToImmutableArray();
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Front.Part is { } part && ordered[i - 1].Front.Part == part)
            {
                var message = ModelingMessages.RepeatedPart(part, ordered[i].Front.Series, ordered[i - 1].Path);
                diagnostics.Add(Diagnostic.InFile(message, ordered[i].Path).At(ordered[i].Front.PositionOf("part")));
            }
        }

        return ordered;
    }
}
