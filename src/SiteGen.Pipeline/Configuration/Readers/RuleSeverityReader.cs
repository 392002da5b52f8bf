using System.Collections.Immutable;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration.Readers;

/// <summary>Reads <c>rules</c>: severities by the names of rules. Only warnings and notes can be changed.</summary>
internal static class RuleSeverityReader
{
    private static readonly ValueShape s_severity = ValueShape.OneOf("off", "false", "warning", "error");

    /// <summary>What the value may be.</summary>
    public static ValueShape Shape { get; } = new ValueShape.Deferred(static () => new ValueShape.Members(
        [.. KnownRules.All.Where(rule => rule.CanBeSilenced).Select(rule => KeyValuePair.Create(rule.Name, s_severity))], []));

    /// <summary>Reads the value; null as a severity silences.</summary>
    public static ImmutableSortedDictionary<string, DiagnosticSeverity?> Read(Option option)
    {
        var severities = ImmutableSortedDictionary.CreateBuilder<string, DiagnosticSeverity?>(StringComparer.Ordinal);
        foreach (var entry in option.Entries())
        {
            if (RuleOf(entry.Key, option) is { } rule && TryRead(entry.Value, option, out var severity))
            {
                severities[rule.Name] = severity;
            }
        }

        return severities.ToImmutable();
    }

    private static DiagnosticRule? RuleOf(YamlScalar name, Option option)
    {
        var known = KnownRules.Find(name.Value);
        if (known is { CanBeSilenced: true })
        {
            return known;
        }

        var near = KnownRules.NearestTo(name.Value);
        var message = known is null
            ? OptionMessages.UnknownRule(name.Value, near)
            : OptionMessages.RuleIsAlwaysAnError(name.Value, near);
        option.Report(message, name);
        return null;
    }

    private static bool TryRead(YamlNode value, Option option, out DiagnosticSeverity? severity)
    {
        (var isKnown, severity) = ((value as YamlScalar)?.Value) switch
        {
            "off" or "false" => (true, (DiagnosticSeverity?)null),
            "warning" => (true, DiagnosticSeverity.Warning),
            "error" => (true, DiagnosticSeverity.Error),
            _ => (false, null),
        };
        if (!isKnown)
        {
            option.Report(OptionMessages.UnknownSeverity(), value);
        }

        return isKnown;
    }
}
