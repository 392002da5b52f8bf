using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>All parsed sources of a site.</summary>
[DebuggerDisplay("{Sources.Length} sources, {Diagnostics.Length} diagnostics")]
internal sealed record ParsedSources(
    ImmutableArray<ParsedSource> Sources,
    ImmutableArray<Post> Posts,
    AuthorDirectory Authors,
    ValueTree Values,
    ParsedTemplates Templates,
    ImmutableArray<SourceFile> Files,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What a file was parsed to; null when it is not among the sources.</summary>
    public ParsedSource? Find(string path) =>
        SitePath.IndexOf(Sources, static source => source.File.Path, path) is >= 0 and var index ? Sources[index] : null;

    /// <summary>These sources with other texts of some posts.</summary>
    public ParsedSources With(ImmutableArray<ParsedSource> texts)
    {
        var (sources, posts, problems) = (Sources.ToBuilder(), Posts.ToBuilder(), Diagnostics.ToBuilder());
        foreach (var source in texts)
        {
            var index = SitePath.IndexOf(Sources, static source => source.File.Path, source.File.Path);
            var before = sources[index];
            if (before.Post is { } old && source.Post is { } post)
            {
                // Its head stays the one that others know.
                var edited = post with { Head = old.Head };
                posts[posts.IndexOf(old)] = edited;
                sources[index] = source with { Post = edited };
            }

            problems.RemoveAll(problem => before.Diagnostics.Contains(problem));
            problems.AddRange(source.Diagnostics);
        }

        return this with { Sources = sources.ToImmutable(), Posts = posts.ToImmutable(), Diagnostics = problems.ToImmutable() };
    }

    /// <summary>The archived comments.</summary>
    public ImmutableArray<CommentFile> Comments => [.. Sources.Select(source => source.Comments).OfType<CommentFile>()];
}
