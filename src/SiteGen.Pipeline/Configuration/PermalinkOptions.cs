using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration.Readers;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>The URL patterns of posts, of pages, and of posts in particular folders, the innermost folder first.</summary>
internal sealed record PermalinkOptions(string Posts, string Pages, ImmutableArray<SectionPermalink> Sections)
{
    private static readonly ValueShape s_shape = ValueShape.Either(ValueShape.Text, new ValueShape.MapOf(ValueShape.Text));

    /// <summary>Reads <c>permalink</c>: a pattern for posts, or a map by section.</summary>
    public static PermalinkOptions Read(OptionReader reader, string postsFolder)
    {
        // As in Hugo, the URL starts with the folder's name, so 'posts: blog' gives /blog/….
        var usual = $"/{postsFolder[(postsFolder.LastIndexOf('/') + 1)..].Trim('_', '.')}/:slug/";
        var options = new PermalinkOptions(usual, "none", []);
        if (reader.Find("permalink", s_shape, usual) is not { IsNull: false } option)
        {
            return options;
        }

        return option.Value is YamlMap map
            ? map.Entries.Aggregate(options, (read, entry) => read.With(entry, option)).Ordered()
            : options with { Posts = PatternOf(option, option.Value, message => option.ReportAtKey(message)) ?? options.Posts };
    }

    private PermalinkOptions With(YamlEntry entry, Option option)
    {
        var section = entry.Key.Value;
        if (PatternOf(option, entry.Value, message => option.Report(message, entry.Key)) is not { } pattern)
        {
            return this;
        }

        return section switch
        {
            "posts" => this with { Posts = pattern },
            "pages" => this with { Pages = pattern },
            _ => this with { Sections = Sections.Add(new SectionPermalink(section.Trim('/'), pattern)) },
        };
    }

    private PermalinkOptions Ordered() => this with { Sections = [.. Sections.OrderByDescending(section => section.Section.Length)] };

    private static string? PatternOf(Option option, YamlNode node, Action<DiagnosticMessage> report)
    {
        if (node is not YamlScalar scalar)
        {
            option.Report(OptionMessages.NotASingleValue(option.Key), node);
            return null;
        }

        if (!scalar.IsNull && PermalinkPattern.Problem(scalar.Value) is { } reason)
        {
            report(OptionMessages.InvalidPermalink(scalar.Value, reason, PermalinkPattern.Parts));
            return null;
        }

        return scalar.IsNull ? null : scalar.Value;
    }
}
