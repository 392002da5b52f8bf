using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Invocation;
using SiteGen.Cli.Terminal.Help;

namespace SiteGen.Cli.Commands;

/// <summary><c>sitegen version</c>: the same as <c>--version</c>.</summary>
internal static class VersionCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen version", "Show the version, for a report of a problem"),
        new("sitegen --version", "The same"),
    ];

    /// <summary>The command.</summary>
    /// <param name="show">What <c>--version</c> does.</param>
    public static Command Create(CommandLineAction show) =>
        new DocumentedCommand("version", "Show the version", s_examples) { Action = show };
}
