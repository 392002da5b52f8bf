using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Server.Notifying;
using SiteGen.Text;

namespace SiteGen.Cli;

/// <summary>How much is said.</summary>
internal enum Verbosity
{
    /// <summary>Problems only.</summary>
    Quiet,

    /// <summary>Problems and a summary.</summary>
    Normal,

    /// <summary>Notes and times too.</summary>
    Verbose,
}

/// <summary>The only writer to the console: problems to the error stream, results to the output stream.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door to the console")]
internal sealed class ConsoleReporter(TextWriter output, TextWriter error)
{
    private const int MostOfOneKind = 20;

    private readonly Lock _gate = new();

    private static readonly (RouteKind Kind, string One, string Many)[] s_kinds =
    [
        (RouteKind.Post, "post", "posts"),
        (RouteKind.Page, "page", "pages"),
        (RouteKind.List, "list", "lists"),
        (RouteKind.Redirect, "redirect", "redirects"),
        (RouteKind.Feed, "feed", "feeds"),
        (RouteKind.File, "file", "files"),
    ];

    /// <summary>A reporter on the program's own streams, in UTF-8.</summary>
    public static ConsoleReporter OnConsole()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new ConsoleReporter(
            new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true },
            new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true });
    }

    /// <summary>Everything on standard input.</summary>
    public static ReadOnlyMemory<byte> ReadInput()
    {
        using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Writes a result as it is.</summary>
    public void Write(ReadOnlyMemory<byte> utf8) => output.Write(Encoding.UTF8.GetString(utf8.Span));

    /// <summary>Says that something cannot be done, and what to do about it.</summary>
    public void Fail(string message, string? hint)
    {
        error.WriteLine($"sitegen: {message}");
        if (hint is not null)
        {
            error.WriteLine($"  hint: {hint}");
        }
    }

    /// <summary>Shows problems; of many warnings of one kind the first, for what follows them must be seen too.</summary>
    public void Report(ImmutableArray<Diagnostic> problems, Verbosity verbosity)
    {
        var text = new StringBuilder();
        var counts = new Dictionary<DiagnosticRule, int>();
        foreach (var problem in problems)
        {
            if (problem.Severity == DiagnosticSeverity.Note && verbosity != Verbosity.Verbose)
            {
                continue;
            }

            if (problem.IsError || verbosity == Verbosity.Verbose || (counts[problem.Rule] = counts.GetValueOrDefault(problem.Rule) + 1) <= MostOfOneKind)
            {
                text.Append(problem.ToText());
            }
        }

        foreach (var (rule, count) in counts.Where(pair => pair.Value > MostOfOneKind))
        {
            text.Append(CultureInfo.InvariantCulture, $"and {count - MostOfOneKind} more of the kind {rule.Code} ({rule.Name}): -v shows all of them\n");
        }

        error.Write(text);
    }

    /// <summary>Shows what a build did: one line, and with more words the time of each stage.</summary>
    public void Report(BuildResult result, TimeSpan elapsed, Verbosity verbosity)
    {
        if (verbosity == Verbosity.Quiet)
        {
            return;
        }

        if (verbosity == Verbosity.Verbose)
        {
            foreach (var time in result.Times)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.Stage,-8} {time.Elapsed.TotalMilliseconds,8:0.0} ms"));
            }
        }

        var kinds = s_kinds.Where(kind => result.Outputs.ContainsKey(kind.Kind))
            .Select(kind => Counted(result.Outputs[kind.Kind], kind.One, kind.Many));
        var problems = $"{Counted(result.Warnings, "warning", "warnings")}, {Counted(result.Errors, "error", "errors")}";
        var seconds = string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.00} s");
        output.WriteLine($"{string.Join(", ", kinds)}: {Changes(result)}; {LeftOut(result)}{problems}; {seconds}");
    }

    /// <summary>Shows what a preview does: a line or two each time, and every problem once.</summary>
    public void Report(PreviewReport said, TimeProvider clock, Verbosity verbosity)
    {
        lock (_gate)
        {
            switch (said)
            {
                case PreviewReport.Problems problems:
                    Report(problems.New, verbosity);
                    var errors = problems.Left.Count(problem => problem.IsError);
                    if (problems.Fixed > 0)
                    {
                        output.WriteLine($"{Counted(problems.Fixed, "problem", "problems")} fixed{(errors > 0 ? $", {Counted(errors, "error", "errors")} left" : "")}");
                    }

                    break;
                case PreviewReport.OtherPort port when verbosity != Verbosity.Quiet:
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"port {port.Wanted} is taken, so this is port {port.Port}"));
                    break;
                case PreviewReport.Rebuilt rebuilt when verbosity != Verbosity.Quiet:
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.GetLocalNow():HH:mm:ss}  {Named(rebuilt.Changed)}  {rebuilt.Elapsed.TotalMilliseconds:0} ms"));
                    break;
                case PreviewReport.At at:
                    output.WriteLine(at.Address.AbsoluteUri);
                    break;
                case PreviewReport.Ready ready:
                    if (verbosity != Verbosity.Quiet)
                    {
                        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Counted(ready.Outputs, "file", "files")} in {ready.Elapsed.TotalSeconds:0.00} s, none of them written; Ctrl-C ends this"));
                    }

                    output.WriteLine(ready.Address.AbsoluteUri);
                    break;
            }
        }
    }

    private static string Named(ImmutableArray<string> paths) => paths switch
    {
        [] => "files changed",
        [var one] => one,
        [var one, .. var more] => $"{one} and {Counted(more.Length, "other file", "other files")}",
    };

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

    private static string Counted(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
