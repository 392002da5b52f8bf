using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Makes UTF-8 of what old editors saved.</summary>
internal static class SourceEncoding
{
    // Windows-1252 from 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252); the rest is Latin-1.
    private const string Windows1252 =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>The bytes as UTF-8: as they are, from UTF-16 with its mark, or read as Windows-1252 with a warning.</summary>
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

        problems.Add(Diagnostic.InFile(SiteRules.NotUtf8, path, "this file is not UTF-8; it was read as Windows-1252", "save it as UTF-8 in your editor"));
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
