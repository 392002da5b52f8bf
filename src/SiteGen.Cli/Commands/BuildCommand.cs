using System.Buffers;
using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SiteGen.Cli.Reports;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Caching;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Rules.Silencing;
using SiteGen.Pipeline.Threading;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Cli.Commands;

/// <summary><c>sitegen build</c>: the whole site, once.</summary>
internal static class BuildCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen build", "Build the blog in this folder into _site"),
        new("sitegen build -s blog -o public", "Build the blog in 'blog' into 'public'"),
        new("sitegen build -D -n", "See what is wrong, in drafts too, and write nothing"),
        new("sitegen build --strict -b https://example.org/", "Build to publish: a warning is an error"),
    ];

    private static Option<bool> Strict => new("--strict") { Description = "Treat warnings as errors: with any problem nothing is written" };

    private static Option<bool> DryRun => new("--dry-run", "-n") { Description = "Build without writing anything" };

    private static Option<string?> MaxWarnings => new("--max-warnings")
    {
        Description = "How many warnings are let pass: with more nothing is written",
        HelpName = "number",
    };

    private static Option<string?> BaselinePath => new("--baseline")
    {
        Description = "A file of known warnings, which are counted and not shown",
        HelpName = "file",
    };

    private static Option<bool> UpdateBaseline =>
        new("--update-baseline") { Description = "Write the warnings of this build into that file" };

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var (site, format) = (new SiteArguments(), new FormatArgument(ReportFormat.All));
        var (strict, dryRun, maxWarnings, baseline, update) = (Strict, DryRun, MaxWarnings, BaselinePath, UpdateBaseline);
        var command = new DocumentedCommand("build", "Build the site", s_examples)
        {
            strict, dryRun, maxWarnings, baseline, update, format.Option,
        };
        site.AddTo(command);
        command.SetAction(line =>
        {
            var (clock, invalidClock) = site.Clock(line);
            var (chosen, invalidFormat) = format.Read(line);
            var (most, file, updates) = (line.GetValue(maxWarnings), line.GetValue(baseline), line.GetValue(update));
            return clock is null ? reporter.Refuse(invalidClock)
                : chosen is null ? reporter.Refuse(invalidFormat)
                : most is not null && !IsCount(most) ? reporter.Refuse(CommandMessages.InvalidCount("--max-warnings", most))
                : updates && file is null ? reporter.Refuse(CommandMessages.NoBaselineToUpdate())
                : Run(reporter, new Request(
                    site.Sources(line)
                        .With("strict", line.GetValue(strict)).With("dry_run", line.GetValue(dryRun)).With("max_warnings", most),
                    site.Verbosity(line), clock, chosen, file, updates, site.UsesCache(line)), interrupted);
        });
        return command;
    }

    private static bool IsCount(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static int Run(ConsoleReporter reporter, Request request, CancellationToken interrupted)
    {
        var start = Stopwatch.GetTimestamp();
        var options = SiteFile.Load(request.Sources, request.Clock);
        if (options.Diagnostics.Any(problem => problem.IsError))
        {
            Report(reporter, request, options.Diagnostics, null, ExitCode.Usage);
            return ExitCode.Usage;
        }

        var (known, invalidBaseline) = ReadBaseline(request);
        if (known is null)
        {
            return reporter.Refuse(invalidBaseline);
        }

        var complete = options.Value with { Baseline = known };
        // Before anything is read: what a build writes must not be older than what the one before it wrote.
        using var claim = OutputClaim.Take(complete, interrupted);
        using var store = request.UsesCache ? BuildCacheStore.Open(complete) : null;
        store?.BeginBuild();
        var result = Build(reporter, request, complete, store, interrupted);
        var exitCode = ExitCodeOf(result, complete.Writing);
        Report(reporter, request, result.Diagnostics, result, exitCode);
        if (request.UpdatesBaseline && !complete.Writing.IsDryRun)
        {
            BaselineFile.Write(request.BaselinePath ?? "", result.Known);
        }

        if (request.Verbosity != Verbosity.Quiet)
        {
            var summary = BuildSummary.LinesFor(result, Stopwatch.GetElapsedTime(start), request.Verbosity);
            reporter.Report(summary.Append(ClosingLine.For(result, complete)), request.Format.IsLog);
        }

        return exitCode;
    }

    private static BuildResult Build(
        ConsoleReporter reporter, Request request, SiteOptions options, BuildCacheStore? store, CancellationToken interrupted)
    {
        var progress = new BuildProgress();
        using var line = request.ShowsProgress ? ProgressLine.Begin(reporter, progress) : null;
        progress.Begin("scan");
        var tree = SourceScanner.ScanAll(options, store is null ? null : store.Note);
        var result = BuildPipeline.Run(tree, options, store?.Load() ?? BuildCache.Empty, progress, interrupted);
        if (!result.IsUpToDate)
        {
            store?.Save(result.Cache);
        }

        return result;
    }

    private static int ExitCodeOf(BuildResult result, OutputOptions options) =>
        result.Diagnostics.Any(problem => problem.Rule == SiteRules.WriteFailed) ? ExitCode.Environment
        : result.Errors > 0 || options.Refuses(result.Diagnostics) ? ExitCode.SiteProblems
        : ExitCode.Done;

    private static (Baseline? Known, CommandMessage Problem) ReadBaseline(Request request)
    {
        if (request.BaselinePath is not { } path)
        {
            return (Baseline.Empty, default);
        }

        var baseline = BaselineFile.Read(path, out var isMissing);
        return isMissing && !request.UpdatesBaseline ? (null, CommandMessages.MissingBaseline(path))
            : !isMissing && baseline is null ? (null, CommandMessages.NotABaseline(path))
            : (request.UpdatesBaseline ? Baseline.OfAll : baseline, default);
    }

    private static void Report(
        ConsoleReporter reporter, Request request, ImmutableArray<Diagnostic> problems, BuildResult? result, int exitCode)
    {
        if (request.Format.Write is not { } write)
        {
            reporter.Report(problems, request.Verbosity);
            return;
        }

        ImmutableArray<Diagnostic> shown = request.Verbosity == Verbosity.Verbose
            ? problems
            : [.. problems.Where(problem => problem.Severity > DiagnosticSeverity.Note)];
        var paths = ReportPaths.For(request.Sources);
        var output = new ArrayBufferWriter<byte>();
        write(new BuildReport(ProgramVersion.Read(), shown, result, exitCode, paths), output);
        reporter.Write(output.WrittenMemory);
    }

    /// <summary>What the command line sets.</summary>
    private sealed record Request(
        OptionSources Sources,
        Verbosity Verbosity,
        TimeProvider Clock,
        ReportFormat Format,
        string? BaselinePath,
        bool UpdatesBaseline,
        bool UsesCache)
    {
        public bool ShowsProgress => Verbosity != Verbosity.Quiet && Format.Write is null;
    }
}
