using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Conventions;

/// <summary>One source file, as written and as code alone: comments and the insides of strings blanked, line for line.</summary>
internal sealed partial record CodeFile(string Path, string Text, string Code)
{
    /// <summary>Every source file of the program.</summary>
    public static IReadOnlyList<CodeFile> Program { get; } = [.. Below("src")];

    /// <summary>Every source file of the program and its tests.</summary>
    public static IReadOnlyList<CodeFile> All { get; } = [.. Program, .. Below("tests")];

    /// <summary>The lines of code.</summary>
    public string[] Lines => Code.Split('\n');

    /// <summary>The places where the code holds a match: <c>path:line: text</c>.</summary>
    public IEnumerable<string> Find(Regex pattern)
    {
        var lines = Text.Split('\n');
        return Lines.Select((line, index) => (line, index)).Where(at => pattern.IsMatch(at.line))
            .Select(at => $"{Path}:{at.index + 1}: {lines[at.index].Trim()}");
    }

    /// <summary>Blanks comments and the insides of strings and characters.</summary>
    public static string CodeOf(string text)
    {
        var code = new StringBuilder(text);
        foreach (var match in NotCode().EnumerateMatches(text))
        {
            for (var i = match.Index; i < match.Index + match.Length; i++)
            {
                if (text[i] != '\n')
                {
                    code[i] = ' ';
                }
            }
        }

        return code.ToString();
    }

    private static IEnumerable<CodeFile> Below(string folder) => Repository.Files(folder)
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
        .Select(path => (path, text: Repository.Read(path)))
        .Select(file => new CodeFile(file.path, file.text, CodeOf(file.text)));

    // Raw strings, line comments, block comments, verbatim strings, strings, characters: whichever starts first.
    [GeneratedRegex("""
        "{3}[\s\S]*?"{3}|//[^\n]*|/\*[\s\S]*?\*/|@\$?"([^"]|"")*"|"(\\.|[^"\\\n])*"|'(\\[^\n]{1,9}?|[^'\\\n])'
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NotCode();
}
