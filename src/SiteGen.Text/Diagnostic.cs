using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SiteGen.Text;

/// <summary>Another location that explains a problem: the include that led to it, the other of two clashing files.</summary>
public sealed record DiagnosticNote(string Path, LinePosition Start, string Message);

/// <summary>One problem in one location.</summary>
/// <remarks>Self-contained: it keeps the text of its line, so that the source need not be kept.</remarks>
/// <param name="Rule">The kind of problem.</param>
/// <param name="Path">The file, relative to the site; empty if the problem is in no file.</param>
/// <param name="Start">Where it starts; <see cref="LinePosition.None"/> for a whole file.</param>
/// <param name="End">Where it ends.</param>
/// <param name="LineText">The text of its first line; empty for a whole file.</param>
/// <param name="Message">What is wrong, in the author's words.</param>
/// <param name="Hint">What to do about it.</param>
/// <param name="Notes">Other locations that explain it.</param>
public sealed record Diagnostic(
    DiagnosticRule Rule,
    string Path,
    LinePosition Start,
    LinePosition End,
    string LineText,
    string Message,
    string? Hint,
    ImmutableArray<DiagnosticNote> Notes)
{
    /// <summary>The severity: the rule's, unless the configuration raises it.</summary>
    public DiagnosticSeverity Severity { get; init; } = Rule.Severity;

    /// <summary>The word for the severity: <c>error</c>, <c>warning</c> or <c>note</c>.</summary>
    public string SeverityName => NameOf(Severity);

    /// <summary>The path of the file that is missed, from the root or the site's folder; null when none is.</summary>
    public string? Missing { get; init; }

    /// <summary>Whether it is an error.</summary>
    public bool IsError => Severity == DiagnosticSeverity.Error;

    /// <summary>The word for a severity.</summary>
    public static string NameOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    /// <summary>A problem with a whole file, or with no file if the path is empty.</summary>
    public static Diagnostic InFile(DiagnosticRule rule, string path, string message, string? hint) =>
        new(rule, path, LinePosition.None, LinePosition.None, "", message, hint, []);

    /// <summary>A problem with a whole file, or with no file if the path is empty.</summary>
    public static Diagnostic InFile(DiagnosticMessage message, string path) => InFile(message.Rule, path, message.Text, message.Hint);

    /// <summary>The same problem at a position of its file, without the text of the line.</summary>
    public Diagnostic At(LinePosition position) => this with { Start = position, End = position };

    /// <summary>The order in which problems are shown: by file, position, code, message.</summary>
    public static int Compare(Diagnostic left, Diagnostic right)
    {
        var order = string.CompareOrdinal(left.Path, right.Path);
        order = order != 0 ? order : left.Start.CompareTo(right.Start);
        order = order != 0 ? order : string.CompareOrdinal(left.Rule.Code, right.Rule.Code);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }

    /// <summary>The line that editors and build servers understand: <c>path(3,7): warning SG2103: message</c>.</summary>
    /// <remarks>As <see cref="VisibleText"/>: a path or a message may hold anything.</remarks>
    public string ToLine()
    {
        var line = new StringBuilder(Path.Length == 0 ? "sitegen" : VisibleText.OneLine(Path));
        if (Start != LinePosition.None)
        {
            line.Append(CultureInfo.InvariantCulture, $"({Start.Line},{Start.Column})");
        }

        line.Append(": ").Append(SeverityName).Append(' ').Append(Rule.Code).Append(": ");
        return line.Append(VisibleText.OneLine(Message)).ToString();
    }

    /// <summary>The line, the source line, a caret, notes and hint, as shown on a terminal.</summary>
    public string ToText()
    {
        var text = new StringBuilder(ToLine()).Append('\n');
        if (LineText.Length > 0)
        {
            AppendExcerpt(text);
        }

        foreach (var note in Notes)
        {
            text.Append("  ").Append(VisibleText.OneLine(note.Path));
            if (note.Start != LinePosition.None)
            {
                text.Append(CultureInfo.InvariantCulture, $"({note.Start.Line},{note.Start.Column})");
            }

            text.Append(": ").Append(VisibleText.OneLine(note.Message)).Append('\n');
        }

        return Hint is null ? text.ToString() : text.Append("  hint: ").Append(VisibleText.OneLine(Hint)).Append('\n').ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => ToLine();

    private void AppendExcerpt(StringBuilder text)
    {
        const int Room = 100;
        var column = Math.Clamp(Start.Column - 1, 0, LineText.Length);
        var from = column <= Room * 3 / 4 ? 0 : column - (Room / 2);
        var shown = LineText.AsSpan(from, Math.Min(Room, LineText.Length - from));
        var width = Start.Line == End.Line ? End.Column - Start.Column : 1;
        width = Math.Clamp(width, 1, Math.Max(1, shown.Length - (column - from)));
        text.Append("  | ").Append(VisibleText.OneLine(shown.ToString())).Append('\n').Append("  | ");
        foreach (var c in shown[..(column - from)])
        {
            // Keep tabs, so that the caret lines up with its character.
            text.Append(c == '\t' ? '\t' : ' ', VisibleText.WidthOf(c));
        }

        var marked = shown.Slice(column - from, Math.Min(width, shown.Length - (column - from)));
        foreach (var c in marked)
        {
            text.Append('^', VisibleText.WidthOf(c));
        }

        text.Append('^', width - marked.Length).Append('\n');
    }
}
