using System.Collections.Immutable;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Templating.Values;
using SiteGen.Text;
using SiteGen.Text.TimeZones;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Turns what was said into what the build runs on: every default stands here, and only here.</summary>
public static class OptionsResolver
{
    /// <summary>Resolves options; problems are those that the shape of a value alone could not show.</summary>
    /// <param name="given">Everything that was said, laid over each other.</param>
    /// <param name="configurationPath">The file to name in messages.</param>
    /// <param name="clock">Tells what is in the future.</param>
    public static ParseResult<SiteOptions> Resolve(GivenOptions given, string configurationPath, TimeProvider clock)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        Action<string, string> At(params ReadOnlySpan<string> keys)
        {
            var place = PlaceOf(given, keys);
            return (message, hint) => problems.Add(Diagnostic.InFile(SiteRules.InvalidOption, configurationPath, message, hint) with
            {
                Start = place.Start,
                End = place.End,
                LineText = place.LineText,
            });
        }

        var source = Path.GetFullPath(given.Source ?? ".");
        var posts = Folder(given.Posts ?? "posts", At("posts"));
        var options = new SiteOptions
        {
            SourceFolder = source,
            OutputFolder = Path.GetFullPath(Path.Combine(source, given.Output ?? "_site")),
            Folders = new SiteFolders(posts, Folder(given.Pages ?? "pages", At("pages")), Folder(given.Templates ?? "templates", At("templates")), Folder(given.Static ?? "static", At("static")), Folder(given.Data ?? "data", At("data"))),
            Title = given.Title ?? "My blog",
            Description = given.Description ?? "",
            BaseUrl = UnderRoot(given.PreviewRoot, BaseUrl(given.BaseUrl ?? "http://localhost/", At("base_url"))),
            Language = Language(given.Language ?? "en", At("language")),
            Languages = [.. (given.Languages ?? []).Select(language => Language(language, At("languages")))],
            TimeZone = Zone(given.TimeZone ?? "UTC", At("time_zone")),
            Author = given.Author ?? "",
            Copyright = given.Copyright ?? "",
            // Hugo's habit: the folder's own name leads, so that 'posts: blog' gives /blog/….
            PostPermalink = Pattern(given.PostPermalink ?? $"/{posts[(posts.LastIndexOf('/') + 1)..].Trim('_', '.')}/:slug/", At("permalink/posts", "permalink")),
            SectionPermalinks = [.. (given.SectionPermalinks ?? []).Select(section => section with { Pattern = Pattern(section.Pattern, At($"permalink/{section.Section}")) }).OrderByDescending(section => section.Section.Length)],
            PagePermalink = Pattern(given.PagePermalink ?? "none", At("permalink/pages")),
            Paginate = given.Paginate ?? 10,
            SummaryWords = given.SummaryWords ?? 50,
            Feeds = new FeedOptions(given.FeedEntries ?? 20, FeedFiles(given, key => At(key)), given.TermFeeds ?? true),
            Taxonomies = TaxonomyDefaults.Complete(given.Taxonomies, At("taxonomies")),
            Theme = given.Theme ?? ThemeOptions.None,
            Redirects = given.Redirects ?? RedirectStyle.Pages,
            Archives = given.Archives ?? ArchiveDepth.Months,
            Markdown = given.Markdown ?? MarkdownOptions.None,
            Embeds = given.Embeds ?? EmbedStyle.Card,
            Menus = given.Menus ?? [],
            Rules = given.Rules ?? ImmutableSortedDictionary<string, DiagnosticSeverity?>.Empty,
            Params = given.Params ?? Value.Nil,
            Publishing = new PublishingOptions(given.Drafts ?? false, given.Future ?? false, given.Expired ?? false, clock.GetUtcNow()),
            Limits = new TemplateLimits(given.WorkLimit ?? 50_000_000, given.OutputLimit ?? 64 << 20, given.RecursionLimit ?? 100, given.RegexLimit ?? 10, given.SitemapLimit ?? 50_000),
            Writing = new OutputOptions(given.Strict ?? false, given.DryRun ?? false),
            Fingerprint = given.Fingerprint,
        };
        CheckFolders(options, (first, second) => At(first, second));
        return new(options with { Fingerprint = FingerprintOf(options) }, problems.ToImmutable());
    }

    // That of the first of these options that a file says; none for a default or a word of the command line.
    private static OptionPlace PlaceOf(GivenOptions given, ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (given.Places.TryGetValue(key, out var place))
            {
                return place;
            }
        }

        return new OptionPlace(LinePosition.None, LinePosition.None, "");
    }

    // What the configuration file says is in its bytes; the rest can be said on the command line too.
    private static Fingerprint FingerprintOf(SiteOptions options) => options.Fingerprint
        .And(options.BaseUrl.AbsoluteUri).And(options.Folders.Posts).And(options.Folders.Pages)
        .And(options.Folders.Templates).And(options.Folders.Static).And(options.Folders.Data);

    // An output folder that holds the site, or is one of its inputs, would be cleaned of the author's own files or be read
    // as input; of two folders that overlap, the files of one would be two things at once.
    private static void CheckFolders(SiteOptions options, Func<string, string, Action<string, string>> at)
    {
        var folders = options.Folders;
        var output = WithSeparator(options.OutputFolder);
        (string Name, string Path)[] inputs =
        [
            .. new[] { ("posts", folders.Posts), ("pages", folders.Pages), ("templates", folders.Templates), ("static", folders.Static), ("data", folders.Data) }
                .Select(input => (input.Item1, WithSeparator(Path.GetFullPath(Path.Combine(options.SourceFolder, input.Item2))))),
        ];
        if (WithSeparator(options.SourceFolder).StartsWith(output, StringComparison.Ordinal) || inputs.Any(input => output.StartsWith(input.Path, StringComparison.Ordinal)))
        {
            at("output", "output")("the output folder would hold or be part of the site's own files", "choose another folder with 'output' or -o");
        }

        foreach (var (outer, inner) in inputs.SelectMany(outer => inputs.Select(inner => (outer, inner))))
        {
            var isFirst = outer.Path != inner.Path || string.CompareOrdinal(outer.Name, inner.Name) < 0;
            if (outer.Name != inner.Name && isFirst && inner.Path.StartsWith(outer.Path, StringComparison.Ordinal))
            {
                at(inner.Name, outer.Name)($"the folder of '{inner.Name}' is part of the folder of '{outer.Name}'", "give each a folder of its own");
            }
        }
    }

    private static string WithSeparator(string folder) =>
        Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;

    private static Uri UnderRoot(string? root, Uri baseUrl) => root is null ? baseUrl : new Uri(new Uri(root), baseUrl.AbsolutePath);

    private static string Folder(string folder, Action<string, string> refuse)
    {
        var clean = folder.Replace('\\', '/').Trim('/');
        clean = clean.StartsWith("./", StringComparison.Ordinal) ? clean[2..] : clean;
        if (Path.IsPathRooted(folder) || clean.Split('/').Contains("..") || clean.Length == 0)
        {
            refuse($"the folder '{folder}' is not inside the site", "name a folder relative to the one that holds sitegen.yml");
        }

        return clean;
    }

    private static ImmutableArray<FeedFile> FeedFiles(GivenOptions given, Func<string, Action<string, string>> at)
    {
        var files = ImmutableArray.CreateBuilder<FeedFile>();
        foreach (var (format, path) in ((FeedFormat, string)[])[
            (FeedFormat.Rss, given.RssPath ?? "rss.xml"), (FeedFormat.Atom, given.AtomPath ?? "atom.xml"), (FeedFormat.Json, given.JsonPath ?? "feed.json")])
        {
            if (UrlPath.Problem(path) is { } problem)
            {
                at($"feeds/{format.ToString().ToLowerInvariant()}")($"the feed '{path}' cannot be a file of the site: {problem}", "write a path like 'rss.xml'");
            }
            else if (path.Length > 0)
            {
                files.Add(new FeedFile(format, UrlPath.Normalize(path)));
            }
        }

        return files.ToImmutable();
    }

    private static Uri BaseUrl(string text, Action<string, string> refuse)
    {
        var withSlash = text.EndsWith('/') ? text : text + "/";
        if (Uri.TryCreate(withSlash, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length + url.Fragment.Length == 0)
        {
            return url;
        }

        refuse($"base_url '{text}' is not the address of a site", "write it like 'https://example.org/' or 'https://example.org/blog/'");
        return new Uri("http://localhost/");
    }

    private static string Language(string text, Action<string, string> refuse)
    {
        if (LanguageTag.Normalize(text) is { } tag)
        {
            return tag;
        }

        refuse($"'{text}' is not a language", "write a code such as 'en', 'de' or 'pt-BR'");
        return "en";
    }

    private static IanaTimeZone Zone(string name, Action<string, string> refuse)
    {
        if (IanaTimeZone.TryFind(name, out var zone))
        {
            return zone;
        }

        refuse($"there is no time zone '{name}'", IanaTimeZone.Suggest(name) is { } near ? $"did you mean '{near}'?" : "write a name like 'Europe/Berlin' or 'UTC'");
        return IanaTimeZone.Utc;
    }

    private static string Pattern(string text, Action<string, string> refuse)
    {
        if (PermalinkPattern.Problem(text) is { } problem)
        {
            refuse($"permalink '{text}': {problem}", $"the parts are {string.Join(", ", PermalinkPattern.Parts)}");
            return "/posts/:slug/";
        }

        return text;
    }
}
