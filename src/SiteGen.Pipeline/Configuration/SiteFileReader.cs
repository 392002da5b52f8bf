using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Reads <c>sitegen.yml</c> into a layer of options; <see cref="OptionsResolver"/> interprets them.</summary>
public static class SiteFileReader
{
    /// <summary>Reads a configuration file.</summary>
    public static ParseResult<RawOptions> Read(SourceText source)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var (node, problem) = YamlReader.Read(Encoding.UTF8.GetString(source.Bytes.Span), 0);
        if (problem is not null || node is not (null or YamlMap or YamlScalar { IsNull: true }))
        {
            var at = problem?.At ?? new LinePosition(1, 1);
            problems.Add(source.Report(OptionMessages.ConfigurationUnreadable(problem?.Message, problem?.Hint), at, at));
            return new(RawOptions.None, problems.ToImmutable());
        }

        var entries = (node as YamlMap)?.Entries ?? [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in entries.Select(entry => entry.Key).Where(key => !seen.Add(key.Value)))
        {
            problems.Add(source.Report(OptionMessages.DuplicateKey(key.Value), key.Start, key.End));
        }

        return new(RawOptions.FromFile(source, entries), problems.ToImmutable());
    }
}
