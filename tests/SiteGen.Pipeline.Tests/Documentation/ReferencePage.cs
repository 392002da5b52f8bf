using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Documentation;

/// <summary>A fenced block: the words behind the fence, and the text.</summary>
internal sealed record Fence(string Kind, string Text);

/// <summary>A row of a table, with the heading it stands below and the table's first column.</summary>
internal sealed record TableRow(string Section, string FirstColumn, string[] Cells);

/// <summary>A page of the guide, taken apart as its readers see it.</summary>
internal sealed partial class ReferencePage(string path)
{
    private const string Nothing = "nothing";

    public string Text { get; } = Repository.Read(path).ReplaceLineEndings("\n");

    public IEnumerable<Fence> Fences =>
        FencedBlock().Matches(Text).Select(match => new Fence(match.Groups["kind"].Value, match.Groups["text"].Value));

    /// <summary>The pieces of code in running text.</summary>
    public IEnumerable<string> CodeSpans => CodeSpan()
        .Matches(FencedBlock().Replace(Text, ""))
        .Select(match => match.Groups["code"].Value.Replace("\\|", "|", StringComparison.Ordinal));

    public IEnumerable<TableRow> Rows
    {
        get
        {
            var (section, first) = ("", "");
            var lines = FencedBlock().Replace(Text, "").Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                section = lines[i].StartsWith('#') ? lines[i].Trim('#', ' ', '`') : section;
                if (!lines[i].StartsWith('|') || lines[i].StartsWith("|---", StringComparison.Ordinal))
                {
                    continue;
                }

                var cells = CellsOf(lines[i]);
                if (i + 1 < lines.Length && lines[i + 1].StartsWith("|---", StringComparison.Ordinal))
                {
                    first = cells[0];
                    continue;
                }

                yield return new TableRow(section, first, cells);
            }
        }
    }

    /// <summary>The page with every stated result as this function gives it.</summary>
    public string WithResults(Func<string, string> resultOf)
    {
        var text = Example().Replace(
            Text,
            match =>
                $"```scriban\n{match.Groups["code"].Value}```\n\n```output\n{resultOf(match.Groups["code"].Value).TrimEnd('\n')}\n```\n");
        return string.Join('\n', text.Split('\n').Select(line => WithResult(line, resultOf)));
    }

    /// <summary>What stands in a cell between its backticks.</summary>
    public static string CodeOf(string cell) => cell.Trim('`').Replace("\\|", "|", StringComparison.Ordinal);

    private static string WithResult(string line, Func<string, string> resultOf)
    {
        if (!line.StartsWith('|') || CellsOf(line) is not [_, _, ['`', '{', '{', ..] example, _] cells)
        {
            return line;
        }

        var result = resultOf(CodeOf(example));
        cells[3] = result.Length == 0
            ? Nothing
            : $"`{result.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "⏎", StringComparison.Ordinal)}`";
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string[] CellsOf(string line) => [.. Divider().Split(line.Trim().Trim('|')).Select(cell => cell.Trim())];

    [GeneratedRegex(
        "^```(?<kind>[^\n]*)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex FencedBlock();

    [GeneratedRegex(
        "^```scriban\n(?<code>.*?)^```\n\n```output\n.*?^```\n",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    [GeneratedRegex("`(?<code>[^`\n]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex Divider();
}
