using System.Collections.Immutable;
using SiteGen.Pipeline.Records;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>The fields of a post's front matter as bytes, for the build cache.</summary>
/// <remarks>Reading YAML again made most of the garbage of a build that has one post to render.</remarks>
internal static class FrontMatterRecord
{
    /// <summary>Writes the fields.</summary>
    public static void Write(RecordWriter writer, FrontMatterFields fields)
    {
        writer.Part(fields.Page, WritePage);
        Write(writer, fields.Date);
        Write(writer, fields.PublishDate);
        Write(writer, fields.ExpiryDate);
        writer.Flag(fields.IsDraft);
        writer.Flag(fields.IsUnlisted);
        writer.Flag(fields.IsPinned);
        writer.Flag(fields.NoIndex);
        writer.Flag(fields.IsUnsearchable);
        writer.Texts(fields.Aliases);
        writer.Texts(fields.Tags);
        writer.Texts(fields.Categories);
        writer.Texts(fields.Authors);
        writer.Text(fields.Series);
        Write(writer, fields.Part);
        writer.List(fields.Terms, WriteTerms);
        Write(writer, fields.Weight);
        writer.List(fields.Menus, WriteMenu);
        writer.Text(fields.RedirectTo);
        writer.Text(fields.Image);
        writer.Text(fields.Layout);
        writer.Text(fields.Guid);
    }

    /// <summary>Reads the fields; those of its page when they are asked for.</summary>
    public static FrontMatterFields Read(ref RecordReader reader) => new(reader.Bytes())
    {
        Date = ReadDate(ref reader),
        PublishDate = ReadDate(ref reader),
        ExpiryDate = ReadDate(ref reader),
        IsDraft = reader.Flag(),
        IsUnlisted = reader.Flag(),
        IsPinned = reader.Flag(),
        NoIndex = reader.Flag(),
        IsUnsearchable = reader.Flag(),
        Aliases = reader.Names(),
        Tags = reader.Names(),
        Categories = reader.Names(),
        Authors = reader.Names(),
        Series = reader.Name(),
        Part = ReadNumber(ref reader),
        Terms = reader.List(ReadTerms),
        Weight = ReadNumber(ref reader),
        Menus = reader.List(ReadMenu),
        RedirectTo = reader.Text(),
        Image = reader.Text(),
        Layout = reader.Name(),
        Guid = reader.Text(),
    };

    /// <summary>Reads what <see cref="FrontMatterFields.Page"/> has.</summary>
    public static PageFields ReadPage(ReadOnlyMemory<byte> record)
    {
        var reader = new RecordReader(record);
        return new PageFields
        {
            Title = reader.Text(),
            Updated = ReadDate(ref reader),
            Slug = reader.Text(),
            Url = reader.Text(),
            Canonical = reader.Text(),
            Summary = reader.Text(),
            Description = reader.Text(),
            ImageIfMissing = reader.Flag() ? DiagnosticRecord.Read(ref reader) : null,
            ImageAlt = reader.Text(),
            ImageCaption = reader.Text(),
            ImageCredit = reader.Text(),
            Audio = ReadAudio(ref reader),
            Toc = ReadFlag(ref reader),
            Math = ReadFlag(ref reader),
            Comments = ReadFlag(ref reader),
            Language = reader.Name(),
            Locations = reader.List(ReadLocation),
            Params = reader.List(ReadParam),
        };
    }

    private static void WritePage(RecordWriter writer, PageFields page)
    {
        writer.Text(page.Title);
        Write(writer, page.Updated);
        writer.Text(page.Slug);
        writer.Text(page.Url);
        writer.Text(page.Canonical);
        writer.Text(page.Summary);
        writer.Text(page.Description);
        Write(writer, page.ImageIfMissing);
        writer.Text(page.ImageAlt);
        writer.Text(page.ImageCaption);
        writer.Text(page.ImageCredit);
        Write(writer, page.Audio);
        Write(writer, page.Toc);
        Write(writer, page.Math);
        Write(writer, page.Comments);
        writer.Text(page.Language);
        writer.List(page.Locations, WriteLocation);
        writer.List(page.Params, WriteParam);
    }

    private static void Write(RecordWriter writer, WrittenDate? date)
    {
        writer.Flag(date is not null);
        if (date is { } written)
        {
            writer.Date(written.Instant);
            writer.Flag(written.HasTime);
            writer.Number(written.Day.DayNumber);
        }
    }

    private static WrittenDate? ReadDate(ref RecordReader reader) =>
        reader.Flag() ? new WrittenDate(reader.Date(), reader.Flag(), DateOnly.FromDayNumber(reader.Count())) : null;

    private static void Write(RecordWriter writer, int? number)
    {
        writer.Flag(number is not null);
        if (number is { } written)
        {
            writer.Number(written);
        }
    }

    private static int? ReadNumber(ref RecordReader reader) => reader.Flag() ? reader.Count() : null;

    private static void Write(RecordWriter writer, bool? flag)
    {
        writer.Flag(flag is not null);
        if (flag is { } written)
        {
            writer.Flag(written);
        }
    }

    private static bool? ReadFlag(ref RecordReader reader) => reader.Flag() ? reader.Flag() : null;

    private static void Write(RecordWriter writer, Diagnostic? problem)
    {
        writer.Flag(problem is not null);
        if (problem is not null)
        {
            DiagnosticRecord.Write(writer, problem);
        }
    }

    private static void Write(RecordWriter writer, PostAudio? audio)
    {
        writer.Flag(audio is not null);
        if (audio is not null)
        {
            writer.Text(audio.Address);
            writer.Number(audio.Length ?? -1);
            writer.Text(audio.Type);
            writer.Number(audio.Duration?.Ticks ?? -1);
            DiagnosticRecord.Write(writer, audio.IfMissing);
        }
    }

    private static PostAudio? ReadAudio(ref RecordReader reader) => !reader.Flag() ? null : new PostAudio(reader.TextOrEmpty())
    {
        Length = reader.Number() is >= 0 and var length ? length : null,
        Type = reader.Text(),
        Duration = reader.Number() is >= 0 and var ticks ? new TimeSpan(ticks) : null,
        IfMissing = DiagnosticRecord.Read(ref reader),
    };

    private static void WriteTerms(RecordWriter writer, KeyValuePair<string, ImmutableArray<string>> terms)
    {
        writer.Text(terms.Key);
        writer.Texts(terms.Value);
    }

    private static KeyValuePair<string, ImmutableArray<string>> ReadTerms(ref RecordReader reader) =>
        new(reader.Name() ?? "", reader.Names());

    private static void WriteMenu(RecordWriter writer, MenuPlace menu)
    {
        writer.Text(menu.Menu);
        writer.Text(menu.Title);
        Write(writer, menu.Weight);
    }

    private static MenuPlace ReadMenu(ref RecordReader reader) => new(reader.TextOrEmpty(), reader.Text(), ReadNumber(ref reader));

    // Most names are those of the table, which are not written: every post would have strings of its own for them.
    private static void WriteLocation(RecordWriter writer, FieldLocation location)
    {
        var row = FrontMatterKeys.IndexOf(location.Name);
        writer.Number(row + 1);
        if (row < 0)
        {
            writer.Text(location.Name);
        }

        writer.Position(location.Key);
        writer.Position(location.Value);
    }

    private static FieldLocation ReadLocation(ref RecordReader reader)
    {
        var row = reader.Count() - 1;
        var name = row < 0 ? reader.TextOrEmpty() : FrontMatterKeys.All[row].Name;
        return new FieldLocation(name, reader.Position(), reader.Position());
    }

    private static void WriteParam(RecordWriter writer, KeyValuePair<string, Value> param)
    {
        writer.Text(param.Key);
        ValueRecord.Write(writer, param.Value);
    }

    private static KeyValuePair<string, Value> ReadParam(ref RecordReader reader) =>
        new(reader.TextOrEmpty(), ValueRecord.Read(ref reader));
}
