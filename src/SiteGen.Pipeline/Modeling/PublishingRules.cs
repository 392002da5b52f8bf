using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Why a post is left out.</summary>
internal enum LeftOutReason
{
    /// <summary>It is a draft.</summary>
    Draft,

    /// <summary>Its time has not come.</summary>
    Due,

    /// <summary>Its time is over.</summary>
    Expired,
}

/// <summary>Decides which posts are published, which of them are listed, and in what order.</summary>
internal static class PublishingRules
{
    /// <summary>Why a post is left out; null when it is published.</summary>
    public static LeftOutReason? ReasonToLeaveOut(PostHead post, PublishingOptions options) =>
        post.Front.IsDraft && !options.Drafts ? LeftOutReason.Draft
        : DueDate(post) > options.Now && !options.Future ? LeftOutReason.Due
        : post.Front.ExpiryDate?.Instant <= options.Now && !options.Expired ? LeftOutReason.Expired
        : null;

    /// <summary>The reason in words.</summary>
    public static string Describe(LeftOutReason reason, PostHead post) => reason switch
    {
        LeftOutReason.Draft => "it is a draft",
        LeftOutReason.Due => $"it is due on {Format(DueDate(post))}",
        _ => $"it expired on {Format(post.Front.ExpiryDate?.Instant)}",
    };

    /// <summary>The time around a moment, in ticks (100 ns, UTC), in which the same posts are published; the end is exclusive.</summary>
    public static (long From, long Until) PublishedAlike(ImmutableArray<Post> posts, DateTimeOffset moment)
    {
        var (from, until) = (long.MinValue, long.MaxValue);
        foreach (var post in posts)
        {
            Narrow(DueDate(post.Head));
            Narrow(post.Head.Front.ExpiryDate?.Instant);
        }

        return (from, until);

        void Narrow(DateTimeOffset? change)
        {
            if (change?.UtcTicks is { } at)
            {
                (from, until) = at <= moment.UtcTicks ? (Math.Max(from, at), until) : (from, Math.Min(until, at));
            }
        }
    }

    /// <summary>When a post appears; null for one without a date.</summary>
    public static DateTimeOffset? DueDate(PostHead post) => post.Front.PublishDate?.Instant ?? post.Date;

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

    private static string Format(DateTimeOffset? date) => date?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";
}
