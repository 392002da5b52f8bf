using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>Reads what front matter says of a sound file: an address, a map, or the lines that WordPress kept.</summary>
internal sealed class AudioReader(SourceText source, ImmutableArray<Diagnostic>.Builder problems)
{
    /// <summary>Reads the value of a key; null when it names no file, as a plain <c>podcast: true</c> does.</summary>
    public PostAudio? Read(YamlEntry entry)
    {
        var value = entry.Value is YamlList { Items: [var first, ..] } ? first : entry.Value;
        var audio = value switch
        {
            YamlScalar { IsNull: false, AsBoolean: null } scalar => OfLines(scalar),
            YamlMap map => OfMap(map),
            _ => null,
        };
        if (audio is null && entry.Name is "audio" && value is YamlMap or YamlList)
        {
            Report(value, $"'{entry.Key.Value}' does not say which file to play", "write 'audio: name.mp3', or below it, indented, 'url: name.mp3'");
        }

        return audio;
    }

    // WordPress keeps the address, the length and the type of an enclosure in three lines of one text.
    private PostAudio? OfLines(YamlScalar scalar)
    {
        var lines = scalar.Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? null : Named(lines[0], scalar) with
        {
            Length = lines.Length > 1 && TryLength(lines[1], out var length) ? length : null,
            Type = lines.Length > 2 && lines[2].Contains('/', StringComparison.Ordinal) ? lines[2] : null,
        };
    }

    private PostAudio? OfMap(YamlMap map)
    {
        var address = map.Find("url") ?? map.Find("src") ?? map.Find("file");
        if (address is not YamlScalar { IsNull: false } named || named.Value.Trim().Length == 0)
        {
            return null;
        }

        long? length = null;
        if (map.Text("length") is { } written)
        {
            length = TryLength(written, out var bytes) ? bytes : null;
            ReportUnless(length is not null, map.Find("length"), $"'{written}' is not a number of bytes", "write a whole number, or leave it out: of a file of the site it is known");
        }

        TimeSpan? duration = null;
        if (map.Text("duration") is { } played)
        {
            duration = PostAudio.DurationOf(played);
            ReportUnless(duration is not null, map.Find("duration"), $"'{played}' is not a duration", "write it like 12:30 or 1:02:30, or in seconds");
        }

        return Named(named.Value.Trim(), named) with { Length = length, Type = map.Text("type"), Duration = duration };
    }

    private PostAudio Named(string address, YamlScalar at) => new(address)
    {
        IfMissing = source.Report(SiteRules.MissingAudio, at.Start, at.End, $"there is no sound file '{address}'", "check the name; it stands beside the post, or in static/, or is a whole address with https://"),
    };

    private static bool TryLength(string text, out long length) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length);

    private void ReportUnless(bool isGood, YamlNode? at, string message, string hint)
    {
        if (!isGood && at is not null)
        {
            Report(at, message, hint);
        }
    }

    private void Report(YamlNode at, string message, string hint) => problems.Add(source.Report(SiteRules.InvalidValue, at.Start, at.End, message, hint));
}
