using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;

namespace SiteGen.Cli.Commands.Starting;

/// <summary><c>sitegen new</c>: adds one thing to a site.</summary>
internal static class NewCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen new post \"Rain at last\"", "Begin a post"),
        new("sitegen new page About", "Begin a page"),
        new("sitegen new author \"Ana Ruiz\"", "Introduce an author"),
    ];

    /// <summary>The command, with a command of its own for each kind of thing.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted) =>
        new DocumentedCommand("new", "Add a post, a page, an author or files of the theme", s_examples)
        {
            NewPostCommand.Create(reporter, interrupted),
            NewPageCommand.Create(reporter, interrupted),
            NewAuthorCommand.Create(reporter),
            NewThemeCommand.Create(reporter),
        };
}
