using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>One option as it was written, and where to report what is wrong with it.</summary>
[DebuggerDisplay("{Key,nq} = {Value}")]
internal sealed class Option
{
    private readonly YamlEntry _entry;
    private readonly Action<Diagnostic> _add;
    private readonly ImmutableArray<(YamlEntry Member, OptionOrigin Origin)> _members = [];

    /// <summary>An option of one layer.</summary>
    public Option(YamlEntry entry, OptionOrigin origin, Action<Diagnostic> add) => (_entry, Origin, _add) = (entry, origin, add);

    // The members of a map come from several layers.
    private Option(Option top, ImmutableArray<(YamlEntry Member, OptionOrigin Origin)> members)
        : this(new YamlEntry(top._entry.Key, MapOf(top.Value, members)), top.Origin, top._add) => _members = members;

    /// <summary>The key.</summary>
    public string Key => _entry.Key.Value;

    /// <summary>The value.</summary>
    public YamlNode Value => _entry.Value;

    /// <summary>Where it was written; of a map from several layers, its highest.</summary>
    public OptionOrigin Origin { get; }

    /// <summary>The location of its key.</summary>
    public LinePosition At => _entry.Key.Start;

    /// <summary>Whether it has no value, which counts as not set.</summary>
    public bool IsNull => Value is YamlScalar { IsNull: true };

    /// <summary>Fingerprint of the value: equal for values that are written differently and mean the same.</summary>
    public Fingerprint Fingerprint => FingerprintOf(Value);

    /// <summary>This map merged over a lower one, key by key; this option if either is not a map.</summary>
    public Option MergedOver(Option lower) =>
        Value is YamlMap && lower.Value is YamlMap
            ? new Option(this, [.. Members, .. lower.Members.Where(below => Members.All(above => above.Member.Name != below.Member.Name))])
            : this;

    /// <summary>The members of a map, each with where it was written.</summary>
    public ImmutableArray<(YamlEntry Member, OptionOrigin Origin)> Members =>
        !_members.IsEmpty ? _members : [.. ((Value as YamlMap)?.Entries ?? []).Select(entry => (entry, Origin))];

    /// <summary>Its keys and values; empty, and reported, when it is not a map.</summary>
    public IEnumerable<YamlEntry> Entries()
    {
        if (Value is YamlMap map)
        {
            return map.Entries;
        }

        if (!IsNull)
        {
            Report(OptionMessages.NotAMap(Key));
        }

        return [];
    }

    /// <summary>Reports a problem with the value.</summary>
    public void Report(DiagnosticMessage message) => Report(message, Value);

    /// <summary>Reports a problem with a part of the value.</summary>
    public void Report(DiagnosticMessage message, YamlNode at) => _add(Diagnose(message, at));

    /// <summary>A problem with a part of the value, which may be reported later.</summary>
    public Diagnostic Diagnose(DiagnosticMessage message, YamlNode at) => OriginOf(at).Report(message, at.Start, at.End);

    /// <summary>Reports a problem of several options together.</summary>
    public void ReportAtKey(DiagnosticMessage message) => _add(Origin.Report(message, _entry.Key.Start, _entry.Key.End));

    private OptionOrigin OriginOf(YamlNode part)
    {
        foreach (var (member, origin) in _members)
        {
            if (ReferenceEquals(member.Key, part) || Contains(member.Value, part))
            {
                return origin;
            }
        }

        return Origin;
    }

    private static bool Contains(YamlNode node, YamlNode part) => ReferenceEquals(node, part) || node switch
    {
        YamlList list => list.Items.Any(item => Contains(item, part)),
        YamlMap map => map.Entries.Any(entry => ReferenceEquals(entry.Key, part) || Contains(entry.Value, part)),
        _ => false,
    };

    private static YamlMap MapOf(YamlNode top, ImmutableArray<(YamlEntry Member, OptionOrigin Origin)> members) =>
        new([.. members.Select(member => member.Member)], top.Start, top.End, 1 + members.Sum(member => 1 + member.Member.Value.Size));

    private static Fingerprint FingerprintOf(YamlNode node) => node switch
    {
        YamlScalar scalar => Fingerprint.Compute(scalar.Value).And(scalar.IsPlain ? "plain" : "quoted"),
        YamlList list => list.Items.Aggregate(Fingerprint.Compute("list"), (all, item) => all.And(FingerprintOf(item))),
        YamlMap map => map.Entries.Aggregate(
            Fingerprint.Compute("map"), (all, member) => all.And(member.Key.Value).And(FingerprintOf(member.Value))),
        _ => throw new UnreachableException(),
    };
}
