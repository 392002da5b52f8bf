using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Server.Notifying;
using SiteGen.Text;
using static System.FormattableString;

namespace SiteGen.Cli.Terminal;

/// <summary>How much is printed.</summary>
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
    private const int MaxPerRule = 20;

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

    /// <summary>Writes text for people, without what could drive the terminal.</summary>
    public void WriteText(string text) => output.Write(VisibleText.Lines(text));

    /// <summary>Reports that the command line asks for what cannot be.</summary>
    /// <returns><see cref="ExitCode.Usage"/>.</returns>
    public int Refuse(CommandMessage problem)
    {
        Fail(problem);
        return ExitCode.Usage;
    }

    /// <summary>Says something beside the result.</summary>
    public void Say(string text) => PrintError($"{VisibleText.OneLine(text)}\n");

    /// <summary>Warns of something beside the result.</summary>
    public void Warn(CommandMessage message) => Fail(message);

    /// <summary>Writes one line of a result, such as a path.</summary>
    public void WriteResult(string line) => PrintLine(line);

    /// <summary>Reports why a command stops.</summary>
    public void Fail(CommandMessage message)
    {
        PrintError($"sitegen: {VisibleText.OneLine(message.Text)}\n");
        if (message.Hint is not null)
        {
            PrintError($"  hint: {VisibleText.OneLine(message.Hint)}\n");
        }
    }

    /// <summary>Writes text to the error stream.</summary>
    public void WriteError(string text) => PrintError(text);

    /// <summary>Shows problems; only the first warnings of a rule, so that others are not lost among them.</summary>
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

            var isLimited = !problem.IsError && verbosity != Verbosity.Verbose;
            if (!isLimited || (counts[problem.Rule] = counts.GetValueOrDefault(problem.Rule) + 1) <= MaxPerRule)
            {
                text.Append(problem.ToText());
            }
        }

        foreach (var (rule, count) in counts.Where(pair => pair.Value > MaxPerRule))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"and {count - MaxPerRule} more of the kind {rule.Code} ({rule.Name}): -v shows all of them\n");
        }

        PrintError(text.ToString());
    }

    /// <summary>Shows the result of a build in one line; when verbose, also the time of each stage.</summary>
    /// <param name="result">The result.</param>
    /// <param name="elapsed">How long the build took.</param>
    /// <param name="verbosity">How much is printed.</param>
    /// <param name="isLog">Whether it goes to the output stream, which otherwise holds a document.</param>
    public void Report(BuildResult result, TimeSpan elapsed, Verbosity verbosity, bool isLog)
    {
        if (verbosity == Verbosity.Quiet)
        {
            return;
        }

        if (verbosity == Verbosity.Verbose)
        {
            foreach (var time in result.Times)
            {
                Print(Invariant($"{time.Stage,-8} {time.Elapsed.TotalMilliseconds,8:0.0} ms"));
            }
        }

        var kinds = s_kinds.Where(kind => result.Outputs.ContainsKey(kind.Kind))
            .Select(kind => Counted(result.Outputs[kind.Kind], kind.One, kind.Many));
        var problems = $"{Counted(result.Warnings, "warning", "warnings")}, {Counted(result.Errors, "error", "errors")}";
        var seconds = Invariant($"{elapsed.TotalSeconds:0.00} s");
        Print($"{string.Join(", ", kinds)}: {Changes(result)}; {LeftOut(result)}{problems}{Known(result)}; {seconds}");
        if (result.Fixed > 0)
        {
            Print($"{Counted(result.Fixed, "known warning is", "known warnings are")} fixed: --update-baseline leaves them out");
        }

        void Print(string line)
        {
            if (isLog)
            {
                PrintLine(line);
            }
            else
            {
                PrintError(line + Environment.NewLine);
            }
        }
    }

    /// <summary>Writes a line for another program.</summary>
    public void WriteLine(ReadOnlyMemory<byte> utf8)
    {
        lock (_gate)
        {
            Write(utf8);
        }
    }

    /// <summary>Shows an event of a preview.</summary>
    public void Report(PreviewReport report, TimeProvider clock, Verbosity verbosity)
    {
        lock (_gate)
        {
            if (report is PreviewReport.Problems problems)
            {
                Report(problems.New, verbosity);
            }

            if (LineFor(report, clock, verbosity) is { } line)
            {
                PrintLine(line);
            }

            if (report is PreviewReport.Ready { Address: var url })
            {
                PrintLine(url.AbsoluteUri);
            }
        }
    }

    // All that is printed goes through these two, so that no name and no text can drive the terminal.
    private void PrintLine(string line) => output.WriteLine(VisibleText.OneLine(line));

    private void PrintError(string text) => error.Write(VisibleText.Lines(text));

    private static string? LineFor(PreviewReport report, TimeProvider clock, Verbosity verbosity) => report switch
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

    private static string Counted(int count, string one, string many) =>
        Invariant($"{count} {(count == 1 ? one : many)}");
}
