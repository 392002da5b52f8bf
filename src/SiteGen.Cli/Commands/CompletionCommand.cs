using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Completion;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Text;

namespace SiteGen.Cli.Commands;

/// <summary><c>sitegen completion</c>: a script with which a shell completes our commands and options.</summary>
/// <remarks>Made of the commands themselves; the program is not called during completion.</remarks>
internal static class CompletionCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen completion bash", "For ~/.bashrc: eval \"$(sitegen completion bash)\""),
        new("sitegen completion zsh", "For a file _sitegen in a folder of $fpath"),
        new("sitegen completion fish", "For ~/.config/fish/completions/sitegen.fish"),
        new("sitegen completion powershell", "For $PROFILE: ... | Out-String | Invoke-Expression"),
    ];

    private static readonly ImmutableArray<(string Name, Func<ImmutableArray<CompletionNode>, string> Write)> s_shells =
    [
        ("bash", BashCompletion.Write),
        ("zsh", ZshCompletion.Write),
        ("fish", FishCompletion.Write),
        ("powershell", PowerShellCompletion.Write),
    ];

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, RootCommand root)
    {
        var shell = new Argument<string>("shell") { Description = "The shell: bash, zsh, fish or powershell" };
        shell.CompletionSources.Add(_ => s_shells.Select(known => known.Name));
        shell.Validators.Add(UsageProblem.RefuseEmpty);
        var command = new DocumentedCommand("completion", "Write a script that completes commands in your shell", s_examples) { shell };
        command.SetAction(line => Run(reporter, root, line.GetValue(shell) ?? ""));
        return command;
    }

    private static int Run(ConsoleReporter reporter, RootCommand root, string name)
    {
        var names = s_shells.Select(shell => shell.Name).ToArray();
        if (s_shells.FirstOrDefault(shell => shell.Name == name).Write is not { } write)
        {
            return reporter.Refuse(CommandMessages.UnknownShell(name, Suggestion.For(name, names), names));
        }

        reporter.Show(write(CompletionNode.AllOf(root)));
        return ExitCode.Done;
    }
}
