using System.Collections.Immutable;

namespace SiteGen.Pipeline.Inspection;

/// <summary>The answer to <c>sitegen explain</c>: a sentence and its details.</summary>
/// <param name="Subject">What was asked about, as the site calls it.</param>
/// <param name="Summary">The answer in one sentence.</param>
/// <param name="Sections">The details.</param>
public sealed record Explanation(string Subject, string Summary, ImmutableArray<ExplanationSection> Sections);

/// <summary>A part of an explanation.</summary>
/// <param name="Name">What it is about, in snake case.</param>
/// <param name="Rows">Its rows.</param>
public sealed record ExplanationSection(string Name, Listing Rows);
