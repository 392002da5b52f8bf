using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Which comment files belong to which post.</summary>
/// <remarks>A file is named after its post: after the path of the post's file, its URL, or its slug.</remarks>
[DebuggerDisplay("comments of {_fingerprints.Count} posts")]
internal sealed class CommentIndex
{
    /// <summary>No comments anywhere.</summary>
    public static readonly CommentIndex Empty = new([], []);

    private readonly Dictionary<ulong, ImmutableArray<CommentFile>> _files;
    private readonly Dictionary<ulong, Fingerprint> _fingerprints;

    private CommentIndex(Dictionary<ulong, ImmutableArray<CommentFile>> files, ImmutableArray<Diagnostic> diagnostics)
    {
        _files = files;
        _fingerprints = files.ToDictionary(pair => pair.Key, pair => pair.Value.Aggregate(
            Fingerprint.Compute("comments"), (all, file) => all.And(file.Path).And(file.Fingerprint.ToString())));
        Diagnostics = diagnostics;
    }

    /// <summary>A warning for each file that belongs to no post.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Finds the post of every file; unpublished posts count, so that their comments are not reported.</summary>
    /// <param name="files">The files, by path.</param>
    /// <param name="posts">All posts and pages.</param>
    public static CommentIndex Create(ImmutableArray<CommentFile> files, ImmutableArray<Post> posts)
    {
        if (files.IsEmpty)
        {
            return Empty;
        }

        var names = Names(posts);
        var found = new Dictionary<ulong, ImmutableArray<CommentFile>>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var file in files)
        {
            if (names.TryGetValue(UnicodeNormalization.Compose(file.Key), out var post))
            {
                found[post] = found.GetValueOrDefault(post, []).Add(file);
            }
            else
            {
                var near = Suggestion.For(file.Key, names.Keys.Order(StringComparer.Ordinal));
                diagnostics.Add(Diagnostic.InFile(ModelingMessages.CommentsWithoutPost(file.Key, near), file.Path));
            }
        }

        return new CommentIndex(found, diagnostics.ToImmutable());
    }

    /// <summary>The comment files of a post.</summary>
    public ImmutableArray<CommentFile> FilesOf(ulong post) => _files.GetValueOrDefault(post, []);

    /// <summary>The fingerprint of all comments of a post; the default value when it has none.</summary>
    public Fingerprint FingerprintOf(ulong post) => _fingerprints.GetValueOrDefault(post);

    // The most specific names first: several posts may share a slug, which then means the first of them by path.
    private static Dictionary<string, ulong> Names(ImmutableArray<Post> posts)
    {
        var names = new Dictionary<string, ulong>(StringComparer.OrdinalIgnoreCase);
        var heads = posts
            .Select(post => post.Head)
            .OrderBy(head => head.IsPage)
            .ThenBy(head => head.Path, StringComparer.Ordinal)
            .ToArray();
        Func<PostHead, string>[] schemes =
        [
            SourceNameOf,
            head => head.Url.Trim('/'),
            head => Path.ChangeExtension(head.Url.Trim('/'), null),
            head => head.Slug,
            head => SitePath.NameOf(SourceNameOf(head) + ".x"),
        ];
        foreach (var nameOf in schemes)
        {
            foreach (var head in heads)
            {
                names.TryAdd(UnicodeNormalization.Compose(nameOf(head)), head.Id);
            }
        }

        names.Remove("");
        return names;
    }

    // Without the posts folder and the extension; for a bundle its folder.
    private static string SourceNameOf(PostHead head)
    {
        var name = SitePath.NameOf(head.PathInRoot);
        var path = SitePath.FolderOf(head.PathInRoot) is { Length: > 0 } folder ? $"{folder}/{name}" : name;
        return path.EndsWith("/index", StringComparison.Ordinal) ? path[..^"/index".Length] : path;
    }
}
