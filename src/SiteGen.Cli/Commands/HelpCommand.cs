using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;

namespace SiteGen.Cli.Commands;

/// <summary><c>sitegen help</c>: the same as <c>--help</c> after a command.</summary>
internal static class HelpCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen help", "Show every command"),
        new("sitegen help build", "Show what 'sitegen build' can do"),
    ];

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, RootCommand root)
    {
        var words = new Argument<string[]>("command") { Description = "The command (default: all of them)" };
        words.CompletionSources.Add(_ => CommandTree.SubcommandsOf(root).Select(subcommand => subcommand.Name));
        var command = new DocumentedCommand("help", "Show what there is, or what a command can do", s_examples) { words };
        command.SetAction(line => Run(reporter, root, line.GetValue(words) ?? []));
        return command;
    }

    private static int Run(ConsoleReporter reporter, Command root, string[] words)
    {
        var command = root;
        foreach (var word in words)
        {
            if (command.Subcommands.FirstOrDefault(next => next.Name == word || next.Aliases.Contains(word)) is not { } found)
            {
                return reporter.Refuse(UsageProblem.UnknownCommand(word, command));
            }

            command = found;
        }

        reporter.Show(HelpText.For(command, reporter.PageWidth));
        return ExitCode.Done;
    }
}
