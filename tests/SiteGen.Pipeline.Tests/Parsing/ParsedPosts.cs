using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Parsing;
using SiteGen.Templating.Values;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Parsing;

/// <summary>Parses single posts, and shows what was read as text.</summary>
internal static class ParsedPosts
{
    /// <summary>The options of a site in Berlin that says nothing else.</summary>
    public static SiteOptions Options { get; } = OptionsResolver.Resolve(
        SiteFileReader.Read(new SourceText(
            "sitegen.yml",
            "time_zone: Europe/Berlin\ntaxonomies: [tags, {name: people, singular: person}]\n"u8.ToArray())).Value,
        "sitegen.yml",
        TestClock.At("2026-06-01T12:00:00Z")).Value;

    /// <summary>A source that holds these bytes.</summary>
    public static SourceFile File(string path, byte[] bytes)
    {
        var kind = path.StartsWith("pages/", StringComparison.Ordinal) ? SourceKind.Page : SourceKind.Post;
        return new SourceFile(
            path, path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..], kind, Fingerprint.Compute(bytes), null, bytes);
    }

    /// <summary>Parses a post.</summary>
    public static ParseResult<Post?> Parse(string path, byte[] bytes) => new PostParser(Options).Parse(File(path, bytes), bytes);

    /// <summary>Parses a post.</summary>
    public static ParseResult<Post?> Parse(string path, string text) => Parse(path, Encoding.UTF8.GetBytes(text));

    /// <summary>The post that a text becomes.</summary>
    public static Post Post(string path, string text) => Parse(path, text).Value ?? throw new ArgumentException($"{path} is no post");

    /// <summary>The body of a post that was just parsed.</summary>
    public static HtmlFragment Html(this Post post) => post.Text.Body.AtHand ?? throw new ArgumentException($"{post.Head.Path} has no text");

    /// <summary>The body that a Markdown text becomes.</summary>
    public static string Html(string markdown) =>
        Encoding.UTF8.GetString(Post("posts/a.md", $"---\ntitle: A\n---\n{markdown}").Html().Bytes.Span);

    /// <summary>What a front matter says, one line for each thing it says, and the problems.</summary>
    public static string FrontMatterOf(ParseResult<Post?> parsed)
    {
        var text = new StringBuilder();
        if (parsed.Value is { Head.Front: var front })
        {
            AppendFront(text, front);
        }
        else
        {
            text.Append("(no post)\n");
        }

        return text.Append(ProblemsOf(parsed.Diagnostics)).ToString();
    }

    /// <summary>Problems with their hints.</summary>
    public static string ProblemsOf(IEnumerable<Diagnostic> problems) =>
        string.Concat(problems.Select(problem => $"{problem.ToLine()}\n{(problem.Hint is null ? "" : $"  hint: {problem.Hint}\n")}"));

    /// <summary>A date with as many digits as it has.</summary>
    public static string? Shown(WrittenDate? date) => date is null
        ? null
        : date.Instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)
            + (date.HasTime ? "" : " (day)");

    private static void AppendFront(StringBuilder text, FrontMatterFields front)
    {
        (string Name, string? Value)[] values =
        [
            ("title", front.Page.Title), ("date", Shown(front.Date)), ("updated", Shown(front.Page.Updated)),
            ("publishDate", Shown(front.PublishDate)),
            ("expiryDate", Shown(front.ExpiryDate)), ("draft", Flag(front.IsDraft)), ("unlisted", Flag(front.IsUnlisted)), ("unsearchable", Flag(front.IsUnsearchable)), ("pinned", Flag(front.IsPinned)),
            ("noindex", Flag(front.NoIndex)), ("slug", front.Page.Slug), ("url", front.Page.Url), ("aliases", List(front.Aliases)),
            ("tags", List(front.Tags)), ("categories", List(front.Categories)), ("authors", List(front.Authors)),
            ("series", front.Series), ("part", Number(front.Part)),
            ("terms", List([.. front.Terms.Select(own => $"{own.Key}({string.Join(", ", own.Value)})")])),
            ("weight", Number(front.Weight)),
            ("menus", List([.. front.Menus.Select(place => $"{place.Menu} {place.Title} {place.Weight}".TrimEnd())])),
            ("canonical", front.Page.Canonical), ("redirectTo", front.RedirectTo), ("summary", front.Page.Summary),
            ("description", front.Page.Description), ("image", front.Image),
            ("imageAlt", front.Page.ImageAlt), ("layout", front.Layout), ("guid", front.Guid), ("language", front.Page.Language),
            ("audio", front.Page.Audio is { } audio ? $"{audio.Address} {audio.MediaType} {audio.Length} {audio.Duration}".TrimEnd() : null),
            ("comments", front.Page.Comments?.ToString().ToLowerInvariant()), ("math", front.Page.Math?.ToString().ToLowerInvariant()),
            ("toc", front.Page.Toc?.ToString().ToLowerInvariant()),
        ];
        foreach (var (name, value) in values.Where(pair => pair.Value is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value?.Replace("\n", "⏎", StringComparison.Ordinal)}\n");
        }

        foreach (var (name, value) in front.Page.Params)
        {
            text.Append(CultureInfo.InvariantCulture, $"params.{name}: {Json(value)}\n");
        }
    }

    private static string? Flag(bool flag) => flag ? "true" : null;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? List(IReadOnlyCollection<string> texts) => texts.Count == 0 ? null : string.Join(" | ", texts);

    private static string Json(Value value) =>
        value.TryGetItems(out var items) ? $"[{string.Join(", ", Enumerable.Range(0, items.Count).Select(index => Json(items[index])))}]"
        : value.TryGetMembers(out var members)
            ? $"{{{string.Join(", ", members.Names.Select(name => $"{name}: {Json(value.Member(name))}"))}}}"
        : value.IsNil ? "null"
        : value.IsText ? $"\"{value.AsText()}\""
        : value.AsText();
}
