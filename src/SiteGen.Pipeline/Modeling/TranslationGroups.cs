using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Content;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Which posts and pages are translations of each other.</summary>
[DebuggerDisplay("{_byId.Count} posts in several languages")]
internal sealed class TranslationGroups
{
    private readonly Dictionary<ulong, ImmutableArray<PostHead>> _byId = [];

    private TranslationGroups()
    {
    }

    /// <summary>Groups posts by the part of their file names that translations share.</summary>
    /// <param name="posts">All published posts and pages; unlisted ones are in no group.</param>
    /// <param name="siteLanguage">The site's own language, as a tag.</param>
    public static TranslationGroups Create(IReadOnlyCollection<PostHead> posts, string siteLanguage)
    {
        var groups = new TranslationGroups();
        if (posts.All(post => post.TranslatedInto is null))
        {
            return groups;
        }

        var listed = posts.Where(post => !post.Front.IsUnlisted);
        foreach (var group in listed.GroupBy(post => post.TranslationKey(siteLanguage), StringComparer.Ordinal))
        {
            ImmutableArray<PostHead> all =
            [
                .. group
                    .OrderBy(post => post.TranslatedInto ?? "", StringComparer.Ordinal)
                    .ThenBy(post => post.Path, StringComparer.Ordinal),
            ];
            foreach (var post in all.Length > 1 ? all : [])
            {
                groups._byId[post.Id] = all;
            }
        }

        return groups;
    }

    /// <summary>A post in all its languages, itself included: the original first, then by tag; empty when it has no translation.</summary>
    public ImmutableArray<PostHead> Of(ulong id) => _byId.GetValueOrDefault(id, []);
}
