using Scriban.Parsing;
using SiteGen.Text;

namespace SiteGen.Templating.Binding;

/// <summary>A message of the package and its UTF-16 offsets; the end is exclusive.</summary>
internal readonly record struct SyntaxPlace(string Text, OpenBlocks Blocks, string Sentence, int Start, int End, int NestingLimit)
{
    /// <summary>The text at the location; empty at the end of the template.</summary>
    public string Found => TextOf(Start, End);

    public static SyntaxPlace Of(LogMessage message, string text, OpenBlocks blocks, int nestingLimit)
    {
        var start = message.Span.Start.Offset is >= 0 and var offset && offset <= text.Length ? offset : text.Length;
        return new(text, blocks, message.Message, start, Math.Clamp(message.Span.End.Offset + 1, start, text.Length), nestingLimit);
    }

    public SyntaxError Parser(DiagnosticMessage message) => As(SyntaxErrorKind.Parser, message);

    public SyntaxError As(SyntaxErrorKind kind, DiagnosticMessage message) => new(kind, Start, End, message);

    public SyntaxError As(SyntaxErrorKind kind, int start, int end, DiagnosticMessage message) =>
        new(kind, Math.Min(start, Text.Length), Math.Clamp(end, start, Text.Length), message);

    /// <summary>An error at the next occurrence of a word.</summary>
    public SyntaxError Next(string word, DiagnosticMessage message)
    {
        var start = Math.Max(Start, Text.IndexOf(word, Start, StringComparison.Ordinal));
        return As(SyntaxErrorKind.Parser, start, start + word.Length, message);
    }

    public char CharAt(int offset) => offset >= 0 && offset < Text.Length ? Text[offset] : ' ';

    public string TextOf(int start, int end)
    {
        var from = Math.Min(start, Text.Length);
        return Text[from..Math.Clamp(end, from, Text.Length)];
    }

    /// <summary>The sentence's parts in backticks.</summary>
    public string Quoted(int index) => Sentence.Split('`') is var parts && parts.Length > (2 * index) + 1 ? parts[(2 * index) + 1] : "";

    public string WordAt(int start)
    {
        var end = start;
        while (end < Text.Length && char.IsAsciiLetter(Text[end]))
        {
            end++;
        }

        return Text[start..end];
    }
}
