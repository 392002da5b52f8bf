using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SiteGen.Tables;

/// <summary>The IANA Time Zone Database, as a system has it compiled.</summary>
public sealed class ZoneSource : TableSource
{
    private const string OutputPath = "src/SiteGen.Text/TimeZones/ZoneTable.Generated.cs";
    private const int Width = 136;

    // Long files list changes to 2037, those of Morocco to 2087.
    private const int LastYear = 2100;

    /// <inheritdoc/>
    public override string Name => "zones";

    /// <inheritdoc/>
    public override string Option => "--zones";

    /// <inheritdoc/>
    public override string DefaultFolder => "/usr/share/zoneinfo";

    /// <inheritdoc/>
    public override string Package => "tzdata";

    /// <inheritdoc/>
    public override string VersionFile => "tzdata.zi";

    /// <inheritdoc/>
    public override ImmutableArray<string> Paths => [OutputPath];

    /// <inheritdoc/>
    public override string Describe(string folder)
    {
        const string Mark = "# version ";
        var first = File.ReadLines(Path.Combine(folder, VersionFile)).First();
        return first.StartsWith(Mark, StringComparison.Ordinal)
            ? $"IANA Time Zone Database {first[Mark.Length..]}"
            : throw new InvalidDataException($"{VersionFile} does not begin with its version");
    }

    /// <inheritdoc/>
    public override ImmutableArray<GeneratedFile> Generate(string folder)
    {
        var text = new StringBuilder(GeneratedFile.Header(Name, Describe(folder)));
        text.Append("""
            namespace SiteGen.Text.TimeZones;

            internal static partial class ZoneTable
            {
                private static ReadOnlySpan<byte> Rows => "
            """).Append("\"\"\n");
        foreach (var row in Rows(folder).Order(StringComparer.Ordinal))
        {
            AppendWrapped(text, row);
        }

        return [new GeneratedFile(OutputPath, text.Append("        \"\"\"u8;\n}\n").ToString())];
    }

    /// <summary>The names of all zones, and for a link the zone that it leads to.</summary>
    public static IEnumerable<(string Name, string? Target)> Names(string folder)
    {
        // The condensed source: 'Z name …' and 'L target name'.
        foreach (var line in File.ReadLines(Path.Combine(folder, "tzdata.zi")))
        {
            var parts = line.Split(' ');
            if (parts[0] is "Z" or "L")
            {
                yield return parts[0] == "Z" ? (parts[1], null) : (parts[2], parts[1]);
            }
        }
    }

    private static IEnumerable<string> Rows(string folder) => Names(folder)
        .Select(name => name.Target is { } target
            ? $"{name.Name}={target}"
            : $"{name.Name}|{Row(TzifFile.Read(Path.Combine(folder, name.Name)))}");

    // Offsets|transitions|rule. An offset is [-]h[:mm[:ss]] east of Greenwich. A transition is the letter of an offset and the
    // minutes since the one before (the first since 1900) in base 36, with "'" and the seconds where there are any.
    private static string Row(TzifFile file)
    {
        var rule = file.Rule;
        var transitions = WithoutThoseOf(rule, file);
        var offsets = transitions.Select(transition => transition.Offset).Prepend(file.First).Distinct().ToList();
        var text = new StringBuilder(string.Join(',', offsets.Select(Shown))).Append('|');
        var before = -2_208_988_800L;
        foreach (var (at, offset) in transitions)
        {
            text.Append((char)('A' + offsets.IndexOf(offset))).Append(Delta(at - before));
            before = at;
        }

        text.Append('|').Append(Shown(rule.Standard));
        return rule.Summer is { } summer
            ? text.Append(CultureInfo.InvariantCulture, $",{Shown(summer.Offset)},{Shown(summer.Begin)},{Shown(summer.End)}").ToString()
            : text.ToString();
    }

    // A last change that the rule gives itself, as its first behind the change before, is left out. As the rule's own changes are added
    // first, long files and short ones of the same version (zic -b) give the same row.
    private static List<(long At, int Offset)> WithoutThoseOf(PosixRule rule, TzifFile file)
    {
        var kept = file.TransitionsTo(LastYear).ToList();
        while (kept.Count > 1 && rule.Summer is { } summer)
        {
            var (before, change) = (kept[^2], kept[^1]);
            var year = DateTimeOffset.FromUnixTimeSeconds(before.At).Year;
            var first = Enumerable.Range(year, 3).SelectMany(rule.TransitionsIn).First(next => next.At > before.At);
            if (change != first || before.Offset != (change.Offset == summer.Offset ? rule.Standard : summer.Offset))
            {
                break;
            }

            kept.RemoveAt(kept.Count - 1);
        }

        return kept;
    }

    private static string Delta(long seconds)
    {
        var (minutes, rest) = (seconds / 60, (int)(seconds % 60));
        var sign = seconds < 0 ? "-" : "";
        return sign + Base36(Math.Abs(minutes)) + (rest == 0 ? "" : "'" + Base36(Math.Abs(rest)));
    }

    private static string Base36(long number)
    {
        const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
        return number < 36 ? Digits[(int)number].ToString() : Base36(number / 36) + Digits[(int)(number % 36)];
    }

    private static string Shown(int seconds)
    {
        var (hours, minutes, rest) = (Math.Abs(seconds) / 3600, Math.Abs(seconds) / 60 % 60, Math.Abs(seconds) % 60);
        var text = $"{(seconds < 0 ? "-" : "")}{hours}";
        return rest != 0 ? $"{text}:{minutes:00}:{rest:00}" : minutes != 0 ? $"{text}:{minutes:00}" : text;
    }

    private static string Shown(PosixRule.Day day) => $"{day.Month}.{day.Week}.{day.Weekday}/{Shown(day.Time)}";

    // A row that is too long for a line goes on in the next, a blank further in.
    private static void AppendWrapped(StringBuilder text, string row)
    {
        const string Indent = "        ";
        text.Append(Indent).Append(row.AsSpan(0, Math.Min(Width - Indent.Length, row.Length))).Append('\n');
        for (var at = Width - Indent.Length; at < row.Length; at += Width - Indent.Length - 1)
        {
            text.Append(Indent).Append(' ').Append(row.AsSpan(at, Math.Min(Width - Indent.Length - 1, row.Length - at))).Append('\n');
        }
    }
}
