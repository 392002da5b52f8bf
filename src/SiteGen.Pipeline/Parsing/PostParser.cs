using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Pipeline.Markdown;
using SiteGen.Pipeline.Markdown.Shortcodes;
using SiteGen.Pipeline.Parsing.Keeping;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Turns one file into a <see cref="Post"/>.</summary>
/// <remarks>
/// In: the file's bytes, its path and the options. Out: the post, or null when its front matter does not end, and all
/// diagnostics. Reads no other file and never throws. One parser per thread.
/// </remarks>
/// <param name="options">The options.</param>
/// <param name="bodies">Where bodies are while a large site is built; null to keep them in memory.</param>
internal sealed class PostParser(SiteOptions options, SpillFile? bodies = null)
{
    private readonly FrontMatterSettings _frontMatter = new(
        new DateReader(options.TimeZone, options.ZoneWithoutOffset),
        [
            .. options.Taxonomies
                .Where(taxonomy => !TaxonomyDefaults.IsKnown(taxonomy.Name))
                .Select(taxonomy => new TaxonomyKey(taxonomy.Name, taxonomy.Singular)),
        ],
        options.KeepsHashtags);

    private readonly PostUrls _urls = new(options);
    private readonly MarkdownConverter _markdown = new(options.Markdown, options.Language);
    private readonly SearchTermReader? _terms = options.Search ? new SearchTermReader() : null;

    /// <summary>Parses a file. The bytes may be reused once this returns.</summary>
    public ParseResult<Post?> Parse(SourceFile file, ReadOnlyMemory<byte> bytes) => Parse(file, bytes, out _);

    /// <summary>Parses a file. The bytes may be reused once this returns.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="record">What to keep of the post, its bytes among these; null when there is none.</param>
    public ParseResult<Post?> Parse(SourceFile file, ReadOnlyMemory<byte> bytes, out PostRecord? record)
    {
        record = null;
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var source = SourceEncoding.Decode(file.Path, bytes, problems);
        var block = FrontMatterBlock.Find(source, problems);
        if (block is null)
        {
            return new(null, problems.ToImmutable());
        }

        var work = new Work(file, source, block.BodyStart, problems);
        var front = FrontOf(work, block);
        var (body, facts) = BodyOf(work, front);
        var head = Head(work, front, facts);
        facts = _terms is null ? facts : facts with { Terms = _terms.WithHead(head) };
        record = new PostRecord(head, facts);
        if (bodies is not null)
        {
            body = body.StoredIn(bodies);
            _markdown.TakeBack();
        }

        return new(new Post(head, TextOf(file, facts, body)), problems.ToImmutable());
    }

    /// <summary>The post of a file that has not changed since it was parsed; its problems are kept elsewhere.</summary>
    /// <param name="file">The file.</param>
    /// <param name="record">What was kept of it.</param>
    /// <param name="keepsBody">Whether its body is kept once it is converted.</param>
    public Post Restore(SourceFile file, PostRecord record, bool keepsBody) =>
        new(record.Head, TextOf(file, record.Facts, PostBody.In(file, record.Facts.Fingerprint, keepsBody)));

    private PostText TextOf(SourceFile file, PostFacts facts, PostBody body) =>
        new(new PostSummary(facts.Summary, file, options.BasePath), facts.WordCount, body)
        {
            Terms = options.Search ? new SearchTerms(StoredBytes.In(facts.Terms)) : null,
        };

    private FrontMatterFields FrontOf(Work work, FrontMatterBlock block)
    {
        var yaml = Encoding.UTF8.GetString(work.Source.Bytes.Span.Slice(block.Yaml.Start, block.Yaml.Length));
        if (yaml.Length == 0)
        {
            return FrontMatterFields.Empty;
        }

        var front = FrontMatterReader.Read(work.Source, yaml, block.YamlLine, _frontMatter);
        work.Problems.AddRange(front.Diagnostics);
        return front.Value;
    }

    private (PostBody Body, PostFacts Facts) BodyOf(Work work, FrontMatterFields front)
    {
        var (file, source, bodyStart, problems) = work;
        var text = Encoding.UTF8.GetString(source.Bytes.Span[bodyStart..]);
        var isHtml = file.Path.EndsWith("html", StringComparison.OrdinalIgnoreCase)
            || file.Path.EndsWith("htm", StringComparison.OrdinalIgnoreCase);
        var converted = isHtml
            ? UntrustedMarkup.Html(Encoding.UTF8.GetBytes(text), options.Markdown)
            : _markdown.Convert(text, BodyRequest(front, file) with { FindsConflict = MayHaveConflict(work) });
        if (converted is null)
        {
            problems.Add(Diagnostic.InFile(ParsingMessages.MarkdownTooDeep(), file.Path));
            converted = new ConvertedMarkdown(default, null, false);
        }

        UntrustedMarkup.Report(source, bodyStart, isHtml ? null : text, converted.Removed, problems);
        ReportFound(work, text, isHtml, converted);
        var body = PostBody.Of(CodeFences.AddTo(FragmentOf(work, converted), converted.Fences, source, bodyStart, text));
        var html = converted.Html.Span;
        var (summary, words) = (Summary(work, front, converted), PlainText.CountWords(html));
        var facts = new PostFacts(converted.Heading, converted.AsksForContents, summary, words, body.Fingerprint);
        _terms?.Read(html);
        return (body, facts);
    }

    private static void ReportFound(Work work, string text, bool isHtml, ConvertedMarkdown converted)
    {
        if (converted.Oversized is { } large)
        {
            ReportAt(large.Start, 1, ParsingMessages.TooLarge(large.Columns, large.Rows));
        }

        foreach (var unread in isHtml ? ShortcodeSearch.FindInHtml(text) : converted.Unread)
        {
            ReportAt(unread.Start, unread.Length, MessageOf(unread));
        }

        if (converted.Conflict >= 0)
        {
            ReportAt(converted.Conflict, MergeConflict.Mark.Length - 1, ParsingMessages.MergeConflict());
        }
        else if (isHtml && MayHaveConflict(work) && MergeConflict.FindInHtml(work.Source.Bytes.Span, work.BodyStart) is >= 0 and var at)
        {
            var span = new TextSpan(at, MergeConflict.Mark.Length - 1);
            work.Problems.Add(work.Source.Report(ParsingMessages.MergeConflict(), span));
        }

        void ReportAt(int start, int length, DiagnosticMessage message)
        {
            var from = work.BodyStart + Encoding.UTF8.GetByteCount(text.AsSpan(0, start));
            work.Problems.Add(work.Source.Report(message, new TextSpan(from, Encoding.UTF8.GetByteCount(text.AsSpan(start, length)))));
        }
    }

    private static DiagnosticMessage MessageOf(UnreadShortcodes unread) => unread.Kind switch
    {
        ShortcodeKind.Value => ParsingMessages.UnknownValue(unread.Name, unread.Count),
        ShortcodeKind.WikiLink => ParsingMessages.WikiLink(unread.Name, unread.Count),
        ShortcodeKind.WikiEmbed => ParsingMessages.WikiEmbed(unread.Name, unread.Count),
        _ => ParsingMessages.UnknownShortcode(unread.Name, unread.Count),
    };

    // One in the front matter is reported with it, and only the first of a file.
    private static bool MayHaveConflict(Work work) => MergeConflict.Find(work.Source.Bytes.Span, 0) >= work.BodyStart;

    private HtmlFragment FragmentOf(Work work, ConvertedMarkdown converted)
    {
        if (!converted.MayHavePlaceholders)
        {
            return new HtmlFragment(converted.Html, []);
        }

        var fragment = HtmlFragment.Parse(converted.Html, work.File.Folder, options.BasePath);
        if (fragment.Placeholders.IsEmpty)
        {
            return fragment;
        }

        var targets = new TargetSearch(work.Source, work.BodyStart);
        return fragment with
        {
            Placeholders = [.. fragment.Placeholders.Select(placeholder => WithLocation(placeholder, work.Source, targets))],
        };
    }

    private static MarkdownRequest Request(FrontMatterFields front) =>
        new(false, front.Page.Math == true, front.Page.Language, EmbedStyle.Off);

    private MarkdownRequest BodyRequest(FrontMatterFields front, SourceFile file) => Request(front) with
    {
        TakesHeading = string.IsNullOrEmpty(front.Page.Title),
        Embeds = options.Embeds,
        FindsShortcodes = true,
        CodeFolder = CodeFolderOf(file),
    };

    // Whether a target exists is known only once all sources are read; where the link is, only here.
    private static Placeholder WithLocation(Placeholder placeholder, SourceText source, TargetSearch targets)
    {
        switch (placeholder)
        {
            case LinkPlaceholder link when Path.GetExtension(link.Target) is ".md" or ".markdown":
                var target = targets.Find(link.Target[(link.Target.LastIndexOf('/') + 1)..]);
                return link with { IfMissing = source.Report(ParsingMessages.BrokenLink(link.Target), target) };
            case ImagePlaceholder { Image.Written: var written }:
                var at = targets.Find(written, written[(written.LastIndexOf('/') + 1)..]);
                return placeholder with { IfMissing = source.Report(FrontMatterMessages.MissingImage(written), at) };
            default:
                return placeholder;
        }
    }

    private PostHead Head(Work work, FrontMatterFields front, PostFacts facts)
    {
        var (file, source, bodyStart, problems) = work;
        var name = SourceName.Parse(file);
        ReportDay(work, name, front.Date is null);
        var title = First(front.Page.Title, facts.Heading) is { Length: > 0 } given ? given : First(name.Title);
        var date = front.Date ?? (name.Day is { } day ? _frontMatter.Dates.WholeDay(day) : front.PublishDate);
        var translatedInto = TranslationOf(file);
        var (url, slug) = _urls.Create(new PostNames(file, name, front, title, date, translatedInto), source, problems);
        if (name.IsInDrafts || facts.AsksForContents || name.IsNotFoundPage(file))
        {
            front = front with
            {
                IsDraft = front.IsDraft || name.IsInDrafts,
                Page = front.Page with { Toc = front.Page.Toc ?? (facts.AsksForContents ? true : null) },
                IsUnlisted = front.IsUnlisted || name.IsNotFoundPage(file),
                NoIndex = front.NoIndex || name.IsNotFoundPage(file),
            };
        }

        return new PostHead(file)
        {
            Title = title,
            Date = date?.Instant,
            Url = url,
            Slug = slug,
            Language = front.Page.Language ?? file.Language ?? options.Language,
            TranslatedInto = translatedInto,
            Front = front,
            // Covers all that was read from the front matter, and what may come from the body: the title, and the wish for contents.
            Fingerprint = Fingerprint.Compute(source.Bytes.Span[..bodyStart]).And(file.Path).And(file.Language).And(title)
                .And(facts.AsksForContents ? 1 : 0),
        };
    }

    private static void ReportDay(Work work, SourceName name, bool isUsed)
    {
        if (name.DayProblem != DayProblem.None)
        {
            var message = name.DayProblem == DayProblem.YearOutOfRange
                ? DateMessages.YearOutOfRangeInName(name.FileName, name.WrittenDay, isUsed ? name.Day : null)
                : DateMessages.NoSuchDayInName(name.FileName, name.WrittenDay, name.Day, isUsed);
            work.Problems.Add(Diagnostic.InFile(message, work.File.Path));
        }
    }

    // Null for an original.
    private string? TranslationOf(SourceFile file) => file.Language == options.Language ? null : file.Language;

    private static string First(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return "";
    }

    private SummaryText Summary(Work work, FrontMatterFields front, ConvertedMarkdown body)
    {
        if (!string.IsNullOrWhiteSpace(front.Page.Summary))
        {
            var converted = _markdown.Convert(front.Page.Summary, Request(front) with { CodeFolder = CodeFolderOf(work.File) });
            UntrustedMarkup.ReportInSummary(work.Source, converted?.Removed ?? [], work.Problems);
            return SummaryText.From((converted?.Html ?? default).Span, (converted?.Fences ?? []).Select(fence => fence.Placeholder));
        }

        var html = body.Html.Span;
        if (SummaryMark.Find(html) is >= 0 and var mark)
        {
            return SummaryText.From(html[..mark], body.Fences.Select(fence => fence.Placeholder));
        }

        var caption = PictureCaption.EndAtStart(html, front.Image is not null);
        var text = PlainText.Beginning(html[caption..], options.SummaryWords);
        text = text.Length == 0 && caption > 0 ? PlainText.Beginning(html, options.SummaryWords) : text;
        return new SummaryText(text.Length == 0 ? default : (byte[])[.. "<p>"u8, .. Encoding.UTF8.GetBytes(text), .. "</p>\n"u8], []);
    }

    private string? CodeFolderOf(SourceFile file) => options.Code.IsOn ? file.Folder : null;

    /// <summary>The file being parsed, the offset of its body in bytes, and the diagnostics so far.</summary>
    private sealed record Work(SourceFile File, SourceText Source, int BodyStart, ImmutableArray<Diagnostic>.Builder Problems);
}
