using System.Collections.Frozen;
using System.Globalization;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>Names of time zones behind a time: those of RFC 2822 §4.3, and some of Europe, Asia and the Pacific.</summary>
internal static class ZoneAbbreviation
{
    // Hours east of Greenwich.
    private const string Names =
        "Z:0 UTC:0 GMT:0 UT:0 WET:0 WEST:1 BST:1 CET:1 CEST:2 MEZ:1 MESZ:2 EET:2 EEST:3 MSK:3 IST:5.5 JST:9 KST:9 AEST:10 "
        + "AEDT:11 NZST:12 NZDT:13 EST:-5 EDT:-4 CST:-6 CDT:-5 MST:-7 MDT:-6 PST:-8 PDT:-7 AKST:-9 AKDT:-8 HST:-10";

    private static readonly FrozenDictionary<string, int> s_minutes = Names
        .Split(' ')
        .Select(zone => zone.Split(':'))
        .ToFrozenDictionary(
            zone => zone[0], zone => (int)(60 * double.Parse(zone[1], CultureInfo.InvariantCulture)), StringComparer.OrdinalIgnoreCase);

    // Where clocks in different places show different times under one name; ours is that of the first. The other names of North
    // America mean what RFC 2822 says, and nobody writes them of Australia or the Philippines without an offset.
    private static readonly FrozenDictionary<string, string> s_places = new KeyValuePair<string, string>[]
    {
        new("BST", "Britain, Bangladesh or Bougainville"),
        new("CST", "central North America, China or Cuba"),
        new("IST", "India, Israel or Ireland"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The offset from UTC in minutes; null for an unknown name.</summary>
    public static int? MinutesOf(string name) => s_minutes.TryGetValue(name, out var minutes) ? minutes : null;

    /// <summary>The places whose time a name can be, first the one that is taken; null when there is only one.</summary>
    public static string? PlacesOf(string name) => char.IsAsciiLetter(name[0]) ? s_places.GetValueOrDefault(name) : null;
}
