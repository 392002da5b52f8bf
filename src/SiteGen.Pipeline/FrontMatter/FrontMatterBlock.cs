using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>Where the front matter of a file is, and where its body starts.</summary>
/// <param name="Yaml">The YAML between the two lines.</param>
/// <param name="YamlLine">The number of lines before the YAML.</param>
/// <param name="BodyStart">The offset after the closing line.</param>
internal sealed record FrontMatterBlock(TextSpan Yaml, int YamlLine, int BodyStart)
{
    private static readonly SearchValues<byte> s_keyLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"u8);

    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    /// <summary>Finds the block between two <c>---</c> lines at the start of a file; null when it is not closed or not YAML.</summary>
    /// <remarks>After blank lines, <c>---</c> may also be a thematic break, so that a known key has to follow.</remarks>
    public static FrontMatterBlock? Find(SourceText source, ImmutableArray<Diagnostic>.Builder problems)
    {
        var bytes = source.Bytes.Span;
        var open = StartOfText(bytes);
        var text = bytes[open..];
        if (IsLine(text, "+++"u8) || (text.StartsWith("{"u8) && text[1..].TrimStart(Blanks).StartsWith("\""u8)))
        {
            var language = text[0] == '{' ? "JSON" : "TOML";
            problems.Add(source.Report(FrontMatterMessages.Language(language), new TextSpan(open, text[0] == '{' ? 1 : 3)));
            return null;
        }

        if (!IsLine(text, "---"u8))
        {
            WarnOfMissingLine(source, open, problems);
            return None;
        }

        var start = EndOfLine(bytes, open);
        for (var at = start; at < bytes.Length; at = EndOfLine(bytes, at))
        {
            if (IsLine(bytes[at..], "---"u8) || IsLine(bytes[at..], "..."u8))
            {
                var block = new FrontMatterBlock(
                    TextSpan.Between(start, at), bytes[..start].Count((byte)'\n'), EndOfLine(bytes, at));
                return open == 0 || HasKnownKey(bytes[start..at]) ? block : None;
            }
        }

        if (open > 0 && !IsKnownKey(bytes[start..].TrimStart(Blanks)))
        {
            return None;
        }

        problems.Add(source.Report(FrontMatterMessages.NotClosed(), new TextSpan(open, 3)));
        return null;
    }

    /// <summary>Whether the start of a file is that of front matter, as far as this start shows.</summary>
    public static bool Opens(ReadOnlySpan<byte> start) => start[StartOfText(start)..].StartsWith("---"u8);

    private static FrontMatterBlock None => new(default, 0, 0);

    // Editors and concatenated files leave blanks and byte order marks before the text.
    private static int StartOfText(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && (Blanks.Contains(bytes[at]) || bytes[at..].StartsWith("\uFEFF"u8)))
        {
            at += bytes[at] == 0xEF ? 3 : 1;
        }

        return at;
    }

    // Keys and a closing line without an opening line: the author meant front matter.
    private static void WarnOfMissingLine(SourceText source, int open, ImmutableArray<Diagnostic>.Builder problems)
    {
        var bytes = source.Bytes.Span;
        if (!IsKnownKey(bytes[open..]))
        {
            return;
        }

        for (var at = open; at < bytes.Length && !bytes[at..EndOfLine(bytes, at)].Trim(Blanks).IsEmpty; at = EndOfLine(bytes, at))
        {
            if (IsLine(bytes[at..], "---"u8))
            {
                problems.Add(source.Report(FrontMatterMessages.NotRead(), new TextSpan(open, bytes[open..].IndexOf((byte)':'))));
                return;
            }
        }
    }

    private static bool HasKnownKey(ReadOnlySpan<byte> block)
    {
        for (var at = 0; at < block.Length; at = EndOfLine(block, at))
        {
            if (IsKnownKey(block[at..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKnownKey(ReadOnlySpan<byte> line) =>
        KeyAt(line) is { } key && FrontMatterKeys.Find(FrontMatterKey.Normalize(key)) is not null;

    // The key at the start of the text: a word, followed by a colon and a blank or the end of the line; null if there is none.
    private static string? KeyAt(ReadOnlySpan<byte> bytes)
    {
        var line = bytes[..EndOfLine(bytes, 0)];
        var colon = line.IndexOf((byte)':');
        return colon > 0
            && (colon + 1 == line.Length || Blanks.Contains(line[colon + 1]))
            && line[..colon].IndexOfAnyExcept(s_keyLetters) < 0
                ? Encoding.UTF8.GetString(line[..colon])
                : null;
    }

    private static bool IsLine(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> text) =>
        bytes.StartsWith(text) && bytes[text.Length..EndOfLine(bytes, 0)].Trim(Blanks).IsEmpty;

    private static int EndOfLine(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at..].IndexOf((byte)'\n') is >= 0 and var length ? at + length + 1 : bytes.Length;
}
