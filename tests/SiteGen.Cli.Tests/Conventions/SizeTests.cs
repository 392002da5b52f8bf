using System.Text.RegularExpressions;

namespace SiteGen.Cli.Tests.Conventions;

/// <summary>The hard limits; CONTRIBUTING.md has the ones to aim for.</summary>
public sealed partial class SizeTests
{
    private const int LongestFile = 500;
    private const int LongestFunction = 80;

    // Files that may break a limit, each with its reason. Empty, and meant to stay so.
    private static readonly HashSet<string> s_exceptions = [];

    [Fact]
    public void No_file_is_longer_than_500_lines() =>
        Assert.Empty(Measured().Where(file => file.Text.Count(c => c == '\n') > LongestFile).Select(file => file.Path));

    [Fact]
    public void No_function_is_longer_than_80_lines() =>
        Assert.Empty(Measured().SelectMany(file => Functions(file.Lines)
            .Where(function => function.Length > LongestFunction)
            .Select(function => $"{file.Path}:{function.Start + 1} has {function.Length} lines")));

    [Fact]
    public void Functions_are_measured_with_their_braces()
    {
        string[] lines = ["class A", "{", "    void F(int a)", "    {", "        if (a > 0)", "        {", "        }", "    }", "", "    int G(int a) => a switch", "    {", "        _ => 1,", "    };", "}"];
        Assert.Equal([(3, 5), (10, 3)], Functions(lines));
    }

    // Nobody reads a generated table from beginning to end.
    private static IEnumerable<CodeFile> Measured() =>
        CodeFile.All.Where(file => !s_exceptions.Contains(file.Path) && !file.Path.EndsWith(".Generated.cs", StringComparison.Ordinal));

    // A block is a function's when what stands before it closes a parameter list and is no statement.
    private static IEnumerable<(int Start, int Length)> Functions(string[] lines)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            var indent = lines[i][..(lines[i].Length - lines[i].TrimStart().Length)];
            if (lines[i].Trim() != "{" || !Head().IsMatch(lines[i - 1]) || Statement().IsMatch(FirstLine(lines, i, indent)))
            {
                continue;
            }

            var end = Array.FindIndex(lines, i, line => line.StartsWith(indent + "}", StringComparison.Ordinal));
            yield return (i, end - i + 1);
        }
    }

    // A parameter list may take several lines, each further in than the first.
    private static string FirstLine(string[] lines, int brace, string indent)
    {
        var line = brace - 1;
        while (line > 0 && lines[line].StartsWith(indent + " ", StringComparison.Ordinal))
        {
            line--;
        }

        return lines[line];
    }

    [GeneratedRegex(@"\)\s*(where .*)?$|\)\s*=>.*\bswitch\s*$|^\s*where .*$|^\s*(get|set|init)$|=>\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"^\s*(if|else|for|foreach|while|switch|using|lock|fixed|catch|return|\(|&&|\|\|)\b|\b(class|record|struct|interface)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Statement();
}
