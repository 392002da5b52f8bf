using System.Runtime.InteropServices;

namespace SiteGen.Cli;

/// <summary>Cancellation by a signal: Ctrl-C, a shutdown, a closed terminal.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;
    private volatile int _exitCode = Terminal.ExitCode.Interrupted;

    /// <summary>Listens from now on.</summary>
    public Interruption() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => End(context, Terminal.ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => End(context, Terminal.ExitCode.Terminated)),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => End(context, Terminal.ExitCode.HungUp)),
    ];

    /// <summary>Cancelled when the program is to end.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The exit code of a command that was interrupted.</summary>
    public int ExitCode => _exitCode;

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        _source.Dispose();
    }

    // The second time it is left to the system, which ends the program at once.
    private void End(PosixSignalContext context, int exitCode)
    {
        context.Cancel = !_source.IsCancellationRequested;
        if (context.Cancel)
        {
            _exitCode = exitCode;
            _source.Cancel();
        }
    }
}
