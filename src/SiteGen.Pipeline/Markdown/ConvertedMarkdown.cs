using System.Collections.Immutable;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Markdown.Shortcodes;

namespace SiteGen.Pipeline.Markdown;

/// <summary>The result of converting one text.</summary>
/// <param name="Html">The body.</param>
/// <param name="Heading">The text of the level-one heading that opens the text, when it was asked for; otherwise null.</param>
/// <param name="MayHavePlaceholders">Whether the body may hold relative links, images, or words to translate.</param>
internal sealed record ConvertedMarkdown(ReadOnlyMemory<byte> Html, string? Heading, bool MayHavePlaceholders)
{
    /// <summary>The markup that was removed, in the order of the text.</summary>
    public ImmutableArray<RemovedMarkup> Removed { get; init; } = [];

    /// <summary>Whether the text asks for its table of contents.</summary>
    public bool AsksForContents { get; init; }

    /// <summary>The unsupported shortcodes left in the text, when they were asked for: a value for each kind.</summary>
    public ImmutableArray<UnreadShortcodes> Unread { get; init; } = [];

    /// <summary>The blocks of code with something behind their fence, when they were asked for.</summary>
    public ImmutableArray<FoundFence> Fences { get; init; } = [];

    /// <summary>What would have become too large and is left out; null when nothing is.</summary>
    public OversizedMarkup? Oversized { get; init; }

    /// <summary>Where a merge conflict starts, when it was asked for; negative when there is none.</summary>
    public int Conflict { get; init; } = -1;
}

/// <summary>A block of code with something behind its fence.</summary>
/// <param name="Placeholder">Where it is in the body, and what the fence says.</param>
/// <param name="Start">Where the fence is in the text.</param>
internal sealed record FoundFence(CodePlaceholder Placeholder, int Start);

/// <summary>A part of a text that would become too large.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Columns">The columns, when it is a table; else 0.</param>
/// <param name="Rows">The rows, when it is a table; else 0.</param>
internal sealed record OversizedMarkup(int Start, int Columns, int Rows);
