using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Pipeline.Starting;

namespace SiteGen.Cli.Commands.Starting;

/// <summary><c>sitegen new theme</c>: copies of files of the built-in theme, to change them.</summary>
internal static class NewThemeCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen new theme", "List the files of the built-in theme"),
        new("sitegen new theme partials/footer.html", "Copy one into templates/, where yours takes its place"),
    ];

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter)
    {
        var site = new SiteArguments();
        var files = new Argument<string[]>("file")
        {
            Description = "Files of the built-in theme, such as partials/footer.html; without any, all are listed",
            Arity = ArgumentArity.ZeroOrMore,
        };
        files.Validators.Add(UsageProblem.RefuseEmpty);
        var all = new Option<bool>("--all") { Description = "Copy all of them" };
        var command = new DocumentedCommand("theme", "Copy files of the built-in theme, to change them", s_examples) { files, all };
        site.AddFolderTo(command);
        command.SetAction(line =>
        {
            var (names, isAll) = (line.GetValue(files) ?? [], line.GetValue(all));
            var unknown = WordsArgument.UnknownOption(line, names);
            if (unknown is not null || (names.Length > 0 && isAll))
            {
                return reporter.Refuse(unknown ?? StartingCommandMessages.NamesAndAll());
            }

            if (names.Length == 0 && !isAll)
            {
                return List(reporter, site.Verbosity(line));
            }

            var run = new StartingRun(reporter);
            return run.Load(site, line, SiteArguments.SystemClock) is { } options
                ? run.Write(
                    isAll ? ThemeCopy.PlanAll(options) : ThemeCopy.Plan(names, options),
                    options.SourceFolder,
                    site.Verbosity(line) == Verbosity.Quiet ? null : "'sitegen serve' shows at once what you change in them")
                : ExitCode.Usage;
        });
        return command;
    }

    private static int List(ConsoleReporter reporter, Verbosity verbosity)
    {
        foreach (var name in ThemeCopy.Names)
        {
            reporter.WriteResult(name);
        }

        if (verbosity != Verbosity.Quiet)
        {
            reporter.WriteError("\nName one or more of them to copy them into templates/, where you can change them.\n");
        }

        return ExitCode.Done;
    }
}
