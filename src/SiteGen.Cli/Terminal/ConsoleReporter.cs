using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using SiteGen.Server.Notifying;
using SiteGen.Text;

namespace SiteGen.Cli.Terminal;

/// <summary>The only writer to the console: problems to the error stream, results to the output stream.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door to the console")]
internal sealed class ConsoleReporter(TextWriter output, TextWriter error, ConsoleTraits? traits = null)
{
    private const int MaxPerRule = 20;

    private readonly Lock _gate = new();
    private readonly ConsoleTraits _traits = traits ?? ConsoleTraits.Plain;
    private bool _showsProgress;

    // How many columns of progress are on the terminal now.
    private int _progressWidth;

    /// <summary>How many columns a page of text has.</summary>
    public int PageWidth => _traits.PageWidth;

    /// <summary>A reporter on the program's own streams, in UTF-8.</summary>
    public static ConsoleReporter OnConsole()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = OpenOrNone(Console.OpenStandardOutput);
        BeginSilently(output);
        return new ConsoleReporter(
            new StreamWriter(output, utf8) { AutoFlush = true },
            new StreamWriter(OpenOrNone(Console.OpenStandardError), utf8) { AutoFlush = true },
            new ConsoleTraits(
                TraitsOf(!Console.IsOutputRedirected, WindowsTerminal.Output),
                TraitsOf(!Console.IsErrorRedirected, WindowsTerminal.Error),
                WidthOfTerminal));
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
    public void Write(ReadOnlyMemory<byte> utf8) => Emit(output, Encoding.UTF8.GetString(utf8.Span));

    /// <summary>Shows a text, such as a page of help.</summary>
    public void Show(string text) => Emit(output, VisibleText.Lines(text));

    /// <summary>Reports that the command line asks for what cannot be.</summary>
    /// <returns><see cref="ExitCode.Usage"/>.</returns>
    public int Refuse(CommandMessage problem)
    {
        Fail(problem);
        return ExitCode.Usage;
    }

    /// <summary>Says something beside the result.</summary>
    public void Say(string text) => Emit(error, $"{VisibleText.OneLine(text)}\n");

    /// <summary>Warns of something beside the result.</summary>
    public void Warn(CommandMessage message) => Fail(message);

    /// <summary>Writes one line of a result, such as a path.</summary>
    public void WriteResult(string line) => PrintLine(output, line);

    /// <summary>Reports why a command stops.</summary>
    public void Fail(CommandMessage message)
    {
        const string Name = "sitegen";
        var (text, hint) = (VisibleText.OneLine(message.Text), message.Hint is null ? null : VisibleText.OneLine(message.Hint));
        Emit(error, _traits.Error.HasColours
            ? ProblemPainter.Paint(Name, text, hint)
            : $"{Name}: {text}\n{(hint is null ? "" : $"  hint: {hint}\n")}");
    }

    /// <summary>Writes text to the error stream.</summary>
    public void WriteError(string text) => Emit(error, VisibleText.Lines(text));

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
                text.Append(_traits.Error.HasColours ? ProblemPainter.Paint(problem) : VisibleText.Lines(problem.ToText()));
            }
        }

        foreach (var (rule, count) in counts.Where(pair => pair.Value > MaxPerRule))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"and {count - MaxPerRule} more of the kind {rule.Code} ({rule.Name}): -v shows all of them\n");
        }

        Emit(error, text.ToString());
    }

    /// <summary>Shows lines about a result.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="isLog">Whether they go to the output stream, which otherwise holds a document.</param>
    public void Report(IEnumerable<string> lines, bool isLog)
    {
        foreach (var line in lines)
        {
            PrintLine(isLog ? output : error, line);
        }
    }

    /// <summary>Begins to show progress.</summary>
    /// <returns>False where no line can be written again.</returns>
    public bool BeginProgress()
    {
        lock (_gate)
        {
            return _showsProgress = _traits.Error.IsTerminal;
        }
    }

    /// <summary>Shows how far the work is, until something else is printed or progress ends.</summary>
    public void ShowProgress(string text)
    {
        lock (_gate)
        {
            if (_showsProgress)
            {
                var line = VisibleText.OneLine(text);
                line = line[..Math.Min(line.Length, Math.Max(_traits.LineWidth - 1, 0))];
                error.Write('\r' + line.PadRight(_progressWidth));
                _progressWidth = line.Length;
            }
        }
    }

    /// <summary>Ends progress.</summary>
    public void EndProgress()
    {
        lock (_gate)
        {
            EraseProgress();
            _showsProgress = false;
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

            if (PreviewLines.For(report, clock, verbosity) is { } line)
            {
                PrintLine(output, line);
            }

            if (report is PreviewReport.Ready ready)
            {
                PrintLine(output, ready.Address.AbsoluteUri);
                foreach (var address in ready.NetworkAddresses)
                {
                    PrintLine(output, $"{address.AbsoluteUri}  in your network");
                }
            }
        }
    }

    /// <summary>Shows a URL as a picture for a camera.</summary>
    public void ShowQr(Uri url) => Emit(output, QrPicture.Draw(url.AbsoluteUri, _traits.Output.HasColours));

    // All that is printed comes here, cleaned by VisibleText, so that no name and no text can drive the terminal.
    private void Emit(TextWriter stream, string text)
    {
        lock (_gate)
        {
            EraseProgress();
            stream.Write(text);
        }
    }

    // With blanks: a sequence that erases the line would come out where colours are not wanted either.
    private void EraseProgress()
    {
        if (_progressWidth > 0)
        {
            error.Write($"\r{new string(' ', _progressWidth)}\r");
            _progressWidth = 0;
        }
    }

    private void PrintLine(TextWriter stream, string line) => Emit(stream, VisibleText.OneLine(line) + Environment.NewLine);

    // The console of the runtime begins with the sequence that the terminal which TERM names has for its keypad. We read no keys, and
    // what records a session would record it; so it begins here, with nothing to write and without that name.
    private static void BeginSilently(Stream output)
    {
        const string Name = "TERM";
        var terminal = Environment.GetEnvironmentVariable(Name);
        Environment.SetEnvironmentVariable(Name, null);
        output.Write([]);
        Environment.SetEnvironmentVariable(Name, terminal);
    }

    // The caller may have closed the stream: then the output is discarded.
    private static Stream OpenOrNone(Func<Stream> open)
    {
        try
        {
            return open();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Stream.Null;
        }
    }

    private static StreamTraits TraitsOf(bool isTerminal, int windowsHandle) => StreamTraits.Read(
        isTerminal && WindowsTerminal.TryUnderstandSequences(windowsHandle), Environment.GetEnvironmentVariable);

    private static int WidthOfTerminal()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
