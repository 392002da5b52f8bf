using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Parsing.Keeping;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Inspection;

/// <summary>The values of a post, and where each comes from.</summary>
internal sealed class PostValues
{
    private readonly InspectedSite _site;
    private readonly PostHead _post;
    private readonly ImmutableArray<YamlEntry> _entries;
    private readonly SourceName _name;
    private readonly PostFacts? _facts;
    private readonly bool _isMarked;

    /// <summary>Reads the post's file once more, with the locations of all keys.</summary>
    public PostValues(InspectedSite site, PostHead post)
    {
        (_site, _post) = (site, post);
        var file = site.Tree.Files.First(file => file.Path == post.Path);
        _name = SourceName.Parse(file);
        var bytes = file.Read(new Utf8Buffer(), out _).GetValueOrDefault();
        var parsed = new PostParser(site.Options).Parse(file, bytes, out var record);
        _isMarked = parsed.Value?.Text.Body.AtHand is { } body && SummaryMark.Find(body.Bytes.Span) >= 0;
        _facts = record?.Facts;
        _entries = EntriesOf(file.Path, bytes, site.Options.KeepsHashtags);
    }

    /// <summary>The values that every post has, then whatever else its front matter says.</summary>
    public Listing Rows()
    {
        var main = MainValues().ToArray();
        var others = _entries.Where(entry => main.All(value => value.Name != CanonicalOf(entry)))
            .Select(entry => new PostValue(
                FrontMatterKeys.Find(entry.Name) is { } key ? key.Name : $"params.{entry.Key.Value}",
                FlowText.Of(entry.Value), FromKey(entry)));
        return Listing.From(
            ["value", "is", "from"], main.Concat(others).Select(value => (ImmutableArray<Cell>)[value.Name, value.Text, value.From]));
    }

    /// <summary>The location of a key of front matter, by its name in the table; null when the post does not have it.</summary>
    public string? LocationOf(string key) => EntryOf(key) is { } entry ? FromKey(entry) : null;

    private IEnumerable<PostValue> MainValues()
    {
        var front = _post.Front;
        yield return new("title", _post.Title, LocationOf("title") is { } title && !string.IsNullOrWhiteSpace(front.Page.Title) ? title
            : string.IsNullOrWhiteSpace(_facts?.Heading) ? "the name of the file" : "the first heading of the text");
        yield return new("date", _site.TimeOf(_post.Date) ?? "", LocationOf("date")
            ?? (_name.Day is not null ? "the name of the file" : LocationOf("publishDate") ?? "nowhere: it has none"));
        yield return new("url", _post.Url, FromOfUrl());
        yield return new("slug", _post.Slug, LocationOf("slug") ?? "the name of the file, else the title");
        yield return new("language", _post.Language, LocationOf("lang")
            ?? (_post.TranslatedInto is not null ? "the name of the file" : _site.OriginOf("language")));
        yield return new("authors", string.Join(", ", _site.Site.AuthorsOf(_post)), LocationOf("authors")
            ?? (_post.IsPage || _site.Options.Author.Length == 0 ? "nowhere: it has none" : _site.OriginOf("author")));
        yield return new("tags", string.Join(", ", front.Tags), LocationOf("tags") ?? LocationOf("taxonomies") ?? "nowhere: it has none");
        yield return new("categories", string.Join(", ", front.Categories), LocationOf("categories")
            ?? LocationOf("taxonomies") ?? "nowhere: it has none");
        yield return new("summary", Shortened(_site.Site.TextOf(_post.Id)?.PlainSummary()), FromOfSummary());
        yield return new("description", Shortened(front.Page.Description ?? _site.Site.TextOf(_post.Id)?.PlainSummary()),
            LocationOf("description") ?? "the summary, as plain text");
        yield return new("image", front.Image ?? "", LocationOf("image") ?? "nowhere: it has none");
        yield return new("words", (_facts?.WordCount ?? 0).ToString(CultureInfo.InvariantCulture), "the text");
    }

    private string FromOfUrl()
    {
        if (LocationOf("url") is { } given && _post.Front.Page.Url is { Length: > 0 })
        {
            return given;
        }

        var section = _name.Section;
        var keys = _post.IsPage ? ["permalink.pages"] : new List<string>();
        for (; !_post.IsPage && section.Length > 0; section = Urls.SitePath.FolderOf(section))
        {
            keys.Add($"permalink.{section}");
        }

        return _post.IsPage
            ? $"the name of the file, by {_site.OriginOf([.. keys])}"
            : $"made by {_site.OriginOf([.. keys, "permalink.posts", "permalink"])}";
    }

    private string FromOfSummary() =>
        LocationOf("summary")
        ?? (_isMarked ? "the text above the mark <!--more-->" : $"the first words of the text, {_site.OriginOf("summary_words")}");

    private string FromKey(YamlEntry entry)
    {
        var place = InspectedSite.Location(_post.Path, entry.Key.Start);
        return CanonicalOf(entry) is { } name && FrontMatterKey.Normalize(name) != entry.Name ? $"{place}, key '{entry.Key.Value}'" : place;
    }

    private YamlEntry? EntryOf(string key) => _entries.LastOrDefault(entry => CanonicalOf(entry) == key);

    private static string? CanonicalOf(YamlEntry entry) => FrontMatterKeys.Find(entry.Name)?.Name;

    private static string Shortened(string? text) => text is { Length: > 58 } ? text[..57].TrimEnd() + "…" : text ?? "";

    private static ImmutableArray<YamlEntry> EntriesOf(string path, ReadOnlyMemory<byte> bytes, bool keepsHashtags)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var source = SourceEncoding.Decode(path, bytes, problems);
        if (FrontMatterBlock.Find(source, problems) is not { } block)
        {
            return [];
        }

        var yaml = Encoding.UTF8.GetString(source.Bytes.Span.Slice(block.Yaml.Start, block.Yaml.Length));
        return LenientYamlReader.Read(source, yaml, block.YamlLine, keepsHashtags ? FrontMatterKeys.IsText : null).Value;
    }

    private readonly record struct PostValue(string Name, string Text, string From);
}
