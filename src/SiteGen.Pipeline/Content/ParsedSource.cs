using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Highlighting;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Rules.Silencing;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>One parsed file; its kind decides which properties are set.</summary>
/// <param name="File">
/// The file. Assets, templates and data have a fingerprint of their content as stamp; images have their size.
/// </param>
/// <param name="Post">The post, when it is one and its front matter could be read.</param>
/// <param name="Template">The template, when it is one.</param>
/// <param name="Diagnostics">The problems found.</param>
[DebuggerDisplay("{File.Path,nq}, {Diagnostics.Length} diagnostics")]
internal sealed record ParsedSource(SourceFile File, Post? Post, Template? Template, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The profiles, when it is the file of authors.</summary>
    public ImmutableArray<AuthorProfile> Authors { get; init; } = [];

    /// <summary>The comments in it that silence rules.</summary>
    public ImmutableArray<Suppression> Suppressions { get; init; } = [];

    /// <summary>The same as bytes, for a later process; empty when they are not kept or the file is read again anyway.</summary>
    public StoredBytes Record { get; init; }

    /// <summary>The value, when it is a data file that could be read.</summary>
    public Value? Value { get; init; }

    /// <summary>Locations of its keys, when it is a data file that describes the terms of a taxonomy.</summary>
    public ImmutableArray<KeyValuePair<string, LinePosition>> Places { get; init; } = [];

    /// <summary>The comments, when it is a file of them.</summary>
    public CommentFile? Comments { get; init; }

    /// <summary>The definition, when it is one of a language that code is coloured in.</summary>
    public GrammarSource? Grammar { get; init; }

    /// <summary>The translations, when it is a translation file.</summary>
    public TranslationFile? Words { get; init; }
}
