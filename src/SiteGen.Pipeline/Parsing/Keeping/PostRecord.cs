using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Records;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing.Keeping;

/// <summary>What is known of a post's text once it is converted.</summary>
/// <param name="Heading">The heading that opens it, when the front matter has no title.</param>
/// <param name="AsksForContents">Whether it asks for its table of contents.</param>
/// <param name="Summary">The summary.</param>
/// <param name="WordCount">How many words it has.</param>
/// <param name="Fingerprint">Fingerprint of the body.</param>
internal readonly record struct PostFacts(
    string? Heading, bool AsksForContents, SummaryText Summary, int WordCount, Fingerprint Fingerprint)
{
    /// <summary>The <see cref="SearchTerms"/>; empty when the site has no search.</summary>
    public ReadOnlyMemory<byte> Terms { get; init; }
}

/// <summary>What is kept of a post so that it need not be parsed again: its head, and facts about its text.</summary>
/// <param name="Head">The head.</param>
/// <param name="Facts">What is known of the text.</param>
internal readonly record struct PostRecord(PostHead Head, PostFacts Facts)
{
    /// <summary>Writes it.</summary>
    public void Write(RecordWriter writer)
    {
        // First, because they are read alone.
        writer.Bytes(Facts.Terms.Span);
        WriteHead(writer);
        writer.Text(Facts.Heading);
        writer.Flag(Facts.AsksForContents);
        writer.Bytes(Facts.Summary.Html.Span);
        writer.List(Facts.Summary.Code, WriteCode);
        writer.Number(Facts.WordCount);
        writer.Fingerprint(Facts.Fingerprint);
    }

    /// <summary>Reads it.</summary>
    /// <param name="reader">The record.</param>
    /// <param name="file">The file that the post is in.</param>
    public static PostRecord Read(ref RecordReader reader, SourceFile file)
    {
        var terms = ReadTerms(ref reader);
        var head = ReadHead(ref reader, file);
        var (heading, asks) = (reader.Text(), reader.Flag());
        var summary = new SummaryText(reader.Bytes(), reader.List(ReadCode));
        return new PostRecord(head, new PostFacts(heading, asks, summary, reader.Count(), reader.Fingerprint()) { Terms = terms });
    }

    /// <summary>Reads the terms, and nothing else.</summary>
    public static ReadOnlyMemory<byte> ReadTerms(ref RecordReader reader) => reader.Bytes();

    private void WriteHead(RecordWriter writer)
    {
        FrontMatterRecord.Write(writer, Head.Front);
        // Mostly those of the front matter; the post keeps one string for both.
        writer.Text(Head.Title == Head.Front.Page.Title ? null : Head.Title);
        writer.Text(Head.Slug == Head.Front.Page.Slug ? null : Head.Slug);
        writer.Flag(Head.Date is not null);
        if (Head.Date is { } date)
        {
            writer.Date(date);
        }

        writer.Text(Head.Url);
        writer.Text(Head.Language);
        writer.Text(Head.TranslatedInto);
        writer.Fingerprint(Head.Fingerprint);
    }

    private static PostHead ReadHead(ref RecordReader reader, SourceFile file) => new(file)
    {
        Front = FrontMatterRecord.Read(ref reader),
        Title = reader.Text(),
        Slug = reader.Text(),
        Date = reader.Flag() ? reader.Date() : null,
        Url = reader.TextOrEmpty(),
        Language = reader.Name() ?? "",
        TranslatedInto = reader.Name(),
        Fingerprint = reader.Fingerprint(),
    };

    private static void WriteCode(RecordWriter writer, SummaryCode code)
    {
        writer.Number(code.Start);
        writer.Number(code.Length);
        writer.Text(code.Written);
    }

    private static SummaryCode ReadCode(ref RecordReader reader) => new(reader.Count(), reader.Count(), reader.TextOrEmpty());
}
