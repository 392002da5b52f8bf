using System.Globalization;
using System.Text;

namespace SiteGen.Text.TimeZones;

/// <summary>The rows of the generated table; a row is decoded when it is looked up.</summary>
/// <remarks>
/// A row is <c>Name=Target</c> for a link, or <c>Name|offsets|changes|rule</c>. Offsets are <c>[-]h[:mm[:ss]]</c> east of
/// Greenwich; a zone starts with the first. A change is the letter of an offset, then the minutes since the previous change
/// (the first: since 1900) in base 36, then optional seconds after a <c>'</c>. The rule is an offset; or standard and summer
/// time, and the start and end of summer time (<c>month.week.weekday/time</c>). A line that starts with a space continues the row.
/// </remarks>
internal static partial class ZoneTable
{
    private const long Year1900 = -2_208_988_800;

    /// <summary>The canonical spelling of a zone's name, and its offsets; null if there is no such zone.</summary>
    /// <param name="id">The name; case is ignored.</param>
    public static (string Name, OffsetHistory History)? Find(string id)
    {
        if (RowOf(id) is not { } row)
        {
            return null;
        }

        var name = row[..row.AsSpan().IndexOfAny('=', '|')];
        var target = row[name.Length] == '=' ? RowOf(row[(name.Length + 1)..]) : row;
        return target is null ? null : (name, Decode(target));
    }

    /// <summary>The names of all zones and links, in order.</summary>
    public static IReadOnlyList<string> Names()
    {
        var names = new List<string>();
        foreach (var line in Rows.Split((byte)'\n'))
        {
            var row = Rows[line];
            var end = row.IndexOfAny((byte)'=', (byte)'|');
            if (end > 0 && row[0] != ' ')
            {
                names.Add(Encoding.ASCII.GetString(row[..end]));
            }
        }

        return names;
    }

    private static string? RowOf(string id)
    {
        var rest = Rows;
        while (!rest.IsEmpty)
        {
            var isFound = rest.Length > id.Length && rest[id.Length] is (byte)'=' or (byte)'|'
                && Ascii.EqualsIgnoreCase(rest[..id.Length], id);
            var end = EndOfRow(rest);
            if (isFound)
            {
                var row = Encoding.ASCII.GetString(rest[..end]).ReplaceLineEndings("\n");
                return row.Replace("\n ", "", StringComparison.Ordinal).TrimEnd();
            }

            rest = rest[Math.Min(end + 1, rest.Length)..];
        }

        return null;
    }

    private static int EndOfRow(ReadOnlySpan<byte> rest)
    {
        for (var end = 0; ; end++)
        {
            var next = rest[end..].IndexOf((byte)'\n');
            end = next < 0 ? rest.Length : end + next;
            if (end + 1 >= rest.Length || rest[end + 1] != ' ')
            {
                return end;
            }
        }
    }

    private static OffsetHistory Decode(string row)
    {
        var parts = row.Split('|');
        var known = parts[1].Split(',').Select(RoundedSeconds).ToArray();
        var (changes, offsets) = (new List<long>(), new List<int> { known[0] });
        var at = Year1900;
        for (var rest = parts[2].AsSpan(); rest.Length > 0;)
        {
            var next = rest[1..].IndexOfAnyInRange('A', 'Z') + 1;
            var change = next > 0 ? rest[..next] : rest;
            at += SecondsOfDelta(change[1..]);
            changes.Add(at);
            offsets.Add(known[change[0] - 'A']);
            rest = rest[change.Length..];
        }

        var rule = parts[3].Split(',');
        return new OffsetHistory([.. changes], [.. offsets], rule.Length == 1 ? null
            : new SummerTimeRule(Seconds(rule[0]), Seconds(rule[1]), TimeOf(rule[2]), TimeOf(rule[3])));
    }

    private static long SecondsOfDelta(ReadOnlySpan<char> text)
    {
        var isNegative = text[0] == '-';
        long minutes = 0;
        long seconds = 0;
        var isSeconds = false;
        foreach (var c in isNegative ? text[1..] : text)
        {
            if (c == '\'')
            {
                isSeconds = true;
                continue;
            }

            var digit = char.IsAsciiDigit(c) ? c - '0' : c - 'a' + 10;
            (minutes, seconds) = isSeconds ? (minutes, (seconds * 36) + digit) : ((minutes * 36) + digit, seconds);
        }

        return ((minutes * 60) + seconds) * (isNegative ? -1 : 1);
    }

    private static YearlyTime TimeOf(string text)
    {
        var parts = text.Split('.', '/');
        return new YearlyTime(Number(parts[0]), Number(parts[1]), Number(parts[2]), Seconds(parts[3]));
    }

    private static int RoundedSeconds(string offset) =>
        Math.Clamp((int)Math.Floor((Seconds(offset) + 30) / 60.0) * 60, -OffsetHistory.Furthest, OffsetHistory.Furthest);

    private static int Seconds(string text)
    {
        var seconds = 0;
        var unit = 3600;
        foreach (var part in text.TrimStart('-').Split(':'))
        {
            (seconds, unit) = (seconds + (Number(part) * unit), unit / 60);
        }

        return text[0] == '-' ? -seconds : seconds;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
