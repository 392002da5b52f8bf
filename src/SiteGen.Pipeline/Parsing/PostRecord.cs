using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Records;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>What is known of a post's text once it is converted.</summary>
/// <param name="Heading">The heading that opens it, when the front matter has no title.</param>
/// <param name="AsksForContents">Whether it asks for its table of contents.</param>
/// <param name="Summary">The summary.</param>
/// <param name="WordCount">How many words it has.</param>
/// <param name="Fingerprint">Fingerprint of the body.</param>
internal sealed record PostFacts(
    string? Heading, bool AsksForContents, SummaryText Summary, int WordCount, Fingerprint Fingerprint)
{
    /// <summary>The terms of the body, as <see cref="SearchTermReader"/> writes them; empty when the site has no search.</summary>
    public ReadOnlyMemory<byte> Terms { get; init; }
}

/// <summary>What is kept of a post so that it need not be converted again: its front matter as written, and facts about its text.</summary>
/// <remarks>The front matter is read again, which is fast, so that a new key needs no line here.</remarks>
/// <param name="Start">The bytes of the file before its body, as UTF-8.</param>
/// <param name="Block">Where the front matter is in them.</param>
/// <param name="Facts">What is known of the text.</param>
internal sealed record PostRecord(ReadOnlyMemory<byte> Start, FrontMatterBlock Block, PostFacts Facts)
{
    /// <summary>Writes it.</summary>
    public void Write(RecordWriter writer)
    {
        writer.Bytes(Start.Span);
        writer.Number(Block.Yaml.Start);
        writer.Number(Block.Yaml.Length);
        writer.Number(Block.YamlLine);
        writer.Text(Facts.Heading);
        writer.Flag(Facts.AsksForContents);
        writer.Bytes(Facts.Summary.Html.Span);
        writer.Number(Facts.Summary.Code.Length);
        foreach (var (at, length, written) in Facts.Summary.Code)
        {
            writer.Number(at);
            writer.Number(length);
            writer.Text(written);
        }

        writer.Number(Facts.WordCount);
        writer.Fingerprint(Facts.Fingerprint);
        writer.Bytes(Facts.Terms.Span);
    }

    /// <summary>Reads it.</summary>
    public static PostRecord Read(ref RecordReader reader)
    {
        var start = reader.Bytes();
        var yaml = new TextSpan(reader.Count(), reader.Count());
        var block = new FrontMatterBlock(yaml, reader.Count(), start.Length);
        var (heading, asks, html) = (reader.Text(), reader.Flag(), reader.Bytes());
        var code = new SummaryCode[reader.Count()];
        for (var i = 0; i < code.Length; i++)
        {
            code[i] = new SummaryCode(reader.Count(), reader.Count(), reader.Text() ?? "");
        }

        var summary = new SummaryText(html, [.. code]);
        var facts = new PostFacts(heading, asks, summary, reader.Count(), reader.Fingerprint()) { Terms = reader.Bytes() };
        return new PostRecord(start, block, facts);
    }
}
