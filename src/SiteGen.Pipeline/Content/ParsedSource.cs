using System.Collections.Immutable;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Localization;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>What one file became; which of the fields is set depends on its kind.</summary>
/// <param name="File">The file, with the fingerprint of its content as stamp where its name depends on it, and with its size where it is an image.</param>
/// <param name="Post">The post, when it is one and its head could be read.</param>
/// <param name="Template">The template, when it is one.</param>
/// <param name="Diagnostics">The problems found.</param>
internal sealed record ParsedSource(SourceFile File, Post? Post, Template? Template, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The profiles, when it is the file of authors.</summary>
    public ImmutableArray<AuthorProfile> Authors { get; init; } = [];

    /// <summary>The value, when it is a file of data that could be read.</summary>
    public Value? Value { get; init; }

    /// <summary>Where its names stand, when it is the file of data that describes the terms of a taxonomy.</summary>
    public ImmutableArray<KeyValuePair<string, LinePosition>> Places { get; init; } = [];

    /// <summary>The comments, when it is a file of them.</summary>
    public CommentFile? Comments { get; init; }

    /// <summary>The words, when it is a file of them.</summary>
    public TranslationFile? Words { get; init; }
}
