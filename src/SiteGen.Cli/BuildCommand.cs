using System.CommandLine;
using System.Diagnostics;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Writing;

namespace SiteGen.Cli;

/// <summary><c>sitegen build</c>: the whole site, once.</summary>
internal static class BuildCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var site = new SiteArguments();
        var strict = new Option<bool>("--strict") { Description = "Treat warnings as errors: with any problem nothing is written" };
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Build without writing anything" };
        var command = new Command("build", "Build the site") { strict, dryRun };
        site.AddTo(command);
        command.SetAction(line =>
        {
            var options = site.Options(line).With("strict", line.GetValue(strict)).With("dry_run", line.GetValue(dryRun));
            var (clock, problem) = site.Clock(line);
            return clock is not null
                ? Run(reporter, new Request(options, site.Configuration(line), site.Verbosity(line), clock), interrupted)
                : Refuse(reporter, problem);
        });
        return command;
    }

    /// <summary>Reports that the value of an option cannot be used.</summary>
    internal static int Refuse(ConsoleReporter reporter, CommandMessage problem)
    {
        reporter.Fail(problem);
        return ExitCode.Usage;
    }

    private static int Run(ConsoleReporter reporter, Request request, CancellationToken interrupted)
    {
        var start = Stopwatch.GetTimestamp();
        var options = SiteFile.Load(request.Options, request.Configuration, request.Clock);
        if (options.Diagnostics.Any(problem => problem.IsError))
        {
            reporter.Report(options.Diagnostics, request.Verbosity);
            return ExitCode.Usage;
        }

        // Before anything is read: what a build writes must not be older than what the one before it wrote.
        using var claim = OutputClaim.Take(options.Value, interrupted);
        var tree = SourceScanner.ScanAll(options.Value);
        var result = BuildPipeline.Run(tree, options.Value, BuildCache.Empty, interrupted);
        reporter.Report(result.Diagnostics, request.Verbosity);
        reporter.Report(result, Stopwatch.GetElapsedTime(start), request.Verbosity);
        return result.Diagnostics.Any(problem => problem.Rule == SiteRules.WriteFailed) ? ExitCode.Environment
            : result.Errors > 0 || (options.Value.Writing.IsStrict && result.Warnings > 0) ? ExitCode.SiteProblems
            : ExitCode.Done;
    }

    /// <summary>What the command line sets.</summary>
    private sealed record Request(
        Pipeline.Configuration.RawOptions Options, string? Configuration, Verbosity Verbosity, TimeProvider Clock);
}
