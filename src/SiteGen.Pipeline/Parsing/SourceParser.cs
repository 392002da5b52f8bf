using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Theme;
using SiteGen.Pipeline.Threading;
using SiteGen.Pipeline.Urls;
using SiteGen.Templating;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Reads and parses every source, in parallel, each by itself.</summary>
/// <remarks>
/// In: the tree, the options, and what the last build parsed. Out: posts, templates and files in the order of the tree.
/// What is kept for a file depends on its path, its stamp and the options alone.
/// </remarks>
internal sealed class SourceParser
{
    private readonly PostParser _posts;
    private readonly Utf8Buffer _buffer = new();

    private readonly SiteOptions _options;
    private readonly string _style;
    private CommentsReader? _comments;

    private SourceParser(SiteOptions options)
    {
        _options = options;
        _style = ThemeStyle.Create(options.Theme);
        _posts = new PostParser(options);
    }

    /// <summary>Parses everything that is not known from the last build.</summary>
    public static ParsedSources ParseAll(SourceTree tree, SiteOptions options, ParseCache cache, CancellationToken cancellation)
    {
        var sources = ParallelStage.Run(
            tree.Files, () => new SourceParser(options), (parser, file) => cache.Find(file) ?? parser.Parse(file), cancellation);
        var templates = sources.Where(source => source.Template is not null).ToImmutableArray();
        var prints = new Dictionary<ulong, Fingerprint>();
        foreach (var template in templates)
        {
            prints[ParsedTemplates.IdOf(template.File.RelativePath)] = template.File.Stamp;
        }

        var words = TranslationCatalog.Create([.. sources.Select(source => source.Words).OfType<TranslationFile>()]);
        return new ParsedSources(
            sources,
            [.. sources.Select(source => source.Post).OfType<Post>()],
            AuthorDirectory.Create([.. sources.SelectMany(source => source.Authors)]),
            ValueTree.Create(sources.Where(source => source.Value is not null).Select(source => new ValueFile(source.File, source.Value ?? Value.Nil) { Places = source.Places })),
            new ParsedTemplates(TemplateSet.Create(templates.Select(source => source.Template).OfType<Template>()), prints) { Words = words },
            [.. sources.Where(source => source.File.Kind is SourceKind.Static or SourceKind.Attachment or SourceKind.Asset).Select(source => source.File)],
            [.. tree.Diagnostics, .. sources.SelectMany(source => source.Diagnostics), .. words.Diagnostics]);
    }

    /// <summary>How a template of this name is parsed: what becomes markup is escaped, and never indented, for <c>pre</c> would show it.</summary>
    public static TemplateOptions OptionsOf(string path)
    {
        var isMarkup = Path.GetExtension(path) is ".html" or ".htm" or ".xml" or ".svg";
        return TemplateOptions.Default with { EscapeHtml = isMarkup, AutoIndent = !isMarkup };
    }

    private ParsedSource Parse(SourceFile file)
    {
        if (file.Kind is SourceKind.Static or SourceKind.Attachment)
        {
            return new ParsedSource(WithImage(file), null, null, []);
        }

        if (file.Read(_buffer, out var refusal) is not { } bytes)
        {
            return new ParsedSource(file, null, null, [file.Refused(refusal)]);
        }

        // Templates are few and read by every page, assets are named by their content: both are told apart by their bytes.
        var print = Fingerprint.Compute(bytes.Span);
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        switch (file.Kind)
        {
            case SourceKind.Asset:
                var stamp = ThemeStyle.IsFor(file) ? print.And(_style) : print;
                return new ParsedSource(WithImage(file with { Stamp = stamp }), null, null, []);
            case SourceKind.Template:
                var source = new SourceText(file.Path, bytes.ToArray());
                var template = TemplateParser.Parse(source, OptionsOf(file.Path));
                return new ParsedSource(file with { Stamp = print }, null, template.Value.Named(file.RelativePath), template.Diagnostics);
            case SourceKind.Authors:
                var authors = AuthorsReader.Read(new SourceText(file.Path, bytes));
                return new ParsedSource(file, null, null, authors.Diagnostics) { Authors = authors.Value };
            case SourceKind.Data:
                var text = new SourceText(file.Path, SourceEncoding.ToUtf8(file.Path, bytes, problems));
                var value = ValueReader.Read(text);
                var places = DescribesTerms(file) ? ValueReader.PlacesOf(text) : [];
                return new ParsedSource(file with { Stamp = print }, null, null, [.. problems, .. value.Diagnostics]) { Value = value.Value, Places = places };
            case SourceKind.Comments:
                var comments = (_comments ??= new CommentsReader(_options)).Read(file, bytes);
                return new ParsedSource(file, null, null, comments.Diagnostics) { Comments = comments.Value };
            case SourceKind.Words:
                var words = TranslationFileReader.Read(file, new SourceText(file.Path, bytes));
                return new ParsedSource(file, null, null, words.Diagnostics) { Words = words.Value };
            default:
                var post = IsSectionIndex(file) ? new ParseResult<Post?>(null, []) : _posts.Parse(file, bytes);
                return new ParsedSource(file, post.Value, null, post.Diagnostics);
        }
    }

    // A file that cannot be opened is reported where it is copied.
    private SourceFile WithImage(SourceFile file) =>
        ImageFile.IsImage(file.Path) ? file with { ImageSize = file.ReadImageSize(_buffer) } : file;

    // 'data/tags.yml' describes the tags.
    private bool DescribesTerms(SourceFile file) => !file.RelativePath.Contains('/', StringComparison.Ordinal)
        && _options.Taxonomies.Any(taxonomy => taxonomy.IsDescribedInData && taxonomy.Name == SitePath.NameOf(file.Path));

    // Hugo's '_index.md' describes a folder; it is no post.
    private static bool IsSectionIndex(SourceFile file) => file.Kind == SourceKind.Post && SitePath.NameOf(file.Path) == "_index";
}
