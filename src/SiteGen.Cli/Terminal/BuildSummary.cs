using SiteGen.Pipeline;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using static System.FormattableString;

namespace SiteGen.Cli.Terminal;

/// <summary>The lines in which a build sums up what it did.</summary>
internal static class BuildSummary
{
    private static readonly (RouteKind Kind, string One, string Many)[] s_kinds =
    [
        (RouteKind.Post, "post", "posts"),
        (RouteKind.Page, "page", "pages"),
        (RouteKind.List, "list", "lists"),
        (RouteKind.Redirect, "redirect", "redirects"),
        (RouteKind.Feed, "feed", "feeds"),
        (RouteKind.File, "file", "files"),
        (RouteKind.Picture, "version of a picture", "versions of pictures"),
    ];

    /// <summary>What was built and what was found in one line, in front of it the time of each stage when verbose.</summary>
    public static IEnumerable<string> LinesFor(BuildResult result, TimeSpan elapsed, Verbosity verbosity)
    {
        if (verbosity == Verbosity.Verbose)
        {
            foreach (var time in result.Times)
            {
                yield return Invariant($"{time.Stage,-8} {time.Elapsed.TotalMilliseconds,8:0.0} ms");
            }

            if (result.Pictures is { } saved)
            {
                var (pictures, whole) = (Counted(saved.Pictures, "picture", "pictures"), Megabytes(saved.Bytes));
                yield return $"{pictures} of {whole}: a large screen gets {Megabytes(saved.LargestBytes)}, a phone less";
            }
        }

        var kinds = s_kinds.Where(kind => result.Outputs.ContainsKey(kind.Kind))
            .Select(kind => Counted(result.Outputs[kind.Kind], kind.One, kind.Many));
        var problems = $"{Counted(result.Warnings, "warning", "warnings")}, {Counted(result.Errors, "error", "errors")}";
        var seconds = Invariant($"{elapsed.TotalSeconds:0.00} s");
        yield return $"{string.Join(", ", kinds)}: {Changes(result)}; {LeftOut(result)}{problems}{Known(result)}; {seconds}";
        if (result.Fixed > 0)
        {
            yield return $"{Counted(result.Fixed, "known warning is", "known warnings are")} fixed: --update-baseline leaves them out";
        }
    }

    private static string Megabytes(long bytes) => Invariant($"{bytes / 1e6:0.0} MB");

    /// <summary>A number with its noun.</summary>
    public static string Counted(int count, string one, string many) =>
        Invariant($"{count} {(count == 1 ? one : many)}");

    private static string Changes(BuildResult result)
    {
        if (result.Changes is not { } changes)
        {
            return "nothing was written because of the problems above";
        }

        return changes.IsNone
            ? "nothing changed"
            : $"{changes.Created + changes.Replaced} written, {changes.Removed} removed";
    }

    private static string LeftOut(BuildResult result)
    {
        var count = result.Diagnostics.Count(problem => problem.Rule == SiteRules.LeftOut);
        return count == 0 ? "" : $"{Counted(count, "post", "posts")} left out; ";
    }

    private static string Known(BuildResult result) =>
        result.Known.IsEmpty ? "" : Invariant($" (and {Counted(result.Known.Length, "known warning", "known warnings")})");
}
