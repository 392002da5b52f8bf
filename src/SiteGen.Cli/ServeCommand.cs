using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using SiteGen.Server;
using SiteGen.Server.Watching;

namespace SiteGen.Cli;

/// <summary><c>sitegen serve</c>: the site in a browser, while it is written.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var site = new SiteArguments();
        var port = new Option<int?>("--port", "-p") { Description = "The port (default: 4000, or the next that is free)", HelpName = "number" };
        var host = new Option<string[]>("--host") { Description = "An address to listen at, such as 0.0.0.0, or a name of this computer", HelpName = "name" };
        var open = new Option<bool>("--open", "-O") { Description = "Open the site in your browser" };
        var noDrafts = new Option<bool>("--no-drafts") { Description = "Leave drafts out, as a build does" };
        var noReload = new Option<bool>("--no-reload") { Description = "Let pages in the browser be as they are" };
        var poll = new Option<bool>("--poll") { Description = "Look for changes now and then; for network drives and containers" };
        var command = new Command("serve", "Show the site in a browser while you write") { port, host, open, noDrafts, noReload, poll };
        site.AddTo(command);
        command.SetAction(line =>
        {
            if (site.Clock(line) is not { } clock)
            {
                return BuildCommand.Refuse(reporter);
            }

            if (line.GetValue(port) is < 0 or > 65535)
            {
                reporter.Fail("a port is a number from 0 to 65535", "leave -p out, or write -p 4000");
                return ExitCode.Usage;
            }

            var given = site.Options(line);
            var options = new PreviewOptions
            {
                CommandLine = line.GetValue(noDrafts) ? given.With("drafts", false) : given,
                Configuration = site.Configuration(line),
                Clock = clock,
                Port = line.GetValue(port),
                Hosts = [.. line.GetValue(host) ?? []],
                IsReloading = !line.GetValue(noReload),
                IsPolling = line.GetValue(poll),
            };
            return Run(reporter, options, site.Verbosity(line), line.GetValue(open), interrupted).GetAwaiter().GetResult();
        });
        return command;
    }

    private static async Task<int> Run(ConsoleReporter reporter, PreviewOptions options, Verbosity verbosity, bool opens, CancellationToken interrupted)
    {
        try
        {
            var (server, problems) = await PreviewServer.Start(options, said => reporter.Report(said, SiteArguments.SystemClock, verbosity), interrupted);
            if (server is null)
            {
                reporter.Report(problems, verbosity);
                return ExitCode.Usage;
            }

            await using (server)
            {
                if (opens)
                {
                    Open(reporter, server.Address);
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
        catch (IOException problem) when (options.Port is not null)
        {
            reporter.Fail($"port {options.Port} is not available: {problem.GetBaseException().Message}", "another program uses it; leave -p out, or name another port");
            return ExitCode.Environment;
        }
    }

    private static void Open(ConsoleReporter reporter, Uri address)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception problem) when (problem is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            reporter.Fail("your browser cannot be opened from here", $"open {address}");
        }
    }
}
