using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Data;

/// <summary>Reads a data file as template values: YAML, JSON or CSV, by its extension.</summary>
internal static class ValueReader
{
    /// <summary>Reads a file; null when it cannot be read, with the problem.</summary>
    public static ParseResult<Value?> Read(SourceText source)
    {
        // The YAML reader names one itself.
        var isYaml = Path.GetExtension(source.Path).ToLowerInvariant() is not (".json" or ".csv" or ".tsv");
        if (!isYaml && MergeConflict.Find(source.Bytes.Span, 0) is >= 0 and var conflict)
        {
            return new(null, [source.Report(DataMessages.Conflict(), new TextSpan(conflict, MergeConflict.Mark.Length - 1))]);
        }

        var (value, problem) = Path.GetExtension(source.Path).ToLowerInvariant() switch
        {
            ".json" => ToValue(JsonTree.Read(source.Bytes)),
            ".csv" or ".tsv" => CsvValue.Read(Encoding.UTF8.GetString(source.Bytes.Span)),
            _ => ToValue(YamlReader.Read(Encoding.UTF8.GetString(source.Bytes.Span), 0)),
        };
        return problem is null
            ? new(value, [])
            : new(null, [source.Report(DataMessages.Unreadable(problem.Message, problem.Hint), problem.At, problem.At)]);
    }

    /// <summary>The locations of the top-level keys of a YAML file; empty for any other file.</summary>
    public static ImmutableArray<KeyValuePair<string, LinePosition>> PlacesOf(SourceText source) =>
        Path.GetExtension(source.Path).ToLowerInvariant() is ".yml" or ".yaml"
        && YamlReader.Read(Encoding.UTF8.GetString(source.Bytes.Span), 0).Node is YamlMap map
            ? [.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, entry.Key.Start))]
            : [];

    private static (Value Value, YamlProblem? Problem) ToValue((YamlNode? Node, YamlProblem? Problem) read) =>
        (read.Node is null ? Value.Nil : YamlValue.From(read.Node), read.Problem);
}
