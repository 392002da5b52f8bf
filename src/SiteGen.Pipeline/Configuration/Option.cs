using System.Diagnostics;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>One option as it was written, and where to report what is wrong with it.</summary>
[DebuggerDisplay("{Key,nq} = {Value}")]
internal sealed class Option(YamlEntry entry, SourceText? source, Action<Diagnostic> add)
{
    /// <summary>The key.</summary>
    public string Key => entry.Key.Value;

    /// <summary>The value.</summary>
    public YamlNode Value => entry.Value;

    /// <summary>Whether it has no value, which counts as not set.</summary>
    public bool IsNull => Value is YamlScalar { IsNull: true };

    /// <summary>Fingerprint of the value: equal for values that are written differently and mean the same.</summary>
    public Fingerprint Fingerprint => FingerprintOf(Value);

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
    public void Report(DiagnosticMessage message, YamlNode at) => add(Diagnose(message, at));

    /// <summary>A problem with a part of the value, which may be reported later.</summary>
    public Diagnostic Diagnose(DiagnosticMessage message, YamlNode at) =>
        source is null ? Diagnostic.InFile(message, "") : source.Report(message, at.Start, at.End);

    /// <summary>Reports a problem of several options together.</summary>
    public void ReportAtKey(DiagnosticMessage message) =>
        add(source is null ? Diagnostic.InFile(message, "") : source.Report(message, entry.Key.Start, entry.Key.End));

    private static Fingerprint FingerprintOf(YamlNode node) => node switch
    {
        YamlScalar scalar => Fingerprint.Compute(scalar.Value).And(scalar.IsPlain ? "plain" : "quoted"),
        YamlList list => list.Items.Aggregate(Fingerprint.Compute("list"), (all, item) => all.And(FingerprintOf(item))),
        YamlMap map => map.Entries.Aggregate(
            Fingerprint.Compute("map"), (all, member) => all.And(member.Key.Value).And(FingerprintOf(member.Value))),
        _ => throw new UnreachableException(),
    };
}
