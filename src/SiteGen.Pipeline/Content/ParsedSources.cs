using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Loading;
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
    /// <summary>The archived comments.</summary>
    public ImmutableArray<CommentFile> Comments => [.. Sources.Select(source => source.Comments).OfType<CommentFile>()];
}
