using System.Buffers;
using System.CommandLine;
using System.Globalization;
using SiteGen.Cli.Reports;
using SiteGen.Cli.Terminal;
using SiteGen.Server;
using SiteGen.Server.Http;
using SiteGen.Server.Notifying;
using SiteGen.Server.Watching;

namespace SiteGen.Cli.Commands;

/// <summary><c>sitegen serve</c>: a live preview of the site.</summary>
internal static class ServeCommand
{
    private static Option<string?> Port => new("--port", "-p")
    {
        Description = "The port (default: 4000, or the next that is free)",
        HelpName = "number",
    };

    private static Option<string[]> Host => new("--host")
    {
        Description = "An address to listen at, such as 0.0.0.0, or a name of this computer",
        HelpName = "name",
    };

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var site = new SiteArguments();
        var (port, host) = (Port, Host);
        var open = new Option<bool>("--open", "-O") { Description = "Open the site in your browser" };
        var noDrafts = new Option<bool>("--no-drafts") { Description = "Leave drafts out, as a build does" };
        var noReload = new Option<bool>("--no-reload") { Description = "Let pages in the browser be as they are" };
        var poll = new Option<bool>("--poll") { Description = "Look for changes now and then; for network drives and containers" };
        var format = new FormatArgument(ReportFormat.OfPreviews);
        var command = new Command("serve", "Show the site in a browser while you write") { port, host, open, noDrafts, noReload, poll };
        command.Options.Add(format.Option);
        site.AddTo(command);
        command.SetAction(line =>
        {
            var (clock, invalidClock) = site.Clock(line);
            var (chosen, invalidFormat) = format.Read(line);
            string[] hosts = line.GetValue(host) ?? [];
            if (clock is null || chosen is null || ProblemOf(line.GetValue(port), hosts) is not null)
            {
                var problem = ProblemOf(line.GetValue(port), hosts) ?? (clock is null ? invalidClock : invalidFormat);
                return reporter.Refuse(problem);
            }

            var sources = site.Sources(line);
            var options = new PreviewOptions
            {
                Sources = line.GetValue(noDrafts) ? sources with { CommandLine = sources.CommandLine.With("drafts", false) } : sources,
                Clock = clock,
                Port = PortOf(line.GetValue(port)),
                Hosts = [.. hosts],
                IsReloading = !line.GetValue(noReload),
                IsPolling = line.GetValue(poll),
                UsesCache = site.UsesCache(line),
            };
            var report = ReportIn(chosen, reporter, options, site.Verbosity(line));
            return Run(reporter, options, report, line.GetValue(open), interrupted).GetAwaiter().GetResult();
        });
        return command;
    }

    private static CommandMessage? ProblemOf(string? port, string[] hosts) =>
        port is not null && PortOf(port) is null ? CommandMessages.InvalidPort(port)
        : Array.Find(hosts, host => !PreviewOptions.IsHost(host)) is { } wrong ? CommandMessages.InvalidHost(wrong)
        : null;

    private static int? PortOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 ? port : null;

    private static async Task<int> Run(
        ConsoleReporter reporter, PreviewOptions options, Action<PreviewReport> report, bool opens, CancellationToken interrupted)
    {
        try
        {
            var (server, problems) = await PreviewServer.Start(options, report, interrupted);
            if (server is null)
            {
                report(new PreviewReport.Problems(problems, 0, problems));
                return ExitCode.Usage;
            }

            await using (server)
            {
                if (opens && !OtherPrograms.OpenInBrowser(server.Address))
                {
                    reporter.Fail(CommandMessages.BrowserNotOpened(server.Address));
                }

                await server.Ended;
            }

            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            // Ctrl-C is how a preview ends.
            return ExitCode.Done;
        }
        catch (PortException refusal)
        {
            reporter.Fail(CommandMessages.PortNotAvailable(refusal, options.Hosts));
            return ExitCode.Environment;
        }
    }

    private static Action<PreviewReport> ReportIn(
        ReportFormat format, ConsoleReporter reporter, PreviewOptions options, Verbosity verbosity)
    {
        if (format != ReportFormat.Json)
        {
            return report => reporter.Report(report, SiteArguments.SystemClock, verbosity);
        }

        var paths = ReportPaths.For(options.Sources);
        return report =>
        {
            var line = new ArrayBufferWriter<byte>();
            if (PreviewEvent.Write(report, paths, line))
            {
                reporter.WriteLine(line.WrittenMemory);
            }
        };
    }
}
