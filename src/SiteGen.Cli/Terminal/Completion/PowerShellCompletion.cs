using System.Collections.Immutable;
using System.Text;

namespace SiteGen.Cli.Terminal.Completion;

/// <summary>Completion for PowerShell, 5.1 and later. Where it says nothing, PowerShell completes files by itself.</summary>
internal static class PowerShellCompletion
{
    private const string Frame = """
        # Completion of sitegen for PowerShell. Put this line into $PROFILE: sitegen completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName 'sitegen', 'sitegen.exe' -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $paths = @(@paths@)
            $command = ''
            $before = ''
            foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
                if ($element.Extent.EndOffset -lt $cursorPosition) {
                    $before = $element.ToString()
                    $path = "$command $before".Trim()
                    if ($paths -ccontains $path) { $command = $path }
                }
            }

            $words = switch -CaseSensitive -Exact ("$command|$before") {
        @values@        default {
                    switch -CaseSensitive -Exact ($command) {
        @words@            }
                }
            }

            $words | Where-Object { $_ -and $_.StartsWith($wordToComplete, [StringComparison]::Ordinal) } | ForEach-Object {
                $word, $text = $_ -split '\|', 2
                [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $text)
            }
        }

        """;

    /// <summary>The script.</summary>
    public static string Write(ImmutableArray<CompletionNode> nodes)
    {
        var paths = nodes.Where(node => node.Path.Length > 0).Select(node => Quoted(node.Path));
        return Frame.Replace("@paths@", string.Join(", ", paths), StringComparison.Ordinal)
            .Replace("@values@", ValuesOf(nodes), StringComparison.Ordinal)
            .Replace("@words@", WordsOf(nodes), StringComparison.Ordinal);
    }

    private static string ValuesOf(ImmutableArray<CompletionNode> nodes)
    {
        var cases = new StringBuilder();
        foreach (var node in nodes)
        {
            foreach (var option in node.Options.Where(option => option.Value is not null))
            {
                var words = option.Value is { Kind: ValueKind.Choice, Words: var choices } ? choices : [];
                foreach (var name in option.Names)
                {
                    var offered = string.Join("; ", words.Select(word => Pair(word, word)));
                    cases.Append($"        {Quoted($"{node.Path}|{name}")} {{ {offered} }}\n");
                }
            }
        }

        return cases.ToString();
    }

    private static string WordsOf(ImmutableArray<CompletionNode> nodes)
    {
        var cases = new StringBuilder();
        foreach (var node in nodes)
        {
            var choices = node.Argument is { Kind: ValueKind.Choice, Words: var words }
                ? words.Select(word => Pair(word, word))
                : [];
            string[] pairs =
            [
                .. node.Commands.Select(command => Pair(command.Name, command.Text)),
                .. choices,
                .. node.Options.SelectMany(option => option.Names.Select(name => Pair(name, option.Text))),
            ];
            cases.Append($"                {Quoted(node.Path)} {{\n                    ");
            cases.AppendJoin("\n                    ", pairs).Append("\n                }\n");
        }

        return cases.ToString();
    }

    // A completion without a description is refused.
    private static string Pair(string word, string text) => Quoted($"{word}|{(text.Length == 0 ? word : text)}");

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
