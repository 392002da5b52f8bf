using System.Collections.Immutable;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Starting;

/// <summary>Why a command does not add to a site, or what its user should know.</summary>
/// <param name="Text">What is wrong: present tense, values quoted, no full stop.</param>
/// <param name="Hint">What to do about it; null if there is nothing to add.</param>
public sealed record StartingProblem(string Text, string? Hint);

/// <summary>What a command is about to add to a site; nothing is written yet.</summary>
/// <param name="Files">The files, in the order in which they are written.</param>
public sealed record StartingPlan(ImmutableArray<NewFile> Files)
{
    /// <summary>Why nothing is to be written; null when nothing is wrong.</summary>
    public StartingProblem? Problem { get; init; }

    /// <summary>The problems of the files that were read for it; after an error nothing is to be written.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>A plan that is refused.</summary>
    public static StartingPlan Refused(StartingProblem problem) => new([]) { Problem = problem };
}
