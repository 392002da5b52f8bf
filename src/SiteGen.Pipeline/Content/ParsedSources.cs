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

    /// <summary>Whether posts still have the heads that they have here, so that only their texts may have changed.</summary>
    public bool HaveHeadsOf(ImmutableArray<ParsedSource> edited) =>
        edited.All(source => Find(source.File.Path)?.Post?.Head.Fingerprint == source.Post?.Head.Fingerprint);

    /// <summary>These sources with some posts as they are after an edit.</summary>
    public ParsedSources With(ImmutableArray<ParsedSource> edited)
    {
        var (sources, posts, problems) = (Sources.ToBuilder(), Posts.ToBuilder(), Diagnostics.ToBuilder());
        foreach (var source in edited)
        {
            var index = SitePath.IndexOf(Sources, static source => source.File.Path, source.File.Path);
            var before = sources[index];
            sources[index] = source;
            if (before.Post is { } old && source.Post is { } post)
            {
                posts[posts.IndexOf(old)] = post;
            }

            problems.RemoveAll(problem => before.Diagnostics.Contains(problem));
            problems.AddRange(source.Diagnostics);
        }

        return this with { Sources = sources.ToImmutable(), Posts = posts.ToImmutable(), Diagnostics = problems.ToImmutable() };
    }

    /// <summary>The archived comments.</summary>
    public ImmutableArray<CommentFile> Comments => [.. Sources.Select(source => source.Comments).OfType<CommentFile>()];
}
