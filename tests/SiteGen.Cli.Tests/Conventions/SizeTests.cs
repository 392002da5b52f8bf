using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Conventions;

/// <summary>The sizes that CONTRIBUTING.md names: what is larger has two ideas in it.</summary>
public sealed partial class SizeTests
{
    private const int LongestLine = 140;
    private const int LongestFile = 300;
    private const int LongestFunction = 40;
    private const int LargestFolder = 20;

    // What may be larger, each with its reason.
    private static readonly Dictionary<string, string> s_exceptions = new(StringComparer.Ordinal)
    {
        ["src/SiteGen.Pipeline/Configuration/OptionsResolver.cs"] = "the function is the table of options, a row for each",
        ["src/SiteGen.Templating/Nodes"] = "a file for each kind of node",
        ["tests/SiteGen.Pipeline.Tests/Sites"] = "a file for each thing that a site has",
    };

    [Fact]
    public void No_line_of_the_program_is_longer_than_140_columns() => Assert.Empty(LongLines("src/"));

    // Templates inside of a test and search patterns are lines that cannot be broken.
    [Fact]
    public void At_most_one_line_in_500_of_the_tests_is_longer_than_140_columns()
    {
        var lines = LongLines("tests/");
        Assert.True(lines.Length <= Measured("tests/").Sum(file => file.Lines.Length) / 500, string.Join('\n', lines));
    }

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.Empty(Measured().Where(file => file.Text.Count(c => c == '\n') > LongestFile).Select(file => file.Path));

    [Fact]
    public void No_function_is_longer_than_40_lines() => Assert.Equal(
        s_exceptions.Keys.Where(path => path.EndsWith(".cs", StringComparison.Ordinal)),
        Measured().Where(file => LongFunctions(file).Any()).Select(file => file.Path));

    [Fact]
    public void No_folder_has_more_than_20_files() => Assert.Equal(
        s_exceptions.Keys.Where(path => !path.EndsWith(".cs", StringComparison.Ordinal)),
        Measured().GroupBy(file => file.Path[..file.Path.LastIndexOf('/')])
            .Where(folder => folder.Count() > LargestFolder)
            .Select(folder => folder.Key));

    [Fact]
    public void The_sizes_are_those_of_the_rules_for_contributors()
    {
        var rules = Repository.Read("CONTRIBUTING.md");
        Assert.All(
            [$"{LongestLine} columns", $"{LongestFunction} lines", $"{LongestFile} lines", $"{LargestFolder} files"],
            size => Assert.Contains(size, rules, StringComparison.Ordinal));
    }

    [Fact]
    public void Functions_are_measured_with_their_braces()
    {
        string[] lines =
        [
            "class A", "{", "    void F(int a)", "    {", "        if (a > 0)", "        {", "        }",
            "    }", "", "    int G(int a) => a switch", "    {", "        _ => 1,", "    };", "}"
        ];
        Assert.Equal([(3, 5), (10, 3)], Functions(lines));
    }

    // Nobody reads a generated table from beginning to end.
    private static IEnumerable<CodeFile> Measured(string folder = "") => CodeFile.All.Where(
        file => file.Path.StartsWith(folder, StringComparison.Ordinal) && !file.Path.EndsWith(".Generated.cs", StringComparison.Ordinal));

    private static string[] LongLines(string folder) =>
        [.. Measured(folder).SelectMany(file => file.Lines
            .Select((line, index) => (line, index))
            .Where(at => at.line.Length > LongestLine)
            .Select(at => $"{file.Path}:{at.index + 1}"))];

    private static IEnumerable<(int Start, int Length)> LongFunctions(CodeFile file) =>
        Functions(file.Lines).Where(function => function.Length > LongestFunction);

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

    [GeneratedRegex(
        @"^\s*(if|else|for|foreach|while|switch|using|lock|fixed|catch|return|\(|&&|\|\|)\b|\b(class|record|struct|interface)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Statement();
}
