using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration.Readers;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>The table of options: each is read here, by its key and with its default, and nowhere else.</summary>
/// <remarks>To add an option, read it here into a property of <see cref="SiteOptions"/>, and give it a row in the guide.</remarks>
public static class OptionsResolver
{
    // Reading all options once more takes time that only those who ask for the keys should spend.
    private static readonly Lazy<ImmutableArray<string>> s_keys =
        new(() => [.. KnownIn(RawOptions.None).Select(option => option.Key)], LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Every key that a configuration file may have.</summary>
    public static ImmutableArray<string> Keys => s_keys.Value;

    /// <summary>Resolves options as written into those of a build with the built-in theme.</summary>
    /// <param name="options">The layers.</param>
    /// <param name="configurationPath">The file to name in messages about the command line.</param>
    /// <param name="clock">The clock, for posts dated in the future.</param>
    public static ParseResult<SiteOptions> Resolve(RawOptions options, string configurationPath, TimeProvider clock) =>
        Resolve(options, configurationPath, clock, null);

    /// <summary>Resolves options as written into those of a build.</summary>
    /// <param name="options">The layers.</param>
    /// <param name="configurationPath">The file to name in messages about the command line.</param>
    /// <param name="clock">The clock, for posts dated in the future.</param>
    /// <param name="theme">What the file of the theme says; null for the built-in theme.</param>
    internal static ParseResult<SiteOptions> Resolve(
        RawOptions options, string configurationPath, TimeProvider clock, ThemeDescription? theme)
    {
        var reader = new OptionReader(options, configurationPath);
        var resolved = Read(reader, clock.GetUtcNow(), theme);
        reader.ReportUnknown(key => OptionMessages.UnknownOption(key, Suggestion.For(key, Keys)));
        FolderRules.Check(resolved, reader);
        resolved = resolved with
        {
            Fingerprint = reader.Fingerprint.And(resolved.Environment).And(theme?.Fingerprint ?? default),
            IfNoBaseUrl = OptionValues.IfNoBaseUrl(reader, configurationPath),
        };
        return new(resolved, reader.Problems);
    }

    /// <summary>Every option with its value and where that was written.</summary>
    /// <param name="options">The layers.</param>
    public static ImmutableArray<ResolvedOption> List(RawOptions options)
    {
        var reader = new OptionReader(options, "");
        Read(reader, default(DateTimeOffset));
        var environment = new KnownOption(
            OptionSources.EnvironmentKey, ValueShape.Text, SiteOptions.Production, reader.Peek(OptionSources.EnvironmentKey));
        return [.. OptionListing.RowsOf(reader.Known.Add(environment), "").OrderBy(row => row.Key, StringComparer.Ordinal)];
    }

    /// <summary>Every option that a configuration file may have, with what is set in these layers.</summary>
    internal static ImmutableArray<KnownOption> KnownIn(RawOptions options)
    {
        var reader = new OptionReader(options, "");
        Read(reader, default(DateTimeOffset));
        return reader.Known;
    }

    private static SiteOptions Read(OptionReader reader, DateTimeOffset now, ThemeDescription? description = null)
    {
        var source = Path.GetFullPath(reader.CommandLineText("source") ?? ".");
        var folders = FolderRules.Read(reader);
        var language = OptionValues.Language(reader, "language", reader.Text("language", "en"));
        var permalinks = PermalinkOptions.Read(reader, folders.Posts);
        return new SiteOptions
        {
            SourceFolder = source,
            OutputFolder = Path.GetFullPath(Path.Combine(source, reader.TextOutsideOutput("output", "_site"))),
            Folders = folders,
            Ignore = OptionValues.Texts(reader, "ignore"),
            Title = OptionValues.LocalizedText(reader, "title", language, "My blog"),
            Description = OptionValues.LocalizedText(reader, "description", language, ""),
            BaseUrl = OptionValues.BaseUrl(reader),
            Language = language,
            Languages = OptionValues.Languages(reader),
            TimeZone = OptionValues.TimeZone(reader),
            Dates = reader.Group("dates", "an option of dates", static dates => new DateOptions(
                dates.Choice("without_offset", OffsetlessTime.Site, ("site", OffsetlessTime.Site), ("utc", OffsetlessTime.Utc)),
                dates.Choice("url_day", UrlDay.Site, ("site", UrlDay.Site), ("written", UrlDay.Written)))),
            Author = EntityText.Decode(reader.Text("author", "")),
            Copyright = reader.Text("copyright", ""),
            PostPermalink = permalinks.Posts,
            SectionPermalinks = permalinks.Sections,
            PagePermalink = permalinks.Pages,
            Paginate = reader.Number("paginate", 10),
            SummaryWords = reader.Number("summary_words", 50),
            Feeds = reader.Group("feeds", "an option of feeds", OptionValues.Feeds),
            Taxonomies = TaxonomyDefaults.Complete(
                reader.Find("taxonomies", TaxonomyOptionsReader.Shape, TaxonomyDefaults.Written) is { IsNull: false } declared
                    ? TaxonomyOptionsReader.Read(declared)
                    : null,
                message => reader.Report(message, "taxonomies")),
            KeepsHashtags = reader.Choice("yaml", true, ("lenient", true), ("strict", false)),
            Archives = reader.Choice(
                "archives", ArchiveDepth.Months,
                ("months", ArchiveDepth.Months), ("true", ArchiveDepth.Months), ("years", ArchiveDepth.Years),
                ("off", ArchiveDepth.None), ("false", ArchiveDepth.None), ("none", ArchiveDepth.None)),
            Redirects = reader.Choice(
                "redirects", RedirectStyle.Pages,
                ("pages", RedirectStyle.Pages), ("file", RedirectStyle.File), ("both", RedirectStyle.Both)),
            Theme = reader.FindMerged(ThemeOptionsReader.Key, ThemeOptionsReader.Shape) is { } theme
                ? ThemeOptionsReader.Read(theme, description)
                : ThemeOptions.None,
            Search = reader.Flag("search", false),
            Markdown = MarkdownOptionsReader.Read(reader),
            Code = CodeOptionsReader.Read(reader),
            Embeds = reader.Choice(
                "embeds", EmbedStyle.Card,
                ("card", EmbedStyle.Card), ("iframe", EmbedStyle.Frame),
                ("off", EmbedStyle.Off), ("false", EmbedStyle.Off), ("no", EmbedStyle.Off)),
            Images = ImageOptionsReader.Read(reader),
            Menus = reader.FindMerged("menus", MenuReader.Shape) is { } menus ? MenuReader.Read(menus, language) : [],
            Rules = reader.FindMerged("rules", RuleSeverityReader.Shape) is { } rules
                ? RuleSeverityReader.Read(rules)
                : ImmutableSortedDictionary<string, DiagnosticSeverity?>.Empty,
            Params = reader.FindMerged("params", ValueShape.Anything) is { } given ? YamlValue.From(given.Value) : Value.Nil,
            Environment = reader.CommandLineText(OptionSources.EnvironmentKey) ?? SiteOptions.Production,
            Limits = reader.Group("limits", "a limit", static limits => new TemplateLimits(
                limits.Number("work", 50_000_000),
                limits.Number("output_bytes", 64 << 20),
                limits.Number("recursion", 100),
                limits.Number("regex_seconds", 10),
                limits.Number("sitemap_addresses", 50_000))),
            Publishing = new PublishingOptions(
                reader.CommandLineFlag("drafts"), reader.CommandLineFlag("future"), reader.CommandLineFlag("expired"), now),
            Writing = new OutputOptions(
                reader.CommandLineFlag("strict"), reader.CommandLineFlag("dry_run"), reader.CommandLineNumber("max_warnings")),
            ImageLibraryPath = reader.CommandLineText(OptionSources.ImageLibraryKey),
            Fingerprint = default,
        };
    }
}
