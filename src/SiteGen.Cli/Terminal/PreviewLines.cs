using System.Collections.Immutable;
using SiteGen.Server.Notifying;
using static System.FormattableString;
using static SiteGen.Cli.Terminal.BuildSummary;

namespace SiteGen.Cli.Terminal;

/// <summary>The lines in which a preview shows its events.</summary>
internal static class PreviewLines
{
    /// <summary>The line of an event; null when it has none.</summary>
    public static string? For(PreviewReport report, TimeProvider clock, Verbosity verbosity) => report switch
    {
        PreviewReport.Problems { Fixed: > 0 } problems => FixedLine(problems),
        PreviewReport.At at => at.Address.AbsoluteUri,
        _ when verbosity == Verbosity.Quiet => null,
        PreviewReport.OtherPort port =>
            Invariant($"port {port.Wanted} is taken, so this is port {port.Port}"),
        PreviewReport.Rebuilt { Changed: var changed, Elapsed: var elapsed } =>
            Invariant($"{clock.GetLocalNow():HH:mm:ss}  {Named(changed)}  {elapsed.TotalMilliseconds:0} ms"),
        PreviewReport.Ready { Outputs: var count, Elapsed: var elapsed } =>
            Invariant($"{Counted(count, "file", "files")} in {elapsed.TotalSeconds:0.00} s, none of them written; Ctrl-C ends this"),
        _ => null,
    };

    private static string FixedLine(PreviewReport.Problems problems)
    {
        var errors = problems.Left.Count(problem => problem.IsError);
        var left = errors > 0 ? $", {Counted(errors, "error", "errors")} left" : "";
        return $"{Counted(problems.Fixed, "problem", "problems")} fixed{left}";
    }

    private static string Named(ImmutableArray<string> paths) => paths switch
    {
        [] => "files changed",
        [var one] => one,
        [var one, .. var more] => $"{one} and {Counted(more.Length, "other file", "other files")}",
    };
}
