using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>A link that an author shows.</summary>
internal sealed record AuthorLink(string Title, string Url);

/// <summary>What <c>authors.yml</c> says of an author.</summary>
/// <param name="Key">The key that posts may use.</param>
/// <param name="Name">The name that is shown.</param>
/// <param name="Bio">A few words, as Markdown; may be null.</param>
/// <param name="Image">The address of an image; may be null.</param>
/// <param name="Email">An address to write to, when the author wants it shown; else null.</param>
/// <param name="Links">Where else to find the author.</param>
internal sealed record AuthorProfile(string Key, string Name, string? Bio, string? Image, string? Email, ImmutableArray<AuthorLink> Links)
{
    /// <summary>Stands for everything above.</summary>
    public Fingerprint Fingerprint => Links.Aggregate(
        Fingerprint.Compute(Key).And(Name).And(Bio).And(Image).And(Email), (print, link) => print.And(link.Title).And(link.Url));
}

/// <summary>The authors that a site introduces, found by whatever a post calls them.</summary>
internal sealed class AuthorDirectory
{
    private readonly Dictionary<string, AuthorProfile> _byWord = new(StringComparer.OrdinalIgnoreCase);

    private AuthorDirectory(ImmutableArray<AuthorProfile> profiles)
    {
        Profiles = profiles;
        foreach (var profile in profiles)
        {
            _byWord.TryAdd(profile.Key, profile);
            _byWord.TryAdd(profile.Name, profile);
        }
    }

    /// <summary>Nobody is introduced.</summary>
    public static AuthorDirectory Empty { get; } = new([]);

    /// <summary>The profiles, in the order written.</summary>
    public ImmutableArray<AuthorProfile> Profiles { get; }

    /// <summary>A book of these authors.</summary>
    public static AuthorDirectory Create(ImmutableArray<AuthorProfile> profiles) => profiles.Length == 0 ? Empty : new AuthorDirectory(profiles);

    /// <summary>The author that a key or a name means; null for one who is not introduced.</summary>
    public AuthorProfile? Find(string word) => _byWord.GetValueOrDefault(word);

    /// <summary>The names behind what a post wrote: keys become names, and "A and B" two authors unless it is one's name.</summary>
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

    // As nearly every post has it: nothing to part, nothing to trim.
    private static bool IsOne(string written) => written.Length > 0 && !char.IsWhiteSpace(written[0]) && !char.IsWhiteSpace(written[^1])
        && !written.AsSpan().ContainsAny(',', '&') && !written.Contains(" and ", StringComparison.Ordinal);

    // "Ana and Bo" are two. "Smith & Sons" may be one, so that other signs part only those who are introduced.
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
