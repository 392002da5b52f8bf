using System.CommandLine;

namespace SiteGen.Cli.Commands;

/// <summary>The names that other programs have for our commands: Jekyll, Hugo, Hexo, Eleventy, Zola, Gatsby, Astro.</summary>
internal static class OtherNames
{
    private static readonly (string Ours, string[] Theirs)[] s_names =
    [
        ("build", ["b", "compile", "g", "gen", "generate", "make"]),
        ("serve", ["dev", "develop", "live", "preview", "s", "server", "start", "watch"]),
        ("init", ["create", "quickstart", "scaffold", "setup"]),
        ("new", ["add", "compose", "draft", "n", "page", "post"]),
        ("check", ["doctor", "lint", "validate"]),
        ("clean", ["clear"]),
        ("config", ["settings"]),
        ("list", ["ls"]),
        ("import", ["convert", "migrate"]),
    ];

    /// <summary>The command of ours that has this name elsewhere; null when there is none.</summary>
    public static Command? Find(string word, IEnumerable<Command> commands)
    {
        var ours = s_names.FirstOrDefault(name => name.Theirs.Contains(word, StringComparer.OrdinalIgnoreCase)).Ours;
        return commands.FirstOrDefault(command => command.Name == ours);
    }
}
