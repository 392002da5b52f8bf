using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Converts sources in other encodings to UTF-8.</summary>
internal static class SourceEncoding
{
    // Windows-1252 from 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252); the rest is Latin-1.
    private const string Windows1252 =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>The bytes as UTF-8: unchanged, from UTF-16 with a byte order mark, or from Windows-1252 with a warning.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(string path, ReadOnlyMemory<byte> bytes, ImmutableArray<Diagnostic>.Builder problems)
    {
        var span = bytes.Span;
        if (Utf8.IsValid(span))
        {
            return bytes;
        }

        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            var encoding = span[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return Encoding.UTF8.GetBytes(encoding.GetString(span[2..]));
        }

        problems.Add(Diagnostic.InFile(ParsingMessages.NotUtf8(), path));
        var text = string.Create(span.Length, bytes, static (chars, bytes) =>
        {
            for (var i = 0; i < chars.Length; i++)
            {
                var c = bytes.Span[i];
                chars[i] = c is >= 0x80 and <= 0x9F ? Windows1252[c - 0x80] : (char)c;
            }
        });
        return Encoding.UTF8.GetBytes(text);
    }
}
