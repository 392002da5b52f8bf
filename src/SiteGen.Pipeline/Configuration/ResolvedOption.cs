using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>An option with its value and where that was written, for <c>sitegen config</c>.</summary>
/// <param name="Key">The key; inside another <c>feeds.entries</c>.</param>
/// <param name="Value">The value in one line of YAML.</param>
/// <param name="Origin">Where it was written: a file, a variable, <c>command line</c>, or <c>default</c>.</param>
/// <param name="At">Where in the file; <see cref="LinePosition.None"/> for no file.</param>
public sealed record ResolvedOption(string Key, string Value, string Origin, LinePosition At)
{
    /// <summary>The origin with the line and the column in the file.</summary>
    public string Location => At == LinePosition.None ? Origin : FormattableString.Invariant($"{Origin}({At.Line},{At.Column})");

    /// <summary>Whether it is not set anywhere.</summary>
    public bool IsDefault => Origin == "default";
}
