using System.CommandLine;
using SiteGen.Cli.Terminal;

namespace SiteGen.Cli.Commands.Starting;

/// <summary><c>sitegen new</c>: adds one thing to a site.</summary>
internal static class NewCommand
{
    /// <summary>The command, with a command of its own for each kind of thing.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted) =>
        new("new", "Add a post, a page, an author or a template to copy")
        {
            NewPostCommand.Create(reporter, interrupted),
            NewPageCommand.Create(reporter, interrupted),
            NewAuthorCommand.Create(reporter),
            NewThemeCommand.Create(reporter),
        };
}
