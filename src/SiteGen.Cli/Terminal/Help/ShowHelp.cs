using System.CommandLine;
using System.CommandLine.Invocation;

namespace SiteGen.Cli.Terminal.Help;

/// <summary>What <c>--help</c> does on any command.</summary>
/// <remarks>Unlike the action of the package it leaves the problems of the command line: a word that is wrong is named.</remarks>
internal sealed class ShowHelp(ConsoleReporter reporter) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool Terminating => true;

    /// <summary>Whether a command line asks for help, and nothing in it is wrong but what is not there yet.</summary>
    public static bool IsAskedFor(ParseResult line) => line.Action is ShowHelp && line.UnmatchedTokens.Count == 0;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        reporter.Show(HelpText.For(parseResult.CommandResult.Command, reporter.PageWidth));
        return ExitCode.Done;
    }
}
