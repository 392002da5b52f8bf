using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>Decodes text files, which may be in another encoding than UTF-8.</summary>
internal static class SourceEncoding
{
    // Windows-1252 from 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252); the rest is Latin-1.
    private const string Windows1252 =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>A text file as UTF-8; another encoding is a warning.</summary>
    /// <remarks>UTF-16 and UTF-32 are known by their byte order mark, or by the zeros of a first ASCII character.</remarks>
    public static SourceText Decode(string path, ReadOnlyMemory<byte> bytes, ImmutableArray<Diagnostic>.Builder problems)
    {
        var span = bytes.Span;
        if (UnicodeOf(span) is { } encoding)
        {
            var mark = span.StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;
            problems.Add(Diagnostic.InFile(ParsingMessages.NotUtf8(encoding.CodePage >= 12000 ? "UTF-32" : "UTF-16"), path));
            return new SourceText(path, Encoding.UTF8.GetBytes(encoding.GetString(span[mark..])));
        }

        if (Utf8.IsValid(span))
        {
            return new SourceText(path, bytes);
        }

        problems.Add(Diagnostic.InFile(ParsingMessages.NotUtf8("Windows-1252"), path));
        return new SourceText(path, Encoding.UTF8.GetBytes(DecodeWindows1252(bytes)));
    }

    private static UnicodeEncoding Utf16(bool isBigEndian) => new(isBigEndian, byteOrderMark: true);

    private static Encoding? UnicodeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => Utf16(isBigEndian: false),
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => Utf16(isBigEndian: true),
        _ => null,
    };

    private static string DecodeWindows1252(ReadOnlyMemory<byte> bytes) => string.Create(bytes.Length, bytes, static (chars, bytes) =>
    {
        for (var i = 0; i < chars.Length; i++)
        {
            var c = bytes.Span[i];
            chars[i] = c is >= 0x80 and <= 0x9F ? Windows1252[c - 0x80] : (char)c;
        }
    });
}
