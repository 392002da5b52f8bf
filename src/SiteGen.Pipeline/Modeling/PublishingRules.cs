using System.Globalization;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Decides which posts are published, which of them are listed, and in what order.</summary>
internal static class PublishingRules
{
    /// <summary>Why a post is left out; null when it is published.</summary>
    public static string? ReasonToLeaveOut(PostHead post, PublishingOptions options)
    {
        var due = post.Front.PublishDate?.Instant ?? post.Date;
        return post.Front.IsDraft && !options.Drafts ? "it is a draft"
            : due > options.Now && !options.Future ? $"it is due on {Format(due.Value)}"
            : post.Front.ExpiryDate?.Instant is { } expiry && expiry <= options.Now && !options.Expired ? $"it expired on {Format(expiry)}"
            : null;
    }

    /// <summary>Whether lists show a post or a page: a post that only redirects would be two entries with one text.</summary>
    public static bool IsListed(PostHead post) => !post.Front.IsUnlisted && post.Front.RedirectTo is null && post.TranslatedInto is null;

    /// <summary>Compares by order of publication: posts before pages, newest first, undated last, by path where dates are equal.</summary>
    public static int Compare(PostHead left, PostHead right)
    {
        if (left.IsPage != right.IsPage)
        {
            return left.IsPage ? 1 : -1;
        }

        var order = left.IsPage ? 0 : Nullable.Compare(right.Date, left.Date);
        return order != 0 ? order : string.CompareOrdinal(left.Path, right.Path);
    }

    private static string Format(DateTimeOffset date) => date.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
