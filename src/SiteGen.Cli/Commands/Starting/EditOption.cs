using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Pipeline.Starting;

namespace SiteGen.Cli.Commands.Starting;

/// <summary><c>--edit</c>: opens the file that a command has made.</summary>
internal sealed class EditOption(ConsoleReporter reporter, CancellationToken interrupted)
{
    /// <summary>The option.</summary>
    public Option<bool> Option { get; } = new("--edit", "-e") { Description = "Open it in your editor, which VISUAL or EDITOR names" };

    /// <summary>Writes a plan of one file and opens it; without an editor nothing is written.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="plan">Makes the plan.</param>
    /// <param name="siteFolder">The site's folder, as an absolute path.</param>
    /// <param name="next">What can be done next; null to leave that out.</param>
    public int Write(ParseResult line, Func<StartingPlan> plan, string siteFolder, string? next)
    {
        var isAsked = line.GetValue(Option);
        ImmutableArray<string> editor = isAsked ? OtherPrograms.Editor() : [];
        if (isAsked && editor.IsEmpty)
        {
            return reporter.Refuse(StartingCommandMessages.NoEditor());
        }

        var planned = plan();
        var exitCode = new StartingRun(reporter).Write(planned, siteFolder, isAsked ? null : next);
        if (exitCode != ExitCode.Done || !isAsked)
        {
            return exitCode;
        }

        var path = StartingRun.Shown(siteFolder, planned.Files[0].Path);
        if (OtherPrograms.Edit(editor, path, interrupted))
        {
            return ExitCode.Done;
        }

        reporter.Fail(StartingCommandMessages.EditorNotStarted(editor[0], path));
        return ExitCode.Environment;
    }
}
