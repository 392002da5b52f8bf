using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.FrontMatter;
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
        var text = Encoding.UTF8.GetString(source.Bytes.Span);
        var (yaml, hashtags) = Hashtags.Protect(text, 0, FrontMatterKeys.IsText);
        var (node, problem) = YamlReader.Read(yaml, 0);
        if (hashtags.Length > 0 && (problem is not null || node is not YamlMap map || map.Text("yaml") == "strict"))
        {
            (node, problem) = YamlReader.Read(text, 0);
            hashtags = [];
        }

        problems.AddRange(hashtags.Select(at => source.Report(FrontMatterMessages.HashtagKept(), at, at with { Column = at.Column + 1 })));
        if (problem is not null || node is not (null or YamlMap or YamlScalar { IsNull: true }))
        {
            var at = problem?.At ?? new LinePosition(1, 1);
            problems.Add(source.Report(OptionMessages.ConfigurationUnreadable(problem?.Message, problem?.Hint), at, at));
            return new(RawOptions.None, problems.ToImmutable());
        }

        var entries = Hashtags.Restore((node as YamlMap)?.Entries ?? []);
        foreach (var (_, key) in node is null ? [] : RepeatedKeys.In(node))
        {
            problems.Add(source.Report(OptionMessages.DuplicateKey(key.Value), key.Start, key.End));
        }

        return new(RawOptions.FromFile(source, entries), problems.ToImmutable());
    }
}
