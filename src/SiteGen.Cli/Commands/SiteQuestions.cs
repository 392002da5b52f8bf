using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Caching;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Inspection;
using SiteGen.Pipeline.Loading;

namespace SiteGen.Cli.Commands;

/// <summary>What commands that ask about a site have in common: they plan it, and write nothing.</summary>
internal static class SiteQuestions
{
    /// <summary>Plans the site of a command line.</summary>
    /// <param name="reporter">Where problems of the configuration go.</param>
    /// <param name="site">The options of the command.</param>
    /// <param name="line">The command line.</param>
    /// <param name="ask">Asks, and returns the exit code.</param>
    /// <param name="interrupted">Stops the planning.</param>
    /// <returns>The exit code.</returns>
    public static int Ask(
        ConsoleReporter reporter, SiteArguments site, ParseResult line, Func<SiteInspector, int> ask, CancellationToken interrupted)
    {
        var (clock, invalidClock) = site.Clock(line);
        if (clock is null)
        {
            return reporter.Refuse(invalidClock);
        }

        var sources = site.Sources(line);
        var options = SiteFile.Load(sources, clock);
        if (options.Diagnostics.Any(problem => problem.IsError))
        {
            reporter.Report(options.Diagnostics, Verbosity.Normal);
            return ExitCode.Usage;
        }

        using var store = site.UsesCache(line) ? BuildCacheStore.Open(options.Value) : null;
        store?.BeginLoad();
        var tree = SourceScanner.ScanAll(options.Value);
        var plan = BuildPipeline.Plan(tree, options.Value, store?.Load() ?? BuildCache.Empty, interrupted);
        var exitCode = ask(plan.Inspect(SiteFile.List(sources)));
        if (plan.HasErrors && exitCode == ExitCode.Done && site.Verbosity(line) != Verbosity.Quiet)
        {
            reporter.Warn(CommandMessages.FilesWithErrors());
        }

        return exitCode;
    }
}
