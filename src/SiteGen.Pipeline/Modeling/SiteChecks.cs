using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Rules;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Finds likely mistakes that show only when all posts are known.</summary>
internal static class SiteChecks
{
    // So many authors without a profile are not misspellings.
    private const int MostCompared = 500;

    /// <summary>Permalink patterns for folders without posts: with a misspelled folder the default pattern would silently apply.</summary>
    public static IEnumerable<Diagnostic> UnusedPermalinks(ImmutableArray<Post> posts, SiteOptions options)
    {
        foreach (var section in options.SectionPermalinks)
        {
            var folder = $"{options.Folders.Posts}/{section.Section}/";
            if (!posts.Any(post => post.Head.Path.StartsWith(folder, StringComparison.Ordinal)))
            {
                yield return Diagnostic.InFile(ModelingMessages.UnusedPermalink(section.Section, folder), "sitegen.yml");
            }
        }
    }

    /// <summary>Authors without a profile, once each, if the site has profiles at all: the name may be misspelled.</summary>
    public static IEnumerable<Diagnostic> UnknownAuthors(ImmutableArray<PostHead> posts, AuthorDirectory authors)
    {
        if (authors.Profiles.Length == 0)
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = authors.Profiles.SelectMany(profile => (string[])[profile.Key, profile.Name]).ToArray();
        foreach (var post in posts)
        {
            foreach (var name in authors.NamesOf(post.Front.Authors).Where(name => authors.Find(name) is null && seen.Add(name)))
            {
                var near = seen.Count > MostCompared ? null : Suggestion.For(name, names);
                yield return Diagnostic.InFile(ModelingMessages.UnknownAuthor(name, near), post.Path).At(post.Front.PositionOf("authors"));
            }
        }
    }

    /// <summary>Profiles in the data folder where there are none in <c>authors.yml</c>: other programs keep them there.</summary>
    public static IEnumerable<Diagnostic> MisplacedProfiles(ValueTree values, AuthorDirectory authors)
    {
        var isProfiles = authors.Profiles.Length == 0
            && values.FileOf("authors") is { Value: var value } && value.TryGetMembers(out var people)
            && people.Names.Any(key => people.TryGet(key, out var person) && IsProfile(person));
        return isProfiles && values.FileOf("authors") is { File: var file }
            ? [Diagnostic.InFile(AuthorMessages.InDataFolder(), file.Path)]
            : [];
    }

    private static bool IsProfile(Value person) =>
        person.TryGetMembers(out var members) && members.Names.Any(key => key is "name" or "bio" or "picture" or "avatar");

    /// <summary>Posts with the same identifier for feeds: readers would show only one of them.</summary>
    public static IEnumerable<Diagnostic> RepeatedGuids(IEnumerable<PostHead> posts)
    {
        var seen = new Dictionary<string, PostHead>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            if (post.Front.Guid is { Length: > 0 } guid && !seen.TryAdd(guid, post))
            {
                yield return Diagnostic.InFile(ModelingMessages.RepeatedGuid(guid, seen[guid].Path), post.Path)
                    .At(post.Front.PositionOf("guid"));
            }
        }
    }
}
