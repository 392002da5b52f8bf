using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Caching;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Inspection;
using SiteGen.Pipeline.Loading;

namespace SiteGen.Cli.Commands;

/// <summary>What the commands have in common that read or plan a site and do not build it.</summary>
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
        if (LoadOptions(reporter, sources, clock) is not { } options)
        {
            return ExitCode.Usage;
        }

        var plan = Plan(options, site.UsesCache(line), interrupted);
        var exitCode = ask(plan.Inspect(sources));
        if (plan.HasErrors && exitCode == ExitCode.Done && site.Verbosity(line) != Verbosity.Quiet)
        {
            reporter.Warn(CommandMessages.FilesWithErrors());
        }

        return exitCode;
    }

    /// <summary>The options of a site; null when they have errors, which are reported as by a build.</summary>
    public static SiteOptions? LoadOptions(ConsoleReporter reporter, OptionSources sources, TimeProvider clock)
    {
        var options = SiteFile.Load(sources, clock);
        if (!options.Diagnostics.Any(problem => problem.IsError))
        {
            return options.Value;
        }

        reporter.Report(options.Diagnostics, Verbosity.Normal);
        return null;
    }

    /// <summary>Plans a site with the cache that builds left, and leaves none.</summary>
    public static SitePlan Plan(SiteOptions options, bool usesCache, CancellationToken interrupted)
    {
        using var store = usesCache ? BuildCacheStore.Open(options) : null;
        store?.BeginSources();
        return BuildPipeline.Plan(SourceScanner.ScanAll(options), options, store?.LoadSources() ?? BuildCache.Empty, interrupted);
    }
}
