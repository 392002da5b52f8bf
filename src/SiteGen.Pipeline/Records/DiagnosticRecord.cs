using System.Collections.Immutable;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Records;

/// <summary>Problems as bytes.</summary>
internal static class DiagnosticRecord
{
    /// <summary>Writes problems.</summary>
    public static void Write(RecordWriter writer, ImmutableArray<Diagnostic> problems)
    {
        writer.Number(problems.Length);
        foreach (var problem in problems)
        {
            Write(writer, problem);
        }
    }

    /// <summary>Reads problems.</summary>
    public static ImmutableArray<Diagnostic> ReadAll(ref RecordReader reader)
    {
        var count = reader.Count();
        if (count == 0)
        {
            return [];
        }

        var problems = ImmutableArray.CreateBuilder<Diagnostic>(count);
        for (var i = 0; i < count; i++)
        {
            problems.Add(Read(ref reader));
        }

        return problems.MoveToImmutable();
    }

    private static void Write(RecordWriter writer, Diagnostic problem)
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
        writer.Number(problem.Notes.Length);
        foreach (var note in problem.Notes)
        {
            writer.Text(note.Path);
            writer.Position(note.Start);
            writer.Text(note.Message);
        }
    }

    private static Diagnostic Read(ref RecordReader reader)
    {
        var rule = KnownRules.Of(reader.TextOrEmpty());
        var path = reader.TextOrEmpty();
        var (start, end) = (reader.Position(), reader.Position());
        var (line, message, hint) = (reader.TextOrEmpty(), reader.TextOrEmpty(), reader.Text());
        var (missing, severity) = (reader.Text(), (DiagnosticSeverity)reader.Number());
        var notes = ImmutableArray.CreateBuilder<DiagnosticNote>(reader.Count());
        while (notes.Count < notes.Capacity)
        {
            var of = reader.TextOrEmpty();
            var at = reader.Position();
            notes.Add(new DiagnosticNote(of, at, reader.TextOrEmpty()));
        }

        return new Diagnostic(rule, path, start, end, line, message, hint, notes.MoveToImmutable())
        {
            Missing = missing,
            Severity = severity,
        };
    }
}
