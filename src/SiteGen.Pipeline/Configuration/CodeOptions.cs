namespace SiteGen.Pipeline.Configuration;

/// <summary>How code is shown.</summary>
/// <param name="IsOn">Whether it is coloured, and what stands behind its fence is read.</param>
/// <param name="Wraps">Whether long lines are wrapped; else their box scrolls.</param>
/// <param name="Copies">Whether readers get a button that copies it.</param>
public sealed record CodeOptions(bool IsOn, bool Wraps, bool Copies);
