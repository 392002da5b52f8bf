namespace SiteGen.Text;

/// <summary>The message of a problem whose location is not known yet. Created by the factories beside the rules.</summary>
/// <param name="Rule">The kind of problem.</param>
/// <param name="Text">What is wrong, in the author's words: present tense, values quoted, no full stop.</param>
/// <param name="Hint">What to do about it; null if there is nothing to add.</param>
public readonly record struct DiagnosticMessage(DiagnosticRule Rule, string Text, string? Hint);
