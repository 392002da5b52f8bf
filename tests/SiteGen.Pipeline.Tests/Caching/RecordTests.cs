using System.Reflection;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Records;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Rules.Silencing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Caching;

/// <summary>What is written as bytes comes back, with everything that it has.</summary>
public sealed class RecordTests
{
    private static readonly Diagnostic s_full = new(
        SiteRules.BrokenLink, "posts/ä.md", new(1, 2), new(3, 4), "the line", "the message", "the hint",
        [new DiagnosticNote("other.md", new(5, 6), "the note")])
    {
        Severity = DiagnosticSeverity.Error,
        Missing = "/a.png",
    };

    // Whoever adds a property has to write it too.
    [Fact]
    public void A_problem_comes_back_with_every_property()
    {
        AssertAllSet(s_full);
        AssertAllSet(s_full.Notes[0]);
        var writer = new RecordWriter();
        DiagnosticRecord.Write(writer, [s_full, s_full with { Hint = null, Missing = null, Notes = [], LineText = "" }]);
        var reader = new RecordReader(writer.Written);
        var back = DiagnosticRecord.ReadAll(ref reader);
        Assert.True(reader.IsAtEnd);
        Assert.Equal(s_full.Notes.AsEnumerable(), back[0].Notes.AsEnumerable());
        Assert.Equal(s_full, back[0] with { Notes = s_full.Notes });
        Assert.Null(back[1].Hint);
    }

    [Fact]
    public void A_parsed_file_comes_back_with_every_property()
    {
        var summary = new SummaryText(new byte[] { 1, 2 }, [new SummaryCode(1, 2, "js {1}")]);
        var facts = new PostFacts("Heading", true, summary, 7, Fingerprint.Compute("body")) { Terms = new byte[] { 1, 97 } };
        var post = new PostRecord(new byte[] { 3, 4, 5 }, new FrontMatterBlock(new TextSpan(1, 2), 3, 3), facts);
        var record = new SourceRecord(
            Fingerprint.Compute("x"),
            "de",
            post,
            new ImageSize(8, 9),
            new RasterImage(Fingerprint.Compute("x"), RasterFormat.Webp, new ImageSize(8, 9), isStill: true),
            [s_full],
            [new Suppression("broken-link", 4, new(5, 6))]);
        AssertAllSet(record);
        AssertAllSet(post);
        AssertAllSet(facts);
        var back = SourceRecord.Read(record.ToBytes(new RecordWriter()));
        Assert.Equal((record.Content, record.Language, record.Image), (back.Content, back.Language, back.Image));
        Assert.Equal(
            (record.Content, RasterFormat.Webp, record.Image, true),
            (back.Raster!.Content, back.Raster.Format, back.Raster.Size, back.Raster.IsStill));
        Assert.Equal(record.Suppressions.AsEnumerable(), back.Suppressions.AsEnumerable());
        Assert.Equal("the message", back.Diagnostics[0].Message);
        Assert.Equal(post.Block, back.Post?.Block);
        Assert.Equal(post.Start.ToArray(), back.Post?.Start.ToArray());
        Assert.Equal(summary.Html.ToArray(), back.Post?.Facts.Summary.Html.ToArray());
        Assert.Equal(summary.Code.AsEnumerable(), back.Post!.Facts.Summary.Code);
        Assert.Equal(facts.Terms.ToArray(), back.Post.Facts.Terms.ToArray());
        Assert.Equal(facts with { Summary = summary, Terms = default }, back.Post.Facts with { Summary = summary, Terms = default });
    }

    [Fact]
    public void Texts_and_numbers_come_back()
    {
        string?[] texts = [null, "", "a", "ä", "日本", "half \ud83d", "\0", new string('x', 70_000)];
        long[] numbers = [0, 1, 127, 128, 16_384, int.MaxValue, long.MaxValue, -1, long.MinValue];
        var writer = new RecordWriter();
        Array.ForEach(texts, writer.Text);
        Array.ForEach(numbers, writer.Number);
        writer.Fingerprint(Fingerprint.Compute("a"));
        var reader = new RecordReader(writer.Written);
        var (readTexts, readNumbers) = (new List<string?>(), new List<long>());
        foreach (var unused in texts)
        {
            readTexts.Add(reader.Text());
        }

        foreach (var unused in numbers)
        {
            readNumbers.Add(reader.Number());
        }

        Assert.Equal(texts, readTexts);
        Assert.Equal(numbers, readNumbers);
        Assert.Equal(Fingerprint.Compute("a"), reader.Fingerprint());
        Assert.True(reader.IsAtEnd);
    }

    // A property that the test does not set would come back by chance.
    private static void AssertAllSet(object value)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            var type = property.PropertyType;
            var unset = type.IsValueType ? Activator.CreateInstance(type) : null;
            Assert.False(Equals(property.GetValue(value), unset), $"{value.GetType().Name}.{property.Name} is not set");
        }
    }
}
