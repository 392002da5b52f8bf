using System.Text.RegularExpressions;
using SiteGen.Pipeline.Tests.Corpora;

namespace SiteGen.Pipeline.Tests.Highlighting;

/// <summary>The blocks of code in blogs that other people wrote.</summary>
internal static partial class CorpusFences
{
    /// <summary>The blocks that name their language.</summary>
    public static IEnumerable<(string Language, string Code)> All()
    {
        var folder = Environment.GetEnvironmentVariable(Corpus.Variable) ?? "";
        foreach (var path in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (Match fence in Fence().Matches(File.ReadAllText(path).ReplaceLineEndings("\n")))
            {
                yield return (fence.Groups["language"].Value, fence.Groups["code"].Value);
            }
        }
    }

    /// <summary>The first name of a language; null when there is none of this name.</summary>
    public static string? NameOf(string language) => Languages.All
        .FirstOrDefault(source => source.Aliases.Append(source.Name).Contains(language, StringComparer.OrdinalIgnoreCase))?.Name;

    [GeneratedRegex(
        "^(?<fence>```+|~~~+)[ ]*(?<language>[\\w+#-]+)[^\\n]*\\n(?<code>.*?)^\\k<fence>[ ]*$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
