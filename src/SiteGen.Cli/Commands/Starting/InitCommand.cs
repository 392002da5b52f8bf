using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Starting;
using SiteGen.Pipeline.Writing;

namespace SiteGen.Cli.Commands.Starting;

/// <summary><c>sitegen init</c>: a small site to start from.</summary>
internal static class InitCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen init blog", "Make a small blog in the folder 'blog'"),
        new("sitegen init blog --title \"Slow Trains\"", "The same, with a title"),
        new("sitegen init --force", "Add what is missing to the blog in this folder"),
    ];

    private static Option<string?> Title => new("--title")
    {
        Description = "The title of the blog (default: the folder's name)",
        HelpName = "text",
    };

    private static Option<bool> Force =>
        new("--force") { Description = "Add what is missing to a folder with files in it, and change none of them" };

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter)
    {
        var site = new SiteArguments();
        var folder = new Argument<string>("folder")
        {
            Description = "The folder, which need not be there yet (default: this folder)",
            DefaultValueFactory = _ => ".",
        };
        folder.Validators.Add(UsageProblem.RefuseEmpty);
        var (title, force) = (Title, Force);
        var command = new DocumentedCommand("init", "Start a new blog", s_examples) { folder, title, force };
        site.AddClockTo(command);
        site.AddQuietTo(command);
        command.SetAction(line =>
        {
            var (clock, invalidClock) = site.Clock(line);
            var request = new Request(line.GetValue(folder) ?? ".", line.GetValue(title), line.GetValue(force), site.Verbosity(line));
            return clock is null ? reporter.Refuse(invalidClock)
                : WordsArgument.UnknownOption(line, [request.Folder]) is { } unknown ? reporter.Refuse(unknown)
                : Run(reporter, clock, request);
        });
        return command;
    }

    private static int Run(ConsoleReporter reporter, TimeProvider clock, Request request)
    {
        var (run, siteFolder) = (new StartingRun(reporter), Path.GetFullPath(request.Folder));
        var folder = new NewSourceFiles(siteFolder);
        if (folder.IsFile || (!folder.IsEmpty && !request.IsForced))
        {
            return run.Refuse(folder.IsFile
                ? StartingMessages.FolderIsFile(request.Folder)
                : StartingMessages.FolderInUse(request.Folder));
        }

        // A folder that is empty, or not there, has the options of every site.
        var options = folder.IsEmpty
            ? OptionsResolver.Resolve(RawOptions.None.With("source", siteFolder), "", clock).Value
            : SiteQuestions.LoadOptions(reporter, new OptionSources(RawOptions.None.With("source", siteFolder)), clock);
        if (options is null)
        {
            return ExitCode.Usage;
        }

        var plan = StarterSite.Plan(request.Title ?? StarterSite.TitleOf(siteFolder), options);
        return plan.Problem is { } problem ? run.Refuse(problem) : Write(reporter, plan, folder, siteFolder, request);
    }

    private static int Write(ConsoleReporter reporter, StartingPlan plan, NewSourceFiles folder, string siteFolder, Request request)
    {
        var run = new StartingRun(reporter);
        foreach (var file in plan.Files)
        {
            if (run.TryAdd(folder, file, siteFolder) is not { } added)
            {
                return ExitCode.Environment;
            }

            if (added.Obstacle is not (FileObstacle.None or FileObstacle.Exists))
            {
                return run.Refuse(StartingMessages.InTheWay(added.Obstacle, StartingRun.Shown(siteFolder, added.Path)));
            }

            reporter.WriteResult($"{(added.Obstacle == FileObstacle.None ? "added" : "kept ")} {StartingRun.Shown(siteFolder, file.Path)}");
        }

        if (request.Verbosity != Verbosity.Quiet)
        {
            reporter.WriteError(NextSteps(StartingRun.Shown(siteFolder, ".")));
        }

        return ExitCode.Done;
    }

    private static string NextSteps(string folder)
    {
        var enter = folder == "." ? "" : $"  cd {(folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder)}\n";
        return $"""

            What to do next:
            {enter}  sitegen serve -O             see your blog while you write
              sitegen new post "A title"   begin a post
              sitegen build                make the pages to publish, in _site

            """.ReplaceLineEndings("\n");
    }

    /// <summary>What the command line sets.</summary>
    private sealed record Request(string Folder, string? Title, bool IsForced, Verbosity Verbosity);
}
