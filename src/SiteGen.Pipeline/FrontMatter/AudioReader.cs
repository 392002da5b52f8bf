using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>Reads the front matter of an audio file: a URL, a map, or the lines that WordPress keeps.</summary>
internal sealed class AudioReader(SourceText source, ImmutableArray<Diagnostic>.Builder problems)
{
    /// <summary>Reads the value of a key; null when it names no file, as a plain <c>podcast: true</c> does.</summary>
    public PostAudio? Read(YamlEntry entry)
    {
        var value = entry.Value is YamlList { Items: [var first, ..] } ? first : entry.Value;
        var audio = value switch
        {
            YamlScalar { IsNull: false, AsBoolean: null } scalar => FromLines(scalar),
            YamlMap map => FromMap(map),
            _ => null,
        };
        if (audio is null && entry.Name is "audio" && value is YamlMap or YamlList)
        {
            Report(FrontMatterMessages.AudioWithoutFile(entry.Key.Value), value);
        }

        return audio;
    }

    // WordPress keeps the URL, the length and the type of an enclosure in three lines of one text.
    private PostAudio? FromLines(YamlScalar scalar)
    {
        var lines = scalar.Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? null : Named(lines[0], scalar) with
        {
            Length = lines.Length > 1 && TryLength(lines[1], out var length) ? length : null,
            Type = lines.Length > 2 && lines[2].Contains('/', StringComparison.Ordinal) ? lines[2] : null,
        };
    }

    private PostAudio? FromMap(YamlMap map)
    {
        var url = map.Find("url") ?? map.Find("src") ?? map.Find("file");
        if (url is not YamlScalar { IsNull: false } named || named.Value.Trim().Length == 0)
        {
            return null;
        }

        long? length = null;
        if (map.Text("length") is { } written)
        {
            length = TryLength(written, out var bytes) ? bytes : null;
            ReportUnless(length is not null, map.Find("length"), FrontMatterMessages.InvalidAudioLength(written));
        }

        TimeSpan? duration = null;
        if (map.Text("duration") is { } played)
        {
            duration = PostAudio.DurationOf(played);
            ReportUnless(duration is not null, map.Find("duration"), FrontMatterMessages.InvalidAudioDuration(played));
        }

        return Named(named.Value.Trim(), named) with { Length = length, Type = map.Text("type"), Duration = duration };
    }

    private PostAudio Named(string url, YamlScalar at) => new(url)
    {
        IfMissing = source.Report(FrontMatterMessages.MissingAudio(url), at.Start, at.End),
    };

    private static bool TryLength(string text, out long length) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length);

    private void ReportUnless(bool isGood, YamlNode? at, DiagnosticMessage message)
    {
        if (!isGood && at is not null)
        {
            Report(message, at);
        }
    }

    private void Report(DiagnosticMessage message, YamlNode at) => problems.Add(source.Report(message, at.Start, at.End));
}
