using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Markdown;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Turns one file into a <see cref="Post"/>.</summary>
/// <remarks>
/// In: the file's bytes, its path and the options. Out: a post, or null when its head cannot be read, and every problem
/// found. Reads no other file and never throws. One parser per thread.
/// </remarks>
internal sealed partial class PostParser(SiteOptions options)
{
    private readonly DateReader _dates = new(options.TimeZone);
    private readonly MarkdownConverter _markdown = new(options.Markdown, options.Language);
    private readonly ImmutableArray<TaxonomyKey> _ownTaxonomies =
    [
        .. options.Taxonomies.Where(taxonomy => !TaxonomyDefaults.IsKnown(taxonomy.Name)).Select(taxonomy => new TaxonomyKey(taxonomy.Name, taxonomy.Singular)),
    ];


    /// <summary>Parses a file. The bytes may be used again once this returns.</summary>
    public ParseResult<Post?> Parse(SourceFile file, ReadOnlyMemory<byte> bytes)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var source = new SourceText(file.Path, SourceEncoding.ToUtf8(file.Path, bytes, problems));
        var block = FrontMatterBlock.Find(source, problems);
        if (block is null)
        {
            return new(null, problems.ToImmutable());
        }

        var span = source.Bytes.Span;
        var front = block.Yaml.Length == 0
            ? new ParseResult<FrontMatterFields>(FrontMatterFields.Empty, [])
            : FrontMatterReader.Read(source, Encoding.UTF8.GetString(span.Slice(block.Yaml.Start, block.Yaml.Length)), 1, _dates, _ownTaxonomies);
        problems.AddRange(front.Diagnostics);
        var post = Compose(new Work(file, source, block.BodyStart, problems), front.Value);
        return new(post, problems.ToImmutable());
    }

    private Post Compose(Work work, FrontMatterFields front)
    {
        var (file, source, bodyStart, problems) = work;
        var text = Encoding.UTF8.GetString(source.Bytes.Span[bodyStart..]);
        var isHtml = file.Name.EndsWith("html", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith("htm", StringComparison.OrdinalIgnoreCase);
        var converted = isHtml
            ? UntrustedMarkup.Html(Encoding.UTF8.GetBytes(text), options.Markdown)
            : _markdown.Convert(text, Request(front) with { TakesHeading = string.IsNullOrEmpty(front.Title), Embeds = options.Embeds, FindsShortcodes = true });
        if (converted is null)
        {
            problems.Add(Diagnostic.InFile(SiteRules.MarkdownTooDeep, file.Path, "this text is nested too deep to be converted", "look for hundreds of '>' or '[' in a row"));
            converted = new ConvertedMarkdown(default, null, false);
        }

        UntrustedMarkup.Report(source, bodyStart, isHtml ? null : text, converted.Removed, problems);
        if (converted.Unread is { } unread)
        {
            problems.Add(Unread(source, bodyStart + Encoding.UTF8.GetByteCount(text.AsSpan(0, unread.Start)), unread, Encoding.UTF8.GetByteCount(text.AsSpan(unread.Start, unread.Length))));
        }

        var fragment = converted.MayHavePlaceholders ? HtmlFragment.Parse(converted.Html, file.Folder, options.BasePath) : new HtmlFragment(converted.Html, []);
        var head = Head(work, front, converted);
        return new Post(head, fragment.Placeholders.IsEmpty ? fragment : fragment with { Placeholders = [.. fragment.Placeholders.Select(placeholder => WithPlace(placeholder, source, bodyStart))] });
    }

    private static MarkdownRequest Request(FrontMatterFields front) => new(false, front.Math == true, front.Language, EmbedStyle.Off);

    private static Diagnostic Unread(SourceText source, int start, UnreadShortcodes unread, int length)
    {
        var more = unread.Count == 1 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" (and {unread.Count - 1} more in this file)");
        return source.Report(SiteRules.Shortcode, new TextSpan(start, length), $"the shortcode '{unread.Name}' of another program is not understood; readers see it as it stands here{more}", "write what it stood for in Markdown or HTML; put it in backticks when you write about it");
    }

    // A link to a source that is not there is found when all sources are known; where it stands is known only now.
    private static Placeholder WithPlace(Placeholder placeholder, SourceText source, int bodyStart)
    {
        switch (placeholder)
        {
            case LinkPlaceholder link when Path.GetExtension(link.Target) is ".md" or ".markdown":
                var name = Encoding.UTF8.GetBytes(link.Target[(link.Target.LastIndexOf('/') + 1)..]);
                var start = Math.Max(0, source.Bytes.Span.LastIndexOf(name));
                var message = $"a link leads to '{link.Target}', which is not part of the site";
                return link with { IfMissing = source.Report(SiteRules.BrokenLink, new TextSpan(start, start == 0 ? 0 : name.Length), message, "check the name; what is a draft or not due yet is not part of the site") };
            case ImagePlaceholder { Image.Written: var written }:
                var at = PlaceOf(written, source.Bytes.Span, bodyStart);
                return placeholder with { IfMissing = source.Report(SiteRules.MissingImage, at, $"there is no picture '{written}'", null) };
            default:
                return placeholder;
        }
    }

    // As it is read, as it may be encoded, or its name alone.
    private static TextSpan PlaceOf(string written, ReadOnlySpan<byte> source, int bodyStart)
    {
        foreach (var text in (string[])[written, UrlPath.Encode(written), written[(written.LastIndexOf('/') + 1)..]])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            if (bytes.Length > 0 && source[bodyStart..].IndexOf(bytes) is >= 0 and var found)
            {
                return new TextSpan(bodyStart + found, bytes.Length);
            }
        }

        return new TextSpan(bodyStart, 0);
    }

    private PostHead Head(Work work, FrontMatterFields front, ConvertedMarkdown body)
    {
        var (file, source, bodyStart, problems) = work;
        var name = SourceName.Parse(file);
        var isPage = file.Kind == SourceKind.Page;
        var title = First(front.Title, body.Heading, name.Title);
        var date = front.Date?.Instant ?? (name.Day is { } day ? _dates.StartOf(day) : front.PublishDate?.Instant);
        var slug = First(front.Slug, name.Slug, "post");
        var parts = new PermalinkParts(date, slug, name.FileName, name.Section, front.Categories);
        var url = front.Url is { Length: > 0 } given
            && GivenUrl(given, front, source, problems) is { } path
            ? path
            : PermalinkPattern.Expand(isPage ? options.PagePermalink : PatternOf(name.Section), isPage && name.IsTopIndex ? parts with { Slug = "" } : parts);
        var translated = file.Language == options.Language ? null : file.Language;
        url = translated is null || front.Url is { Length: > 0 } ? url : UrlPath.PrefixOf(translated) + url;
        front = front with { IsDraft = front.IsDraft || name.IsInDrafts };
        var summary = HtmlFragment.Parse(Summary(work, front, body.Html.Span), file.Folder, options.BasePath);
        var words = PlainText.CountWords(body.Html.Span);
        return new PostHead
        {
            Path = file.Path,
            Id = file.Id,
            IsPage = isPage,
            Root = file.Path.Length > file.RelativePath.Length ? file.Path[..^(file.RelativePath.Length + 1)] : "",
            Title = title,
            Date = date,
            Url = url,
            Slug = slug,
            Language = front.Language ?? file.Language ?? options.Language,
            TranslatedInto = translated,
            Summary = summary,
            WordCount = words,
            Front = front,
            // The source's own bytes stand for what was read from them: front matter and whatever of the body shows in a head.
            Fingerprint = Fingerprint.Compute(source.Bytes.Span[..bodyStart]).And(file.Path).And(file.Language).And(title),
            TextFingerprint = Fingerprint.Compute(summary.Bytes.Span).And(words),
        };
    }

    // The folder's own pattern, or that of the nearest folder around it.
    private string PatternOf(string section) => options.SectionPermalinks
        .FirstOrDefault(pattern => section == pattern.Section || section.StartsWith(pattern.Section + "/", StringComparison.Ordinal))?.Pattern ?? options.PostPermalink;

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

    private static string? GivenUrl(string given, FrontMatterFields front, SourceText source, ImmutableArray<Diagnostic>.Builder problems)
    {
        var path = Uri.TryCreate(given, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? absolute.AbsolutePath : given;
        if (UrlPath.Problem(path) is { } problem)
        {
            problems.Add(source.Report(SiteRules.InvalidUrl, front.ValuePositionOf("url"), front.ValuePositionOf("url"), $"'{given}' cannot be an address: {problem}", "write a path from the site's root, like '/about/'"));
            return null;
        }

        return UrlPath.Normalize(path);
    }

    private byte[] Summary(Work work, FrontMatterFields front, ReadOnlySpan<byte> html)
    {
        if (!string.IsNullOrWhiteSpace(front.Summary))
        {
            var converted = _markdown.Convert(front.Summary, Request(front));
            UntrustedMarkup.ReportInSummary(work.Source, converted?.Removed ?? [], work.Problems);
            return SummaryMarkup.From((converted?.Html ?? default).Span);
        }

        // Most bodies hold no comment at all: looking for one first is a tenth of the cost.
        if (html.IndexOf("<!--"u8) is >= 0 and var comment
            && More().Match(Encoding.Latin1.GetString(html), comment) is { Success: true, Index: var more })
        {
            return SummaryMarkup.From(html[..more]);
        }

        var text = PlainText.Beginning(html, options.SummaryWords);
        return text.Length == 0 ? [] : Encoding.UTF8.GetBytes($"<p>{text}</p>\n");
    }

    // WordPress, Hexo, Hugo ('more'), Zola too; Jekyll's default separator is 'more' by habit.
    [GeneratedRegex(@"<!--\s*(more|excerpt|break|truncate)\s*-->", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex More();

    /// <summary>One file on its way to a post: where its body starts, and what was found wrong so far.</summary>
    private sealed record Work(SourceFile File, SourceText Source, int BodyStart, ImmutableArray<Diagnostic>.Builder Problems);
}
