using System.Collections.Immutable;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Records;

/// <summary>Problems as bytes.</summary>
internal static class DiagnosticRecord
{
    /// <summary>Writes problems.</summary>
    public static void Write(RecordWriter writer, ImmutableArray<Diagnostic> problems) => writer.List(problems, Write);

    /// <summary>Reads problems.</summary>
    public static ImmutableArray<Diagnostic> ReadAll(ref RecordReader reader) => reader.List(Read);

    /// <summary>Writes a problem.</summary>
    public static void Write(RecordWriter writer, Diagnostic problem)
    {
        writer.Text(problem.Rule.Code);
        writer.Text(problem.Path);
        writer.Position(problem.Start);
        writer.Position(problem.End);
        writer.Text(problem.LineText);
        writer.Text(problem.Message);
        writer.Text(problem.Hint);
        writer.Text(problem.Missing);
        writer.Number((long)problem.Severity);
        writer.List(problem.Notes, WriteNote);
    }

    /// <summary>Reads a problem.</summary>
    public static Diagnostic Read(ref RecordReader reader)
    {
        var rule = KnownRules.Of(reader.TextOrEmpty());
        var path = reader.TextOrEmpty();
        var (start, end) = (reader.Position(), reader.Position());
        var (line, message, hint) = (reader.TextOrEmpty(), reader.TextOrEmpty(), reader.Text());
        var (missing, severity) = (reader.Text(), (DiagnosticSeverity)reader.Number());
        return new Diagnostic(rule, path, start, end, line, message, hint, reader.List(ReadNote))
        {
            Missing = missing,
            Severity = severity,
        };
    }

    private static void WriteNote(RecordWriter writer, DiagnosticNote note)
    {
        writer.Text(note.Path);
        writer.Position(note.Start);
        writer.Text(note.Message);
    }

    private static DiagnosticNote ReadNote(ref RecordReader reader) =>
        new(reader.TextOrEmpty(), reader.Position(), reader.TextOrEmpty());
}
