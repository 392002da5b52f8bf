using System.Collections.Immutable;
using System.Text;

namespace SiteGen.Cli.Terminal.Completion;

/// <summary>Completion for fish, 3.0 and later.</summary>
internal static class FishCompletion
{
    private const string Frame = """
        # Completion of sitegen for fish. Save it as ~/.config/fish/completions/sitegen.fish
        function __sitegen_command
            set -l command ''
            for word in (commandline -opc)[2..-1]
                switch "$command $word"
                    case @paths@
                        set command (string trim -- "$command $word")
                end
            end
            test "$command" = "$argv[1]"
        end

        complete -c sitegen -f

        """;

    /// <summary>The script: a line for each thing that can be completed.</summary>
    public static string Write(ImmutableArray<CompletionNode> nodes)
    {
        var paths = nodes.Where(node => node.Path.Length > 0).Select(node => $"'{(node.Path.Contains(' ') ? "" : " ")}{node.Path}'");
        var script = new StringBuilder(Frame.Replace("@paths@", string.Join(' ', paths), StringComparison.Ordinal));
        foreach (var line in nodes.SelectMany(LinesOf))
        {
            script.Append(line).Append('\n');
        }

        return script.ToString();
    }

    private static IEnumerable<string> LinesOf(CompletionNode node)
    {
        var start = $"complete -c sitegen -n \"__sitegen_command '{node.Path}'\"";
        foreach (var (name, text) in node.Commands)
        {
            yield return $"{start} -a {name} -d {Quoted(text)}";
        }

        if (node.Commands.IsEmpty && node.Argument is { Kind: not ValueKind.Anything } argument)
        {
            yield return $"{start} {ValueOf(argument, isOption: false)}";
        }

        foreach (var option in node.Options)
        {
            var names = option.Names.Select(name =>
                name.StartsWith("--", StringComparison.Ordinal) ? $"-l {name[2..]}" : $"-s {name[1..]}");
            var value = option.Value is { } known ? " " + ValueOf(known, isOption: true) : "";
            yield return $"{start} {string.Join(' ', names)} -d {Quoted(option.Text)}{value}";
        }
    }

    private static string ValueOf(CompletionValue value, bool isOption) => value.Kind switch
    {
        ValueKind.File => isOption ? "-r -F" : "-F",
        ValueKind.Folder => $"{(isOption ? "-x " : "")}-a '(__fish_complete_directories)'",
        ValueKind.Choice => $"{(isOption ? "-x " : "")}-a {Quoted(string.Join(' ', value.Words))}",
        _ => "-x",
    };

    private static string Quoted(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
