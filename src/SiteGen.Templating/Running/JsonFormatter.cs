using System.Globalization;
using System.Text.Encodings.Web;
using SiteGen.Templating.Dates;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>Writes values as JSON without HTML-significant characters in its strings.</summary>
internal static class JsonFormatter
{
    public static TextOutcome Write(RenderContext context, Utf8Buffer output, in Value value) =>
        Write(context, output, value, 0);

    private static TextOutcome Write(RenderContext context, Utf8Buffer output, in Value value, int depth)
    {
        switch (value.Kind)
        {
            case ValueKind.Nil or ValueKind.Missing:
                output.Write("null"u8);
                return TextOutcome.Written;
            case ValueKind.Empty:
                output.Write("{}"u8);
                return TextOutcome.Written;
            case ValueKind.Function:
                return TextOutcome.NotText;
            case ValueKind.Text:
                WriteString(output, value.String);
                return TextOutcome.Written;
            case ValueKind.Date:
                // Digits and signs need no escaping, not even the plus that the encoder would escape.
                output.Write((byte)'"');
                output.Write(IsoText(value));
                output.Write((byte)'"');
                return TextOutcome.Written;
            case ValueKind.Float or ValueKind.Double when !double.IsFinite(value.DoubleBits):
                output.Write("null"u8);
                return TextOutcome.Written;
            case ValueKind.Duration:
                WriteString(output, new TimeSpan(value.Bits).ToString("c", CultureInfo.InvariantCulture));
                return TextOutcome.Written;
            case ValueKind.List or ValueKind.Object when depth >= TextStyle.DepthLimit:
                return TextOutcome.TooDeep;
            case ValueKind.List:
                return WriteList(context, output, value.Items, depth);
            case ValueKind.Object:
                return WriteObject(context, output, value.Members, depth);
            default:
                return ValueFormatter.Write(output, value, TextStyle.Default);
        }
    }

    /// <summary>A date in ISO 8601, with its offset if it has one.</summary>
    public static string IsoText(in Value date)
    {
        var time = date.LocalTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        if (!date.HasOffset)
        {
            return time;
        }

        var buffer = new Utf8Buffer();
        DateFormat.Write(buffer, date.Parts, "%Z", DateNames.English);
        return time + buffer;
    }

    private static void WriteString(Utf8Buffer output, string text)
    {
        output.Write((byte)'"');
        output.Write(JavaScriptEncoder.Default.Encode(text));
        output.Write((byte)'"');
    }

    private static TextOutcome WriteList(RenderContext context, Utf8Buffer output, IItems items, int depth)
    {
        output.Write((byte)'[');
        var count = items.Count;
        context.Budget.Spend(context, count);
        for (var i = 0; i < count; i++)
        {
            output.Write(i == 0 ? default : ","u8);
            if (Write(context, output, items[i], depth + 1) is var outcome and not TextOutcome.Written)
            {
                return outcome;
            }

            if (output.Length > context.TextLimit)
            {
                return TextOutcome.TooLong;
            }
        }

        output.Write((byte)']');
        return TextOutcome.Written;
    }

    private static TextOutcome WriteObject(RenderContext context, Utf8Buffer output, IMembers members, int depth)
    {
        output.Write((byte)'{');
        var isFirst = true;
        var names = members.Names;
        context.Budget.Spend(context, names.Length);
        foreach (var name in names)
        {
            if (!members.TryGet(name, out var member))
            {
                continue;
            }

            output.Write(isFirst ? default : ","u8);
            isFirst = false;
            WriteString(output, name);
            output.Write((byte)':');
            if (Write(context, output, member, depth + 1) is var outcome and not TextOutcome.Written)
            {
                return outcome;
            }

            if (output.Length > context.TextLimit)
            {
                return TextOutcome.TooLong;
            }
        }

        output.Write((byte)'}');
        return TextOutcome.Written;
    }
}
