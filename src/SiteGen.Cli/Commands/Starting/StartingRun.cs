using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Starting;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Cli.Commands.Starting;

/// <summary>What the commands that add to a site have in common: its options are read, files are planned, then written.</summary>
internal sealed class StartingRun(ConsoleReporter reporter)
{
    /// <summary>The options of the site that a command line names; null when they have errors, which are reported.</summary>
    public SiteOptions? Load(SiteArguments site, ParseResult line, TimeProvider clock) =>
        SiteQuestions.LoadOptions(reporter, site.Sources(line), clock);

    /// <summary>Reports why nothing is written.</summary>
    public int Refuse(StartingProblem problem)
    {
        reporter.Fail(new CommandMessage(problem.Text, problem.Hint));
        return ExitCode.Usage;
    }

    /// <summary>Writes all files of a plan and says where each is, or writes none because of a problem.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="siteFolder">The site's folder, as an absolute path.</param>
    /// <param name="next">What can be done next; null to leave that out.</param>
    public int Write(StartingPlan plan, string siteFolder, string? next)
    {
        reporter.Report(plan.Diagnostics, Verbosity.Normal);
        if (plan.Problem is { } problem)
        {
            return Refuse(problem);
        }

        if (plan.Diagnostics.Any(found => found.IsError))
        {
            return ExitCode.SiteProblems;
        }

        var folder = new NewSourceFiles(siteFolder);
        var obstacle = plan.Files.Select(folder.ObstacleTo).FirstOrDefault(found => found.Obstacle != FileObstacle.None);
        var exitCode = obstacle.Obstacle == FileObstacle.None
            ? WriteAll(plan.Files, folder, siteFolder)
            : Refuse(obstacle, siteFolder);
        if (exitCode == ExitCode.Done && next is not null)
        {
            reporter.WriteError($"  hint: {next}\n");
        }

        return exitCode;
    }

    /// <summary>Adds one file; a refusal of the system is reported, and is null.</summary>
    public (FileObstacle Obstacle, string Path)? TryAdd(NewSourceFiles folder, NewFile file, string siteFolder)
    {
        try
        {
            return folder.Add(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            reporter.Fail(StartingCommandMessages.NotWritten(Shown(siteFolder, file.Path), SystemRefusal.Reason(exception)));
            return null;
        }
    }

    /// <summary>The path of a file of a site, from the folder in which the program was started.</summary>
    public static string Shown(string siteFolder, string path) =>
        Path.GetRelativePath(Path.GetFullPath("."), Path.Combine(siteFolder, path.Replace('/', Path.DirectorySeparatorChar)));

    private int WriteAll(ImmutableArray<NewFile> files, NewSourceFiles folder, string siteFolder)
    {
        foreach (var file in files)
        {
            if (TryAdd(folder, file, siteFolder) is not { } added)
            {
                return ExitCode.Environment;
            }

            if (added.Obstacle != FileObstacle.None)
            {
                return Refuse(added, siteFolder);
            }

            reporter.WriteResult(Shown(siteFolder, file.Path));
        }

        return ExitCode.Done;
    }

    private int Refuse((FileObstacle Obstacle, string Path) obstacle, string siteFolder) => Refuse(StartingMessages.InTheWay(
        obstacle.Obstacle, obstacle.Obstacle == FileObstacle.Outside ? obstacle.Path : Shown(siteFolder, obstacle.Path)));
}
