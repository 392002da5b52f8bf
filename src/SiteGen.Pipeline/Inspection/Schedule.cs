using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Modeling;

namespace SiteGen.Pipeline.Inspection;

/// <summary>What appears and what disappears, and when.</summary>
internal static class Schedule
{
    /// <summary>The changes after the moment of the build, the next first.</summary>
    /// <remarks>Drafts are left out: they have no date on which they appear.</remarks>
    public static Listing Create(InspectedSite site) => Listing.From(
        ["at", "change", "title", "url", "source"],
        ChangesIn(site).OrderBy(change => change.At).ThenBy(change => change.Post.Path, StringComparer.Ordinal)
            .Select(change => (ImmutableArray<Cell>)
            [
                site.CellOf(change.At), change.Word, change.Post.Title, change.Post.Url, change.Post.Path,
            ]));

    private static IEnumerable<(DateTimeOffset At, string Word, PostHead Post)> ChangesIn(InspectedSite site)
    {
        var now = site.Options.Publishing.Now;
        foreach (var post in site.Heads.Where(head => !head.Front.IsDraft))
        {
            var (due, end) = (PublishingRules.DueDate(post), post.Front.ExpiryDate?.Instant);
            if (due is { } from && from > now && !(end <= from))
            {
                yield return (from, "appears", post);
            }

            if (end is { } until && until > now && !(due >= until))
            {
                yield return (until, "expires", post);
            }
        }
    }
}
