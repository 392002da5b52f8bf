using System.Text.Json;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Rendering.Feeds;
using SiteGen.Pipeline.Routing;

namespace SiteGen.Pipeline.Rendering.Seo;

/// <summary>Writes schema.org metadata of a page as JSON-LD 1.1, for the head of the page.</summary>
/// <remarks>
/// Posts are <c>BlogPosting</c>, the front page <c>WebSite</c>, an author's page <c>Person</c>, and every page below the
/// front page has a <c>BreadcrumbList</c>. Characters special in HTML are escaped, so no text can end the script element.
/// </remarks>
internal sealed class LinkedData
{
    private readonly PageScope _scope;
    private readonly Utf8JsonWriter _json;

    private LinkedData(PageScope scope, Utf8JsonWriter json) => (_scope, _json) = (scope, json);

    /// <summary>The metadata of a page; empty for pages that search engines do not index.</summary>
    public static ReadOnlyMemory<byte> Create(PageScope scope, Route route, string? title)
    {
        if (route is NotFoundRoute or AliasRoute)
        {
            return default;
        }

        var (output, json) = scope.Json;
        var start = output.Length;
        new LinkedData(scope, json).Write(route, title ?? "");
        json.Flush();
        json.Reset();
        return output.WrittenMemory[start..];
    }

    private void Write(Route route, string title)
    {
        _json.WriteStartObject();
        _json.WriteString("@context", "https://schema.org");
        _json.WriteStartArray("@graph");
        switch (route)
        {
            case PostRoute { Post: { IsPage: false } post }:
                WritePost(post);
                break;
            case HomeRoute:
                WriteSite();
                break;
            case TermRoute { Taxonomy.Name: "authors", Term: var author }:
                WritePerson(author);
                break;
        }

        if (route is not HomeRoute)
        {
            WriteTrail(route, title);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WritePost(PostHead post)
    {
        var url = _scope.Urls.AbsoluteLink(post.Url);
        _json.WriteStartObject();
        _json.WriteString("@type", "BlogPosting");
        _json.WriteString("@id", url);
        _json.WriteString("url", url);
        _json.WriteString("headline", post.Title);
        WriteIfSaid("description", _scope.DescriptionOf(post));
        if (post.Date is { } date)
        {
            _json.WriteString("datePublished", Feed.Rfc3339(date));
        }

        if (Feed.ChangedAt(post) is { } changed)
        {
            _json.WriteString("dateModified", Feed.Rfc3339(changed));
        }

        if (_scope.ImageOf(post) is { } image)
        {
            _json.WriteString("image", _scope.Urls.Absolute(image));
        }

        WriteAuthors(post);
        WriteKeywords(post);
        _json.WriteString("inLanguage", post.Language);
        _json.WriteStartObject("isPartOf");
        _json.WriteString("@type", "Blog");
        _json.WriteString("name", _scope.Options.Title.In(_scope.Language.Tag));
        _json.WriteString("url", _scope.Urls.AbsoluteLink("/"));
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteAuthors(PostHead post)
    {
        var authors = _scope.AuthorsOf(post);
        if (authors.Length == 0)
        {
            return;
        }

        var taxonomy = _scope.Site.TaxonomyOf("authors");
        _json.WriteStartArray("author");
        foreach (var name in authors)
        {
            _json.WriteStartObject();
            _json.WriteString("@type", "Person");
            _json.WriteString("name", name);
            _scope.Dependencies.Term(taxonomy, name);
            if (taxonomy.Find(name) is { } term)
            {
                _json.WriteString("url", _scope.Urls.AbsoluteLink(term.Url));
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteKeywords(PostHead post)
    {
        if (post.Front.Tags.Length == 0)
        {
            return;
        }

        _json.WriteStartArray("keywords");
        foreach (var tag in post.Front.Tags)
        {
            _json.WriteStringValue(tag);
        }

        _json.WriteEndArray();
    }

    private void WriteSite()
    {
        var options = _scope.Options;
        _json.WriteStartObject();
        _json.WriteString("@type", "WebSite");
        _json.WriteString("@id", _scope.Urls.AbsoluteLink("/"));
        _json.WriteString("url", _scope.Urls.AbsoluteLink("/"));
        _json.WriteString("name", options.Title.In(_scope.Language.Tag));
        WriteIfSaid("description", options.Description.In(_scope.Language.Tag));
        _json.WriteString("inLanguage", options.Language);
        _json.WriteEndObject();
    }

    private void WritePerson(Term author)
    {
        var profile = _scope.ProfileOf(author.Name);
        _json.WriteStartObject();
        _json.WriteString("@type", "Person");
        _json.WriteString("name", author.Name);
        _json.WriteString("url", _scope.Urls.AbsoluteLink(author.Url));
        if (profile?.Image is { } image)
        {
            _json.WriteString("image", _scope.Urls.Absolute(image));
        }

        // The same person elsewhere (schema.org, sameAs); a link to a page of this site is none.
        if (profile?.Links.Where(link => _scope.Urls.IsElsewhere(link.Url)).ToArray() is { Length: > 0 } links)
        {
            _json.WriteStartArray("sameAs");
            foreach (var link in links)
            {
                _json.WriteStringValue(_scope.Urls.Absolute(link.Url));
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private (string Name, string Url) ArchiveStep() => (_scope.Language.WordOr("archive", "Archive"), Archive.Url);

    // The path from the front page down to this one.
    private void WriteTrail(Route route, string title)
    {
        List<(string Name, string Url)> steps = [(_scope.Options.Title.In(_scope.Language.Tag), "/")];
        steps.AddRange((IEnumerable<(string, string)>)(route switch
        {
            TermRoute term => [(_scope.Language.TitleOf(term.Taxonomy), term.Taxonomy.Url), .. Above(term.Taxonomy, term.Term)],
            ArchiveRoute { Year: not null, Month: null } => [ArchiveStep()],
            ArchiveRoute { Year: { } year } => [ArchiveStep(), ($"{year.Number:D4}", year.Url)],
            _ => [],
        }));
        steps.Add((title, route.Url));
        _json.WriteStartObject();
        _json.WriteString("@type", "BreadcrumbList");
        _json.WriteStartArray("itemListElement");
        for (var i = 0; i < steps.Count; i++)
        {
            _json.WriteStartObject();
            _json.WriteString("@type", "ListItem");
            _json.WriteNumber("position", i + 1);
            _json.WriteString("name", steps[i].Name);
            _json.WriteString("item", _scope.Urls.AbsoluteLink(steps[i].Url));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private IEnumerable<(string Name, string Url)> Above(Taxonomy taxonomy, Term term)
    {
        if (taxonomy.ParentOf(term) is not { } parent)
        {
            return [];
        }

        _scope.Dependencies.Note(new DependencyKey(DependencyKind.Term, parent.List.Id, 0));
        return [.. Above(taxonomy, parent), (parent.Name, parent.Url)];
    }

    private void WriteIfSaid(string name, string text)
    {
        if (text.Length > 0)
        {
            _json.WriteString(name, text);
        }
    }
}
