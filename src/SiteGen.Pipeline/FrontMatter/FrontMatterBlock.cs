using System.Collections.Immutable;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>Where the front matter of a file is, and where its body starts.</summary>
internal sealed record FrontMatterBlock(TextSpan Yaml, int BodyStart)
{
    /// <summary>Finds the block between two <c>---</c> lines at the start of a file; null when it is not closed or not YAML.</summary>
    public static FrontMatterBlock? Find(SourceText source, ImmutableArray<Diagnostic>.Builder problems)
    {
        var bytes = source.Bytes.Span;
        if (IsLine(bytes, "+++"u8) || (bytes.StartsWith("{"u8) && bytes[1..].TrimStart(" \r\n\t"u8).StartsWith("\""u8)))
        {
            var language = bytes[0] == '{' ? "JSON" : "TOML";
            problems.Add(source.Report(FrontMatterMessages.Language(language), new TextSpan(0, bytes[0] == '{' ? 1 : 3)));
            return null;
        }

        if (!IsLine(bytes, "---"u8))
        {
            return new FrontMatterBlock(default, 0);
        }

        var start = EndOfLine(bytes, 0);
        for (var at = start; at < bytes.Length; at = EndOfLine(bytes, at))
        {
            if (IsLine(bytes[at..], "---"u8) || IsLine(bytes[at..], "..."u8))
            {
                return new FrontMatterBlock(TextSpan.Between(start, at), EndOfLine(bytes, at));
            }
        }

        problems.Add(source.Report(FrontMatterMessages.NotClosed(), new TextSpan(0, 3)));
        return null;
    }

    private static bool IsLine(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> text) =>
        bytes.StartsWith(text) && bytes[text.Length..EndOfLine(bytes, 0)].Trim(" \t\r\n"u8).IsEmpty;

    private static int EndOfLine(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at..].IndexOf((byte)'\n') is >= 0 and var length ? at + length + 1 : bytes.Length;
}
