using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>Which files of comments belong to which post.</summary>
/// <remarks>A file is named for its post: by the path of the post's file, by the page's address, or by its slug.</remarks>
internal sealed class CommentIndex
{
    /// <summary>No comments anywhere.</summary>
    public static readonly CommentIndex Empty = new([], []);

    private readonly Dictionary<ulong, ImmutableArray<CommentFile>> _files;
    private readonly Dictionary<ulong, Fingerprint> _prints;

    private CommentIndex(Dictionary<ulong, ImmutableArray<CommentFile>> files, ImmutableArray<Diagnostic> problems)
    {
        _files = files;
        _prints = files.ToDictionary(pair => pair.Key, pair => pair.Value.Aggregate(Fingerprint.Compute("comments"), (print, file) => print.And(file.Path).And(file.Fingerprint.ToString())));
        Diagnostics = problems;
    }

    /// <summary>The files that fit no post.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Finds the post of every file; one that is not published keeps its comments for later.</summary>
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
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var file in files)
        {
            if (names.TryGetValue(UnicodeNormalization.Compose(file.Key), out var post))
            {
                found[post] = found.GetValueOrDefault(post, []).Add(file);
            }
            else
            {
                var near = Suggestion.For(file.Key, names.Keys.Order(StringComparer.Ordinal));
                var hint = near is null ? "name the file for the post's slug, or for its address" : $"did you mean '{near}'?";
                problems.Add(Diagnostic.InFile(SiteRules.CommentsWithoutPost, file.Path, $"there is no post '{file.Key}' that these comments could belong to", hint));
            }
        }

        return new CommentIndex(found, problems.ToImmutable());
    }

    /// <summary>The files of a post's comments.</summary>
    public ImmutableArray<CommentFile> FilesOf(ulong post) => _files.GetValueOrDefault(post, []);

    /// <summary>Stands for them.</summary>
    public Fingerprint FingerprintOf(ulong post) => _prints.GetValueOrDefault(post);

    // The narrower names first: a slug may be that of several posts, of which the first by path has it.
    private static Dictionary<string, ulong> Names(ImmutableArray<Post> posts)
    {
        var names = new Dictionary<string, ulong>(StringComparer.OrdinalIgnoreCase);
        var heads = posts.Select(post => post.Head).OrderBy(head => head.IsPage).ThenBy(head => head.Path, StringComparer.Ordinal).ToArray();
        foreach (var nameOf in (Func<PostHead, string>[])[SourceNameOf, head => head.Url.Trim('/'), head => Path.ChangeExtension(head.Url.Trim('/'), null), head => head.Slug, head => SitePath.NameOf(SourceNameOf(head) + ".x")])
        {
            foreach (var head in heads)
            {
                names.TryAdd(UnicodeNormalization.Compose(nameOf(head)), head.Id);
            }
        }

        names.Remove("");
        return names;
    }

    // Without the folder of posts and the ending; of a bundle the folder.
    private static string SourceNameOf(PostHead head)
    {
        var path = SitePath.FolderOf(head.Path) is { Length: > 0 } folder ? $"{folder}/{SitePath.NameOf(head.Path)}" : SitePath.NameOf(head.Path);
        path = path[(head.Root.Length + (head.Root.Length > 0 ? 1 : 0))..];
        return path.EndsWith("/index", StringComparison.Ordinal) ? path[..^"/index".Length] : path;
    }
}
