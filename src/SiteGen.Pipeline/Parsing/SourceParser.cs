using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Highlighting;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Parsing.Keeping;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Rules.Silencing;
using SiteGen.Pipeline.Theme;
using SiteGen.Pipeline.Threading;
using SiteGen.Pipeline.Urls;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Reads and parses every source, in parallel.</summary>
/// <remarks>
/// In: the tree, the options, and the sources parsed by the last build. Out: posts, templates and files in the order of
/// the tree. A result depends only on the file's path, its stamp and the options.
/// </remarks>
internal sealed class SourceParser
{
    private readonly PostParser _posts;
    private readonly SourceKeeper _keeper;
    private readonly Utf8Buffer _buffer = new();

    private readonly SiteOptions _options;
    private readonly ParseCache _cache;
    private readonly string _style;
    private readonly bool _isLarge;
    private CommentsReader? _comments;

    private SourceParser(SiteOptions options, ParseCache cache, bool isLarge)
    {
        (_options, _cache, _isLarge) = (options, cache, isLarge);
        _style = ThemeStyle.Create(options.Theme);
        _posts = new PostParser(options, isLarge ? SpillFile.TryCreate(options.SourceFolder) : null);
        _keeper = new SourceKeeper(isLarge ? SpillFile.TryCreate(options.SourceFolder) : null);
    }

    /// <summary>Parses everything that is not in the cache.</summary>
    public static ParsedSources ParseAll(SourceTree tree, SiteOptions options, ParseCache cache, CancellationToken cancellation) =>
        ParseAll(tree, options, cache, new BuildProgress(), cancellation);

    /// <summary>Parses everything that is not in the cache, and counts it.</summary>
    public static ParsedSources ParseAll(
        SourceTree tree, SiteOptions options, ParseCache cache, BuildProgress progress, CancellationToken cancellation)
    {
        var isLarge = SpillFile.IsFor(tree, options);
        var sources = ParallelStage.Run(
            tree.Files,
            () => new SourceParser(options, cache, isLarge),
            static (parser, file) => parser.Get(file),
            progress,
            cancellation);
        if (isLarge)
        {
            SpillFile.TidyUp(options.SourceFolder);
        }

        var templates = sources.Where(source => source.Template is not null).ToImmutableArray();
        var fingerprints = new Dictionary<ulong, Fingerprint>();
        foreach (var template in templates)
        {
            fingerprints[ParsedTemplates.IdOf(template.File.RelativePath)] = template.File.Stamp;
        }

        var words = TranslationCatalog.Create([.. sources.Select(source => source.Words).OfType<TranslationFile>()]);
        var grammars = GrammarSet.With([.. sources.Select(source => source.Grammar).OfType<GrammarSource>()]);
        var set = TemplateSet.Create(templates.Select(source => source.Template).OfType<Template>());
        return new ParsedSources(
            sources,
            [.. sources.Select(source => source.Post).OfType<Post>()],
            AuthorDirectory.Create([.. sources.SelectMany(source => source.Authors)]),
            ValueTree.Create(sources.Select(ValueFileOf).OfType<ValueFile>()),
            new ParsedTemplates(set, fingerprints) { Words = words, Grammars = grammars },
            [.. sources.Select(source => source.File).Where(IsCopied)],
            [
                .. options.Warnings, .. tree.Diagnostics, .. sources.SelectMany(source => source.Diagnostics), .. words.Diagnostics,
                .. GrammarProblems.In(sources, grammars),
            ]);
    }

    /// <summary>Parses some posts after an edit; null when one of them was no post before, or is none now.</summary>
    /// <param name="changed">The files as they are now.</param>
    /// <param name="before">All sources as they were parsed.</param>
    /// <param name="options">The options.</param>
    /// <param name="cache">The cache of the last plan.</param>
    public static ImmutableArray<ParsedSource>? ParsePosts(
        ImmutableArray<SourceFile> changed, ParsedSources before, SiteOptions options, ParseCache cache)
    {
        var parser = new SourceParser(options, cache, isLarge: false);
        var parsed = ImmutableArray.CreateBuilder<ParsedSource>(changed.Length);
        foreach (var file in changed)
        {
            var source = file.Kind is SourceKind.Post or SourceKind.Page ? parser.Parse(file) : null;
            if (source?.Post is null || before.Find(file.Path)?.Post is null)
            {
                return null;
            }

            parsed.Add(source);
        }

        return parsed.MoveToImmutable();
    }

    private static ValueFile? ValueFileOf(ParsedSource source) =>
        source.Value is { } value ? new ValueFile(source.File, value) { Places = source.Places } : null;

    private static bool IsCopied(SourceFile file) => file.Kind is SourceKind.Static or SourceKind.Attachment or SourceKind.Asset;

    private ParsedSource Get(SourceFile file) => _cache.Find(file) switch
    {
        null => Parse(file),
        { Source: { } parsed } => parsed,
        { Record: var record } => Restore(file, record),
    };

    private ParsedSource Restore(SourceFile file, StoredBytes record) => _keeper.Restore(file, record, _posts, keepsBody: !_isLarge);

    // A file whose time has changed may have the same bytes: it was checked out, or saved without a change.
    private ParsedSource? FindSame(SourceFile file, Fingerprint content) => _cache.Find(file, content) switch
    {
        null => null,
        { Source: { } parsed } => parsed with { File = file },
        { Record: var record } => Restore(file, record),
    };

    private ParsedSource Parse(SourceFile file)
    {
        if (file.Kind is SourceKind.Static or SourceKind.Attachment)
        {
            return Recorded(new ParsedSource(WithImage(file), null, null, []));
        }

        if (file.Kind == SourceKind.Font)
        {
            // Read when cards are drawn.
            return new ParsedSource(file, null, null, []);
        }

        if (file.IsTooLarge)
        {
            var tooLarge = LoadingMessages.TooLarge(file.Length, file.MostBytes);
            return new ParsedSource(file, null, null, [Diagnostic.InFile(tooLarge, file.Path)]);
        }

        string? refusal;
        if (file.Kind == SourceKind.Asset)
        {
            return file.TryReadFingerprint(_buffer, out var stamp, out refusal)
                ? new ParsedSource(WithImage(file with { Stamp = ThemeStyle.IsFor(file) ? stamp.And(_style) : stamp }), null, null, [])
                : new ParsedSource(file, null, null, [file.Refused(refusal)]);
        }

        if (file.Read(_buffer, out refusal) is not { } bytes)
        {
            return new ParsedSource(file, null, null, [file.Refused(refusal)]);
        }

        if (file.Kind is SourceKind.Post or SourceKind.Page)
        {
            return ParsePost(file, bytes);
        }

        var suppressions = Suppression.Find(file.Path, bytes);
        var parsed = Parse(file, bytes);
        return suppressions.IsEmpty ? parsed : parsed with { Suppressions = suppressions };
    }

    private ParsedSource ParsePost(SourceFile file, ReadOnlyMemory<byte> bytes)
    {
        var content = _cache.KeepsRecords ? Fingerprint.Compute(bytes.Span) : default;
        if (_cache.KeepsRecords && FindSame(file, content) is { } same)
        {
            return same;
        }

        PostRecord? record = null;
        var post = IsSectionIndex(file) ? new ParseResult<Post?>(null, []) : _posts.Parse(file, bytes, out record);
        var suppressions = Suppression.Find(file.Path, bytes);
        return _keeper.Keep(
            new ParsedSource(file, post.Value, null, post.Diagnostics) { Suppressions = suppressions },
            _cache.KeepsRecords ? new SourceRecord(content, file.Language, record, null, null, post.Diagnostics, suppressions) : null);
    }

    private ParsedSource Recorded(ParsedSource image) => _cache.KeepsRecords && image.File.ImageSize is not null
        ? _keeper.Keep(image, SourceRecord.Of(image))
        : image;

    private ParsedSource Parse(SourceFile file, ReadOnlyMemory<byte> bytes)
    {
        switch (file.Kind)
        {
            case SourceKind.Comments:
                var comments = (_comments ??= new CommentsReader(_options)).Read(file, bytes);
                return new ParsedSource(file, null, null, comments.Diagnostics) { Comments = comments.Value };
            default:
                var problems = ImmutableArray.CreateBuilder<Diagnostic>();
                var parsed = ParseText(file, SourceEncoding.Decode(file.Path, bytes, problems));
                return parsed with { Diagnostics = [.. problems, .. parsed.Diagnostics] };
        }
    }

    private ParsedSource ParseText(SourceFile file, SourceText text)
    {
        switch (file.Kind)
        {
            case SourceKind.Template:
                return ParseTemplate(file, text);
            case SourceKind.Authors:
                var authors = AuthorsReader.Read(text);
                return new ParsedSource(file, null, null, authors.Diagnostics) { Authors = authors.Value };
            case SourceKind.Data:
                return ParseValue(file, text);
            case SourceKind.Grammar:
                return new ParsedSource(file, null, null, []) { Grammar = GrammarSource.Create(file.Path, text.Bytes.Span) };
            case SourceKind.Words:
                var words = TranslationFileReader.Read(file, text);
                return new ParsedSource(file, null, null, words.Diagnostics) { Words = words.Value };
            default:
                throw new UnreachableException();
        }
    }

    // Stamped with its content: a template that is saved unchanged must not render every page again.
    private static ParsedSource ParseTemplate(SourceFile file, SourceText text)
    {
        var stamped = file with { Stamp = Fingerprint.Compute(text.Bytes.Span) };
        if (file.FullPath is null)
        {
            return new ParsedSource(stamped, null, TemplateReader.ReadBuiltIn(text).Named(file.RelativePath), []);
        }

        // The buffer that the text is in is used again, and the template keeps its text.
        var template = TemplateReader.Read(new SourceText(file.Path, text.Bytes.ToArray()));
        return new ParsedSource(stamped, null, template.Value.Named(file.RelativePath), template.Diagnostics);
    }

    private ParsedSource ParseValue(SourceFile file, SourceText text)
    {
        var value = ValueReader.Read(text);
        var stamped = file with { Stamp = Fingerprint.Compute(text.Bytes.Span) };
        return new ParsedSource(stamped, null, null, value.Diagnostics)
        {
            Value = value.Value,
            Places = DescribesTerms(file) ? ValueReader.PlacesOf(text) : [],
        };
    }

    // A file that cannot be opened is reported when it is copied. Of the theme's own images no versions are made.
    private SourceFile WithImage(SourceFile file) => !ImageFile.IsImage(file.Path) ? file
        : _options.Images.IsOn && file.Kind != SourceKind.Asset ? file.WithImage(_buffer)
        : file.WithImageSize(_buffer);

    // 'data/tags.yml' describes the tags.
    private bool DescribesTerms(SourceFile file) => !file.RelativePath.Contains('/', StringComparison.Ordinal)
        && _options.Taxonomies.Any(taxonomy => taxonomy.IsDescribedInData && taxonomy.Name == SitePath.NameOf(file.Path));

    // Hugo's '_index.md' describes a folder and is not a post.
    private static bool IsSectionIndex(SourceFile file) => file.Kind == SourceKind.Post && SitePath.HasName(file.Path, "_index");
}
