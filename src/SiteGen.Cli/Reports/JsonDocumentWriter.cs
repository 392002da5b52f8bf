using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SiteGen.Cli.Reports;

/// <summary>Writes JSON for other programs: UTF-8 as it is, lines that end in LF.</summary>
internal static class JsonDocumentWriter
{
    // The report is never put into a page, so that only JSON's own characters need escaping (RFC 8259 §7).
    private static readonly JsonWriterOptions s_line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions s_document = s_line with { Indented = true, NewLine = "\n" };

    /// <summary>A value over several lines.</summary>
    public static void Write(IBufferWriter<byte> output, Action<Utf8JsonWriter> write) => Write(output, s_document, write);

    /// <summary>A value in one line.</summary>
    public static void WriteLine(IBufferWriter<byte> output, Action<Utf8JsonWriter> write) => Write(output, s_line, write);

    private static void Write(IBufferWriter<byte> output, JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, options))
        {
            write(json);
        }

        output.Write("\n"u8);
    }
}
