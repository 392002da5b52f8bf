using SiteGen.Pipeline.Threading;
using static System.FormattableString;

namespace SiteGen.Cli.Terminal;

/// <summary>One line that says how far a build is, for those who would wonder whether anything happens.</summary>
internal sealed class ProgressLine : IDisposable
{
    // Most builds are done before anyone wonders.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_period = TimeSpan.FromMilliseconds(100);

    private readonly ConsoleReporter _reporter;
    private readonly BuildProgress _progress;
    private readonly Timer _timer;

    private ProgressLine(ConsoleReporter reporter, BuildProgress progress, TimeSpan patience)
    {
        (_reporter, _progress) = (reporter, progress);
        _timer = new Timer(_ => Show(), null, patience, s_period);
    }

    /// <summary>Begins to show a build on a terminal; null where there is none.</summary>
    public static ProgressLine? Begin(ConsoleReporter reporter, BuildProgress progress, TimeSpan? patience = null) =>
        reporter.BeginProgress() ? new ProgressLine(reporter, progress, patience ?? s_patience) : null;

    /// <summary>The text of the line.</summary>
    /// <param name="stage">The stage, as the pipeline names it.</param>
    /// <param name="done">How many items are done.</param>
    /// <param name="total">How many there are; 0 when they are not counted.</param>
    /// <param name="elapsed">How long the stage has taken.</param>
    public static string TextFor(string stage, int done, int total, TimeSpan elapsed)
    {
        var (work, items) = stage switch
        {
            "scan" => ("looking for files", ""),
            "parse" => ("reading", "files"),
            "model" or "route" => ("planning", ""),
            "render" => ("rendering", "pages and files"),
            "write" => ("moving into place", ""),
            _ => ("looking for what changed", ""),
        };
        var rate = elapsed.TotalSeconds > 0.1 ? Invariant($", {done / elapsed.TotalSeconds:N0} a second") : "";
        return total == 0 || items.Length == 0 ? work : Invariant($"{work}: {done:N0} of {total:N0} {items}{rate}");
    }

    /// <summary>Ends it: the line is gone.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        _reporter.EndProgress();
    }

    private void Show()
    {
        if (_progress.Stage is { } stage)
        {
            _reporter.ShowProgress(TextFor(stage.Name, stage.Done, stage.Total, stage.Elapsed));
        }
    }
}
