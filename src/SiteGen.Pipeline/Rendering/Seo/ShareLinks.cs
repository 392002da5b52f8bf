using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Data;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Seo;

/// <summary>Plain links for sharing a post: no script, and no request before one is followed.</summary>
internal static class ShareLinks
{
    /// <summary>The configured links for a post.</summary>
    public static Value Create(PageScope scope, PostHead post)
    {
        var url = Uri.EscapeDataString(scope.Urls.AbsoluteLink(post.Url));
        var title = Uri.EscapeDataString(post.Title);
        return Value.From(new ItemList([.. scope.Options.Theme.Share.Select(target => Value.From(Link(scope, target, url, title)))]));
    }

    private static MemberMap Link(PageScope scope, ShareTarget target, string url, string title)
    {
        var (name, address) = target.Name switch
        {
            "mastodon" => ("Mastodon", $"https://{target.Host ?? "mastodon.social"}/share?text={title}%20{url}"),
            "bluesky" => ("Bluesky", $"https://bsky.app/intent/compose?text={title}%20{url}"),
            "linkedin" => ("LinkedIn", $"https://www.linkedin.com/sharing/share-offsite/?url={url}"),
            "facebook" => ("Facebook", $"https://www.facebook.com/sharer/sharer.php?u={url}"),
            "x" => ("X", $"https://x.com/intent/post?text={title}&url={url}"),
            "whatsapp" => ("WhatsApp", $"https://wa.me/?text={title}%20{url}"),
            _ => (scope.Language.WordOr("mail", "E-mail"), $"mailto:?subject={title}&body={url}"),
        };
        return new MemberMap([new("name", Value.From(name)), new("url", Value.From(address)), new("network", Value.From(target.Name))]);
    }
}
