using System.Collections.Immutable;
using System.Text;

namespace SiteGen.Cli.Terminal.Completion;

/// <summary>Completion for bash, 3.2 and later: the one that macOS has.</summary>
internal static class BashCompletion
{
    private const string Frame = """
        # Completion of sitegen for bash. Put this line into ~/.bashrc: eval "$(sitegen completion bash)"
        _sitegen_lines() {
            local IFS=$'\n'
            COMPREPLY=($(compgen "$@"))
        }

        _sitegen() {
            local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' commands='' options='' i
            COMPREPLY=()
            # '--name=value' is three words here.
            if [[ $word == '=' ]]; then
                word=''
            elif [[ $before == '=' ]]; then
                before=${COMP_WORDS[COMP_CWORD - 2]}
            fi

            for ((i = 1; i < COMP_CWORD; i++)); do
                case "$command ${COMP_WORDS[i]}" in
                    @paths@)
                        command="${command:+$command }${COMP_WORDS[i]}" ;;
                esac
            done

            case "$command|$before" in
        @values@    esac

            case "$command" in
        @words@    esac

            if [[ $word == -* || -z $commands ]]; then
                COMPREPLY=($(compgen -W "$options" -- "$word"))
            else
                COMPREPLY=($(compgen -W "$commands" -- "$word"))
            fi
        }

        complete -F _sitegen sitegen sitegen.exe

        """;

    /// <summary>The script.</summary>
    public static string Write(ImmutableArray<CompletionNode> nodes)
    {
        var paths = nodes.Where(node => node.Path.Length > 0).Select(node => $"'{(node.Path.Contains(' ') ? "" : " ")}{node.Path}'");
        return Frame.Replace("@paths@", string.Join(" | ", paths), StringComparison.Ordinal)
            .Replace("@values@", ValuesOf(nodes), StringComparison.Ordinal)
            .Replace("@words@", WordsOf(nodes), StringComparison.Ordinal);
    }

    private static string ValuesOf(ImmutableArray<CompletionNode> nodes)
    {
        var cases = new StringBuilder();
        var all = nodes.SelectMany(node => node.Options.Where(option => option.Value is not null)
            .SelectMany(option => option.Names.Select(name => (Pattern: $"'{node.Path}|{name}'", Reply: ReplyOf(option.Value)))));
        foreach (var group in all.GroupBy(pair => pair.Reply, pair => pair.Pattern))
        {
            cases.Append($"        {string.Join(" | ", group)})\n            {group.Key}return ;;\n");
        }

        return cases.ToString();
    }

    private static string WordsOf(ImmutableArray<CompletionNode> nodes)
    {
        var cases = new StringBuilder();
        foreach (var node in nodes)
        {
            cases.Append($"        '{node.Path}')\n");
            cases.Append($"            options='{string.Join(' ', node.Options.SelectMany(option => option.Names))}'\n");
            if (!node.Commands.IsEmpty)
            {
                cases.Append($"            commands='{string.Join(' ', node.Commands.Select(command => command.Name))}'\n");
            }
            else if (node.Argument is { Kind: not ValueKind.Anything })
            {
                cases.Append($"            if [[ $word != -* ]]; then\n                {ReplyOf(node.Argument)}return\n            fi\n");
            }

            cases.Append("            ;;\n");
        }

        return cases.ToString();
    }

    private static string ReplyOf(CompletionValue? value) => value switch
    {
        { Kind: ValueKind.Folder } => "compopt -o filenames 2>/dev/null; _sitegen_lines -d -- \"$word\"; ",
        { Kind: ValueKind.File } => "compopt -o filenames 2>/dev/null; _sitegen_lines -f -- \"$word\"; ",
        { Kind: ValueKind.Choice, Words: var words } => $"COMPREPLY=($(compgen -W '{string.Join(' ', words)}' -- \"$word\")); ",
        _ => "",
    };
}
