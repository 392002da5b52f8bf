using System.Buffers;
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using SiteGen.Cli.Reports;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Server;
using SiteGen.Server.Http;
using SiteGen.Server.Notifying;
using SiteGen.Server.Watching;

namespace SiteGen.Cli.Commands;

/// <summary><c>sitegen serve</c>: a live preview of the site.</summary>
internal static class ServeCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen serve", "Show the blog in this folder at http://localhost:4000/"),
        new("sitegen serve -O", "The same, and open it in your browser"),
        new("sitegen serve --no-drafts", "Show what readers will see"),
        new("sitegen serve --host 0.0.0.0 --qr", "Show it to a phone in the same network too"),
    ];

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

    private static Option<bool> Open => new("--open", "-O") { Description = "Open the site in your browser" };

    private static Option<bool> NoDrafts => new("--no-drafts") { Description = "Leave drafts out, as a build does" };

    private static Option<bool> NoReload => new("--no-reload") { Description = "Do not reload pages in the browser after an edit" };

    private static Option<bool> Poll =>
        new("--poll") { Description = "Look for changes now and then; for network drives and containers" };

    private static Option<bool> Qr => new("--qr") { Description = "Show the address as a picture for the camera of a phone" };

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var (site, format) = (new SiteArguments(), new FormatArgument(ReportFormat.OfPreviews));
        var (port, host, open, noDrafts, noReload, poll, qr) = (Port, Host, Open, NoDrafts, NoReload, Poll, Qr);
        var command = new DocumentedCommand("serve", "Show the site in a browser while you write", s_examples)
        {
            port, host, open, qr, noDrafts, noReload, poll, format.Option,
        };
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
                Sources = sources.With("drafts", line.GetValue(noDrafts) ? false : null),
                Clock = clock,
                Port = PortOf(line.GetValue(port)),
                Hosts = [.. hosts],
                IsReloading = !line.GetValue(noReload),
                IsPolling = line.GetValue(poll),
                UsesCache = site.UsesCache(line),
            };
            var report = ReportIn(chosen, reporter, options, (site.Verbosity(line), line.GetValue(qr)));
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
        ReportFormat format, ConsoleReporter reporter, PreviewOptions options, (Verbosity Verbosity, bool ShowsQr) shown)
    {
        if (format != ReportFormat.Json)
        {
            return report =>
            {
                reporter.Report(report, SiteArguments.SystemClock, shown.Verbosity);
                if (shown.ShowsQr && report is PreviewReport.Ready ready)
                {
                    reporter.ShowQr(ready.NetworkAddresses.FirstOrDefault(ready.Address));
                }
            };
        }

        var paths = ReportPaths.For(options.Sources);
        return report =>
        {
            var line = new ArrayBufferWriter<byte>();
            if (PreviewEvent.Write(report, paths, line))
            {
                reporter.Write(line.WrittenMemory);
            }
        };
    }
}
