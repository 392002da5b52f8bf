using System.Collections.Immutable;
using System.Reflection;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Parsing.Keeping;
using SiteGen.Pipeline.Records;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Rules.Silencing;
using SiteGen.Pipeline.Tests.Parsing;
using SiteGen.Templating.Values;
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

    private static readonly SourceFile s_file =
        new("pages/de/a.md", "de/a.md", SourceKind.Page, Fingerprint.Compute("x"), "/a.md", default) { Language = "de" };

    private static readonly WrittenDate s_date =
        new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromMinutes(-210)), true, new DateOnly(2026, 3, 5));

    private static readonly PageFields s_page = new()
    {
        Title = "title",
        Updated = s_date with { HasTime = false },
        Slug = "slug",
        Url = "url",
        Canonical = "canonical",
        Summary = "summary",
        Description = "description",
        ImageIfMissing = s_full,
        ImageAlt = "alt",
        ImageCaption = "caption",
        ImageCredit = "credit",
        Audio = new PostAudio("http://a.example/a.mp3")
        {
            Length = 4,
            Type = "audio/mpeg",
            Duration = TimeSpan.FromSeconds(5),
            IfMissing = s_full with { Message = "no audio" },
        },
        Toc = true,
        Math = true,
        Comments = true,
        Language = "de",
        Locations = [new FieldLocation("slug", new(1, 2), new(3, 4))],
        Params = [new("own", Value.From("value"))],
    };

    private static readonly FrontMatterFields s_front = new()
    {
        Date = s_date,
        PublishDate = s_date with { Day = new DateOnly(1, 1, 2) },
        ExpiryDate = s_date with { Instant = new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.FromHours(14)) },
        IsDraft = true,
        IsUnlisted = true,
        IsPinned = true,
        NoIndex = true,
        IsUnsearchable = true,
        Aliases = ["/old/", "/older/"],
        Tags = ["tag"],
        Categories = ["category"],
        Authors = ["author"],
        Series = "series",
        Part = -1,
        Terms = [new("people", ["Ann", "Ö"])],
        Weight = 2,
        Menus = [new MenuPlace("main", "menu title", -3)],
        RedirectTo = "redirect",
        Image = "image",
        Layout = "layout",
        Guid = "guid",
        Page = s_page,
    };

    private static readonly PostHead s_head = new(s_file)
    {
        Title = "Title",
        Date = s_date.Instant,
        Url = "/a/",
        Slug = "a",
        Language = "de",
        TranslatedInto = "de",
        Fingerprint = Fingerprint.Compute("head"),
        Front = s_front,
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
        var post = new PostRecord(s_head, facts);
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
        var back = SourceRecord.Read(record.ToBytes(new RecordWriter()), s_file, new RecordNames());
        Assert.Equal((record.Content, record.Language, record.Image), (back.Content, back.Language, back.Image));
        Assert.Equal(
            (record.Content, RasterFormat.Webp, record.Image, true),
            (back.Raster!.Content, back.Raster.Format, back.Raster.Size, back.Raster.IsStill));
        Assert.Equal(record.Suppressions.AsEnumerable(), back.Suppressions.AsEnumerable());
        Assert.Equal("the message", back.Diagnostics[0].Message);
        Assert.Equal(s_head with { Front = FrontMatterFields.Empty }, back.Post!.Value.Head with { Front = FrontMatterFields.Empty });
        Assert.Equal(summary.Html.ToArray(), back.Post.Value.Facts.Summary.Html.ToArray());
        Assert.Equal(summary.Code.AsEnumerable(), back.Post.Value.Facts.Summary.Code);
        Assert.Equal(facts.Terms.ToArray(), back.Post.Value.Facts.Terms.ToArray());
        Assert.Equal(facts with { Summary = summary, Terms = default }, back.Post.Value.Facts with { Summary = summary, Terms = default });
    }

    [Fact]
    public void The_front_matter_of_a_post_comes_back_with_every_field()
    {
        AssertAllSet(s_head);
        AssertAllSet(s_head.Front);
        AssertAllSet(s_head.Front.Page);
        AssertAllSet(s_head.Front.Page.Audio!, property => property.CanWrite);
        AssertAllSet(s_head.Front.Menus[0]);
        Assert.Equal(Shown(s_head.Front), Shown(Back(s_head.Front)));
        Assert.Equal(Shown(FrontMatterFields.Empty), Shown(Back(FrontMatterFields.Empty)));
    }

    [Fact]
    public void Params_come_back_as_the_values_that_YAML_gave()
    {
        var post = ParsedPosts.Post("posts/a.md", """
            ---
            whole: 7
            negative: -7
            long: 12345678901
            real: 0.1
            "yes": true
            "no": false
            nothing: ~
            empty: ""
            text: "007 ä"
            list: [1, [two, 3.5], {four: 5}]
            map: {a: 1, b: {c: [d]}, e: ~}
            ---
            """);
        Assert.Equal(11, post.Head.Front.Page.Params.Length);
        Assert.Equal(Shown(post.Head.Front), Shown(Back(post.Head.Front)));
    }

    private static FrontMatterFields Back(FrontMatterFields fields)
    {
        var writer = new RecordWriter();
        FrontMatterRecord.Write(writer, fields);
        var reader = new RecordReader(writer.Written);
        var back = FrontMatterRecord.Read(ref reader);
        Assert.True(reader.IsAtEnd);
        return back;
    }

    // Every property and what is in it, so that lists are compared by their items.
    private static string Shown(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        Value { IsNil: true } => "nil",
        Value item when item.TryGetItems(out var items) =>
            $"[{string.Join(", ", Enumerable.Range(0, items.Count).Select(index => Shown(items[index])))}]",
        Value map when map.TryGetMembers(out var members) =>
            $"{{{string.Join(", ", members.Names.Select(name => $"{name}: {Shown(members.TryGet(name, out var of) ? of : Value.Nil)}"))}}}",
        Value single => $"{(single.IsText ? "text" : single.TryGetInteger(out _) ? "whole" : single.IsNumber ? "real" : "flag")} {single}",
        System.Collections.IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Shown))}]",
        FrontMatterFields or PageFields or PostAudio =>
            string.Join('\n', PropertiesOf(value).Select(of => $"{of.Name}: {Shown(of.GetValue(value))}")),
        KeyValuePair<string, Value> pair => $"{pair.Key}={Shown(pair.Value)}",
        KeyValuePair<string, ImmutableArray<string>> pair => $"{pair.Key}={Shown(pair.Value)}",
        _ => $"{value}",
    };

    [Fact]
    public void Names_that_come_again_are_one_string_and_those_in_the_place_of_others_come_back_too()
    {
        string?[] all = [null, "", "music", "ä", .. Enumerable.Range(0, 5_000).Select(number => $"tag{number}"), "music"];
        var writer = new RecordWriter();
        Array.ForEach(all, writer.Text);
        writer.Text("music");
        var reader = new RecordReader(writer.Written, new RecordNames());
        foreach (var name in all[..^1])
        {
            Assert.Equal(name, reader.Name());
        }

        var first = reader.Name();
        Assert.Equal("music", first);
        Assert.Same(first, reader.Name());
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
    private static void AssertAllSet(object value, Func<PropertyInfo, bool>? chosen = null)
    {
        foreach (var property in PropertiesOf(value).Where(chosen ?? (_ => true)))
        {
            var (type, set) = (property.PropertyType, property.GetValue(value));
            var unset = type.IsValueType ? Activator.CreateInstance(type) : null;
            var isSet = !Equals(set, unset) && (set is not System.Collections.IEnumerable list || list.Cast<object>().Any());
            Assert.True(isSet, $"{value.GetType().Name}.{property.Name} is not set");
        }
    }

    private static PropertyInfo[] PropertiesOf(object value) =>
        value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public);
}
