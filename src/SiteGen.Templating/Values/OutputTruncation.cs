using System.Text;
using SiteGen.Text;

namespace SiteGen.Templating.Values;

/// <summary>Truncates output to a limit in UTF-16 code units.</summary>
internal static class OutputTruncation
{
    public static void Apply(Utf8Buffer output, int start, int limit)
    {
        var written = output.WrittenSpan[start..];
        if (written.Length <= limit)
        {
            return;
        }

        var (at, units) = (0, 0);
        while (at < written.Length)
        {
            _ = Rune.DecodeFromUtf8(written[at..], out var rune, out var length);
            units += rune.Utf16SequenceLength;
            if (units > limit)
            {
                output.Truncate(start + at);
                output.Write("..."u8);
                return;
            }

            at += length;
        }
    }
}
