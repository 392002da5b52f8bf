using System.Diagnostics;

namespace SiteGen.Text;

/// <summary>The UTF-8 bytes of one file and the path shown in messages; spans point into it.</summary>
/// <remarks>The bytes must not change while the source is in use. A byte order mark is not part of the text.</remarks>
[DebuggerDisplay("{Path}, {Bytes.Length} bytes")]
public sealed class SourceText(string path, ReadOnlyMemory<byte> bytes)
{
    private LineMap? _lines;

    /// <summary>The path relative to the site's folder, with <c>/</c>; or a name such as <c>(input)</c>.</summary>
    public string Path { get; } = path;

    /// <summary>The text as UTF-8.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = WithoutMark(bytes);

    /// <summary>The line starts, computed on first use.</summary>
    public LineMap Lines => _lines ??= LineMap.Create(Bytes);

    /// <summary>A problem with a span of this source.</summary>
    public Diagnostic Report(DiagnosticRule rule, TextSpan span, string message, string? hint)
    {
        var start = Lines.PositionOf(span.Start);
        return new Diagnostic(rule, Path, start, Lines.PositionOf(span.End), Lines.LineText(start.Line), message, hint, []);
    }

    /// <summary>A problem with a span of this source.</summary>
    public Diagnostic Report(DiagnosticMessage message, TextSpan span) => Report(message.Rule, span, message.Text, message.Hint);

    /// <summary>A problem between two positions of this source.</summary>
    public Diagnostic Report(DiagnosticMessage message, LinePosition start, LinePosition end) =>
        Report(message.Rule, start, end, message.Text, message.Hint);

    /// <summary>A problem between two positions of this source.</summary>
    public Diagnostic Report(DiagnosticRule rule, LinePosition start, LinePosition end, string message, string? hint) =>
        new(rule, Path, start, end, Lines.LineText(start.Line), message, hint, []);

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
}
