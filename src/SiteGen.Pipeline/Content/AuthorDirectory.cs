using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>A link in an author's profile.</summary>
internal sealed record AuthorLink(string Title, string Url);

/// <summary>The profile of an author in <c>authors.yml</c>.</summary>
/// <param name="Key">The key that posts may use.</param>
/// <param name="Name">The display name.</param>
/// <param name="Bio">A short biography, as Markdown; null when not set.</param>
/// <param name="Image">The URL of an image; null when not set.</param>
/// <param name="Email">The e-mail address; null unless the author chose to show it.</param>
/// <param name="Links">Links to the author's pages elsewhere.</param>
internal sealed record AuthorProfile(string Key, string Name, string? Bio, string? Image, string? Email, ImmutableArray<AuthorLink> Links)
{
    /// <summary>The name on Mastodon and its like, such as <c>@ada@example.social</c>; null when not set.</summary>
    public string? Fediverse { get; init; }

    /// <summary>The problem to report when the image is no file of the site; null when it has none.</summary>
    public Diagnostic? IfImageMissing { get; init; }

    /// <summary>Fingerprint of all parts.</summary>
    public Fingerprint Fingerprint => Links.Aggregate(
        Fingerprint.Compute(Key).And(Name).And(Bio).And(Image).And(Email).And(Fediverse), (all, link) => all.And(link.Title).And(link.Url));
}

/// <summary>The profiles of a site's authors, by key and by name.</summary>
[DebuggerDisplay("{Profiles.Length} authors")]
internal sealed class AuthorDirectory
{
    private readonly Dictionary<string, AuthorProfile> _byKeyOrName = new(StringComparer.OrdinalIgnoreCase);

    private AuthorDirectory(ImmutableArray<AuthorProfile> profiles)
    {
        Profiles = profiles;
        foreach (var profile in profiles)
        {
            _byKeyOrName.TryAdd(profile.Key, profile);
            _byKeyOrName.TryAdd(profile.Name, profile);
        }
    }

    /// <summary>A directory without profiles.</summary>
    public static AuthorDirectory Empty { get; } = new([]);

    /// <summary>The profiles, in the order written.</summary>
    public ImmutableArray<AuthorProfile> Profiles { get; }

    /// <summary>A directory of these profiles; of two with the same key or name, the first is found.</summary>
    public static AuthorDirectory Create(ImmutableArray<AuthorProfile> profiles) =>
        profiles.Length == 0 ? Empty : new AuthorDirectory(profiles);

    /// <summary>The profile with a key or a name; null when there is none.</summary>
    public AuthorProfile? Find(string keyOrName) => _byKeyOrName.GetValueOrDefault(keyOrName);

    /// <summary>The display names of a post's authors.</summary>
    /// <remarks>Keys become names, and "A and B" becomes two names unless one author is called so.</remarks>
    public ImmutableArray<string> NamesOf(ImmutableArray<string> written)
    {
        if (written is [var only] && IsOne(only))
        {
            return Find(only) is { } known && known.Name != only ? [known.Name] : written;
        }

        var names = ImmutableArray.CreateBuilder<string>(written.Length);
        foreach (var word in written.SelectMany(Split))
        {
            var name = Find(word)?.Name ?? word;
            if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names.ToImmutable();
    }

    // A fast path for nearly every post: nothing to split or trim.
    private static bool IsOne(string written) => written.Length > 0
        && !char.IsWhiteSpace(written[0]) && !char.IsWhiteSpace(written[^1])
        && !written.AsSpan().ContainsAny(',', '&') && !written.Contains(" and ", StringComparison.Ordinal);

    // "Ana and Bo" are two. "Smith & Sons" may be one, so '&' and ',' only separate authors who have profiles.
    private IEnumerable<string> Split(string written)
    {
        if (Find(written) is not null)
        {
            return [written];
        }

        const StringSplitOptions Options = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var parts = written.Split([" and ", " & ", ", "], Options);
        return Array.TrueForAll(parts, part => Find(part) is not null) ? parts : written.Split(" and ", Options);
    }
}
