using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SiteGen.Pipeline.Inspection;

namespace SiteGen.Cli.Reports;

/// <summary>Writes tables for people, as JSON, and as CSV.</summary>
internal static class ListingWriter
{
    // A column that is wider pushes the ones after it out of sight.
    private const int MostWidth = 60;

    private const int MostItems = 8;

    /// <summary>Columns one below the other, with their names in the first line.</summary>
    public static string ToText(Listing listing)
    {
        var columns = listing.Columns[..listing.MainColumns].Select(name => name.Replace('_', ' '));
        return Aligned([[.. columns], .. RowsOf(listing)]);
    }

    /// <summary>The rows without the names of the columns.</summary>
    public static string ToRows(Listing listing) => Aligned([.. RowsOf(listing)]);

    /// <summary>An array of objects, one in each row.</summary>
    public static void WriteJson(Utf8JsonWriter json, Listing listing)
    {
        json.WriteStartArray();
        foreach (var row in listing.Rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(listing.Columns[i]);
                WriteCell(json, row[i]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The JSON of a table.</summary>
    public static ReadOnlyMemory<byte> ToJson(Listing listing)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonDocumentWriter.Write(output, json => WriteJson(json, listing));
        return output.WrittenMemory;
    }

    /// <summary>Comma-separated values (RFC 4180), with the names of the columns in the first line.</summary>
    public static ReadOnlyMemory<byte> ToCsv(Listing listing)
    {
        var text = new StringBuilder();
        AppendLine(text, listing.Columns);
        foreach (var row in listing.Rows)
        {
            AppendLine(text, row.Select(cell => cell.ForPrograms ?? $"{cell}"));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void WriteCell(Utf8JsonWriter json, Cell cell)
    {
        if (cell.Number is { } number)
        {
            json.WriteNumberValue(number);
        }
        else if (cell.Items is { } items)
        {
            json.WriteStartArray();
            items.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }
        else
        {
            json.WriteStringValue(cell.ForPrograms ?? cell.Text);
        }
    }

    private static IEnumerable<ImmutableArray<string>> RowsOf(Listing listing) =>
        listing.Rows.Select(row => row[..listing.MainColumns].Select(TextOf).ToImmutableArray());

    private static string TextOf(Cell cell) => cell.Items is { Length: > MostItems } items
        ? FormattableString.Invariant($"{string.Join(", ", items.Take(MostItems))} and {items.Length - MostItems} more")
        : $"{cell}";

    private static string Aligned(ImmutableArray<ImmutableArray<string>> rows)
    {
        var text = new StringBuilder();
        if (rows.IsEmpty)
        {
            return "";
        }

        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(row => Math.Min(WidthOf(row[i]), MostWidth)))];
        foreach (var row in rows)
        {
            var line = new StringBuilder();
            for (var i = 0; i < row.Length; i++)
            {
                line.Append(row[i]).Append(' ', Math.Max(0, widths[i] - WidthOf(row[i])) + 2);
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    // As terminals count: East Asian characters and pictures take two columns, marks on a letter none.
    private static int WidthOf(string text) => text.EnumerateRunes().Sum(rune => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format => 0,
        _ => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1,
    });

    private static void AppendLine(StringBuilder text, IEnumerable<string> values) =>
        text.AppendJoin(',', values.Select(Quoted)).Append("\r\n");

    // A value that starts like a formula is one to spreadsheets (OWASP, CSV injection).
    private static string Quoted(string value)
    {
        var isNumber = double.TryParse(value, CultureInfo.InvariantCulture, out _);
        var safe = value is ['=' or '+' or '-' or '@', _, ..] && !isNumber ? "'" + value : value;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
