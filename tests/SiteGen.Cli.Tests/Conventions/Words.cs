using System.Text.RegularExpressions;

namespace SiteGen.Cli.Tests.Conventions;

/// <summary>Patterns for words in code.</summary>
internal static class Words
{
    /// <summary>Any of these words or phrases, whole; not as a member of something else.</summary>
    public static Regex Of(params string[] words) =>
        new($@"(?<![\w.])({string.Join('|', words.Select(Regex.Escape))})(?!\w)", RegexOptions.CultureInvariant);
}
