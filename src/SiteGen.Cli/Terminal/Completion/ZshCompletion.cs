using System.Collections.Immutable;
using System.Text;

namespace SiteGen.Cli.Terminal.Completion;

/// <summary>Completion for zsh, by its function <c>_arguments</c>.</summary>
internal static class ZshCompletion
{
    /// <summary>The script: a function for each command.</summary>
    public static string Write(ImmutableArray<CompletionNode> nodes)
    {
        var script = new StringBuilder("""
            #compdef sitegen
            # Completion of sitegen for zsh. Save it as _sitegen in a folder of $fpath, or put this line into ~/.zshrc, behind compinit:
            # source <(sitegen completion zsh)

            """);
        foreach (var node in nodes)
        {
            script.Append('\n').Append(FunctionFor(node));
        }

        return script.Append("""

            if [ "$funcstack[1]" = "_sitegen" ]; then
                _sitegen "$@"
            else
                compdef _sitegen sitegen
            fi

            """).ToString();
    }

    private static string FunctionFor(CompletionNode node)
    {
        var function = new StringBuilder($"{NameOf(node.Path)}() {{\n");
        var specs = node.Options.SelectMany(SpecsOf);
        if (node.Commands.IsEmpty)
        {
            specs = node.Argument is { } argument ? specs.Append($"'*{ActionOf(argument)}'") : specs;
            function.Append($"    _arguments -s -S \\\n        {string.Join(" \\\n        ", specs)}\n");
            return function.Append("}\n").ToString();
        }

        specs = [.. specs, "'1: :->command'", "'*:: :->rest'"];
        function.Append("    local curcontext=\"$curcontext\" state state_descr line\n    typeset -A opt_args\n");
        function.Append($"    _arguments -C -s -S \\\n        {string.Join(" \\\n        ", specs)}\n");
        function.Append("    case $state in\n        command)\n            local -a commands\n            commands=(\n");
        foreach (var (name, text) in node.Commands)
        {
            function.Append($"                '{name}:{Escaped(text, "\\:")}'\n");
        }

        function.Append("            )\n            _describe -t commands command commands ;;\n");
        function.Append("        rest)\n            case $words[1] in\n");
        foreach (var (name, _) in node.Commands)
        {
            function.Append($"                {name}) {NameOf($"{node.Path} {name}")} ;;\n");
        }

        return function.Append("            esac ;;\n    esac\n}\n").ToString();
    }

    private static IEnumerable<string> SpecsOf(CompletionOption option)
    {
        var excluded = option.IsRepeatable ? "*" : option.Names.Length > 1 ? $"({string.Join(' ', option.Names)})" : "";
        foreach (var name in option.Names)
        {
            var end = option.Value is null ? "" : name.StartsWith("--", StringComparison.Ordinal) ? "=" : "+";
            var value = option.Value is { } known ? ActionOf(known) : "";
            yield return $"'{excluded}{name}{end}[{Escaped(option.Text, "\\[]")}]{value}'";
        }
    }

    private static string ActionOf(CompletionValue value) => $":{Escaped(value.Name, "\\:")}:" + value.Kind switch
    {
        ValueKind.Folder => "_files -/",
        ValueKind.File => "_files",
        ValueKind.Choice => $"({string.Join(' ', value.Words)})",
        _ => " ",
    };

    private static string NameOf(string path) => $"_sitegen {path.Trim()}".Trim().Replace(' ', '_');

    // In single quotes, with a backslash before what has a meaning at this place.
    private static string Escaped(string text, string special)
    {
        foreach (var c in special)
        {
            text = text.Replace($"{c}", $"\\{c}", StringComparison.Ordinal);
        }

        return text.Replace("'", "'\\''", StringComparison.Ordinal);
    }
}
