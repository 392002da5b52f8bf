namespace SiteGen.Pipeline.Content;

/// <summary>The distinct terms of a body.</summary>
/// <remarks>
/// For each term one byte, its length with the highest bit set when it is in a heading, and its UTF-8; in the order of the text.
/// </remarks>
/// <param name="Stored">Where they are.</param>
internal sealed record SearchTerms(StoredBytes Stored);
