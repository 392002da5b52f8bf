using System.Buffers;
using System.Globalization;
using SiteGen.Templating.Dates;
using SiteGen.Text;

namespace SiteGen.Templating.Values;

/// <summary>Converts values to text: as printed, and as literals inside lists and objects.</summary>
internal static class ValueFormatter
{
    private static readonly SearchValues<char> s_escaped = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f");

    /// <summary>The text of a value; truncated if it is too deep or too long.</summary>
    public static string Format(in Value value, TextStyle style)
    {
        if (value.IsText)
        {
            return value.String;
        }

        var buffer = new Utf8Buffer();
        Write(buffer, value, style);
        return buffer.ToString();
    }

    /// <summary>Writes a value's text.</summary>
    public static TextOutcome Write(Utf8Buffer output, in Value value, TextStyle style)
    {
        switch (value.Kind)
        {
            case ValueKind.Text:
                WriteText(output, value);
                return TextOutcome.Written;
            case ValueKind.List or ValueKind.Object:
                return WriteNested(output, value, style, 0);
            case ValueKind.Date:
                DateFormat.Write(output, value.Parts, style.DatePattern, style.DateNames);
                return TextOutcome.Written;
            default:
                WriteScalar(output, value);
                return TextOutcome.Written;
        }
    }

    /// <summary>Writes a text with backslash escapes, as in a literal without its quotes.</summary>
    public static void WriteEscaped(Utf8Buffer output, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAny(s_escaped);
            if (at < 0)
            {
                output.Write(text);
                return;
            }

            output.Write(text[..at]);
            WriteEscape(output, text[at]);
            text = text[(at + 1)..];
        }
    }

    private static void WriteText(Utf8Buffer output, in Value value)
    {
        if (value.IsUtf8)
        {
            output.Write(value.Utf8);
            return;
        }

        output.Write(value.String);
    }

    private static void WriteScalar(Utf8Buffer output, in Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Bool:
                output.Write(value.Bits != 0 ? "true"u8 : "false"u8);
                break;
            case ValueKind.Int or ValueKind.Long:
                output.Write(value.Bits);
                break;
            case ValueKind.Double:
                WriteFormatted(output, value.DoubleBits);
                break;
            case ValueKind.Float:
                WriteFormatted(output, (float)value.DoubleBits);
                break;
            case ValueKind.Decimal:
                WriteFormatted(output, value.DecimalValue);
                break;
            case ValueKind.Big:
                output.Write(value.BigValue.ToString(CultureInfo.InvariantCulture));
                break;
            case ValueKind.Duration:
                output.Write(new TimeSpan(value.Bits).ToString("c", CultureInfo.InvariantCulture));
                break;
            case ValueKind.Function:
                output.Write("<function>"u8);
                break;
        }
    }

    private static void WriteFormatted<T>(Utf8Buffer output, T number)
        where T : IUtf8SpanFormattable
    {
        // No number of these types needs more than 40 bytes.
        var done = number.TryFormat(output.GetSpan(64), out var written, default, CultureInfo.InvariantCulture);
        output.Advance(done ? written : 0);
    }

    private static TextOutcome WriteNested(Utf8Buffer output, in Value value, TextStyle style, int depth)
    {
        switch (value.Kind)
        {
            case ValueKind.Text:
                output.Write((byte)'"');
                WriteEscaped(output, value.String);
                output.Write((byte)'"');
                return TextOutcome.Written;
            case ValueKind.Nil or ValueKind.Missing or ValueKind.Empty:
                output.Write("null"u8);
                return TextOutcome.Written;
            case ValueKind.List when depth < TextStyle.DepthLimit:
                return WriteList(output, value.Items, style, depth);
            case ValueKind.Object when depth < TextStyle.DepthLimit:
                return WriteObject(output, value.Members, style, depth);
            case ValueKind.List or ValueKind.Object:
                return TextOutcome.TooDeep;
            default:
                return Write(output, value, style);
        }
    }

    private static TextOutcome WriteList(Utf8Buffer output, IItems items, TextStyle style, int depth)
    {
        output.Write((byte)'[');
        var count = items.Count;
        for (var i = 0; i < count; i++)
        {
            output.Write(i == 0 ? default : ", "u8);
            if (WriteNested(output, items[i], style, depth + 1) is var outcome and not TextOutcome.Written)
            {
                return outcome;
            }

            if (output.Length > style.ByteLimit)
            {
                return TextOutcome.TooLong;
            }
        }

        output.Write((byte)']');
        return TextOutcome.Written;
    }

    private static TextOutcome WriteObject(Utf8Buffer output, IMembers members, TextStyle style, int depth)
    {
        output.Write((byte)'{');
        var isFirst = true;
        foreach (var name in members.Names)
        {
            if (!members.TryGet(name, out var member))
            {
                continue;
            }

            output.Write(isFirst ? default : ", "u8);
            isFirst = false;
            WriteKey(output, name);
            output.Write(": "u8);
            if (WriteNested(output, member, style, depth + 1) is var outcome and not TextOutcome.Written)
            {
                return outcome;
            }

            if (output.Length > style.ByteLimit)
            {
                return TextOutcome.TooLong;
            }
        }

        output.Write((byte)'}');
        return TextOutcome.Written;
    }

    private static void WriteKey(Utf8Buffer output, string name)
    {
        if (IsIdentifier(name))
        {
            output.Write(name);
            return;
        }

        output.Write((byte)'"');
        WriteEscaped(output, name);
        output.Write((byte)'"');
    }

    private static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || char.IsDigit(name[0]))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (c != '_' && !char.IsLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static void WriteEscape(Utf8Buffer output, char c)
    {
        var letter = c switch
        {
            '"' => '"',
            '\\' => '\\',
            '\a' => 'a',
            '\b' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\v' => 'v',
            '\f' => 'f',
            '\r' => 'r',
            '\0' => '0',
            _ => 'x',
        };
        output.Write((byte)'\\');
        output.Write((byte)letter);
        if (letter == 'x')
        {
            output.Write(((int)c).ToString("x2", CultureInfo.InvariantCulture));
        }
    }
}
