using System.Collections.Immutable;

namespace SiteGen.Pipeline.Html;

/// <summary>What the line that opens a block of code says of it.</summary>
/// <param name="Language">The name of the language; empty when none is given.</param>
internal sealed record CodeFence(string Language)
{
    /// <summary>Whether the code stays as it is: <c>{.plain}</c>.</summary>
    public bool IsPlain { get; init; }

    /// <summary>The title above the code, usually a file name; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>The marked lines, counted from 1 in the code as it is shown.</summary>
    public ImmutableArray<LineRange> Marked { get; init; } = [];

    /// <summary>The number of the first line; null when lines have no numbers.</summary>
    public int? FirstNumber { get; init; }

    /// <summary>Whether long lines are wrapped; null for as the site has it.</summary>
    public bool? Wraps { get; init; }

    /// <summary>The file that the code is taken from; null when it stands in the text.</summary>
    public CodeFile? File { get; init; }

    /// <summary>Whether there is nothing to do but to colour the code.</summary>
    public bool IsBare => this is { Title: null, Marked.IsEmpty: true, FirstNumber: null, Wraps: null, File: null };
}

/// <summary>Lines of a code, both included, counted from 1.</summary>
internal readonly record struct LineRange(int First, int Last);

/// <summary>A file that code is taken from.</summary>
/// <param name="Address">The file.</param>
/// <param name="Lines">The lines that are taken; null for all.</param>
/// <param name="Marker">The name of the part that is taken, which comments in the file mark; null for all.</param>
internal sealed record CodeFile(MediaAddress Address, LineRange? Lines, string? Marker);
