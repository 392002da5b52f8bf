using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Reads a file of archived comments: a list of them, or one by itself.</summary>
/// <remarks>
/// Knows the names that WordPress, Disqus, Staticman and webmention.io give to things. Never reads an address of a
/// mailbox. Comments that were not published where they come from are none. For one thread.
/// </remarks>
internal sealed class CommentsReader(SiteOptions options)
{
    private static readonly string[] s_bodies = ["body", "message", "content", "comment", "text", "commentcontent", "rawmessage"];
    private static readonly string[] s_replies = ["replies", "children", "answers"];

    private readonly DateReader _dates = new(options.TimeZone);
    private readonly CommentBody _bodies = new(options);
    private readonly List<Comment> _comments = [];
    private readonly List<YamlNode> _places = [];
    private ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();
    private SourceText _source = new("", default);

    /// <summary>Reads a file; null when it holds no comments at all.</summary>
    public ParseResult<CommentFile?> Read(SourceFile file, ReadOnlyMemory<byte> bytes)
    {
        _comments.Clear();
        _places.Clear();
        _problems = ImmutableArray.CreateBuilder<Diagnostic>();
        _source = new SourceText(file.Path, SourceEncoding.ToUtf8(file.Path, bytes, _problems));
        var isJson = file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var (node, problem) = isJson ? JsonTree.Read(_source.Bytes) : YamlReader.Read(Encoding.UTF8.GetString(_source.Bytes.Span), 0);
        if (problem is not null)
        {
            _problems.Add(_source.Report(SiteRules.DataUnreadable, problem.At, problem.At, $"the comments cannot be read: {problem.Message}", problem.Hint ?? "put texts in quotes, or below their key behind a '|'"));
            return new(null, _problems.ToImmutable());
        }

        var key = file.RelativePath[..file.RelativePath.LastIndexOf('.')];
        var isOne = node is YamlMap only && BodyOf(only) is not null;
        ReadAll(isOne && node is not null ? [node] : EntriesOf(node), null);
        ReportCircles();
        var comments = new CommentFile(file.Path, isOne && key.Contains('/', StringComparison.Ordinal) ? SitePath.FolderOf(key) : key, [.. _comments], Fingerprint.Compute(_source.Bytes.Span));
        return new(_comments.Count > 0 ? comments : null, _problems.ToImmutable());
    }

    // A list, the list below 'comments', or a map of comments by their names.
    private ImmutableArray<YamlNode> EntriesOf(YamlNode? node)
    {
        switch (node)
        {
            case null or YamlScalar { IsNull: true }:
                return [];
            case YamlList list:
                return list.Items;
            case YamlMap map when (map.Find("comments") ?? map.Find("posts")) is { } inner:
                return inner is YamlList items ? items.Items : [];
            case YamlMap map when map.Entries.All(entry => entry.Value is YamlMap):
                return [.. map.Entries.Select(entry => entry.Value)];
            default:
                Report(SiteRules.InvalidValue, node, "this file holds no comments", "write a list: '- author: …' and below it 'body: …' for each");
                return [];
        }
    }

    private void ReadAll(ImmutableArray<YamlNode> entries, string? parent)
    {
        foreach (var entry in entries)
        {
            if (entry is YamlMap map)
            {
                Read(map, parent);
            }
            else
            {
                Report(SiteRules.InvalidValue, entry, "this is not a comment", "write '- author: …' and below it 'body: …'");
            }
        }
    }

    private void Read(YamlMap map, string? parent)
    {
        if (IsHidden(map))
        {
            return;
        }

        var id = First(map, "id", "commentid", "dsq:id", "uid", "wmid", "guid");
        var kind = KindOf(First(map, "kind", "type", "commenttype", "wmproperty"));
        var author = map.Find("author") as YamlMap;
        var body = BodyOf(map);
        var before = _comments.Count;
        if (kind == "comment" && string.IsNullOrWhiteSpace(body))
        {
            Report(SiteRules.InvalidValue, map, "a comment without a text was left out", "write 'body: …' below its author");
        }
        else
        {
            var name = author is null ? First(map, "author", "name", "commentauthor", "authorname", "username") : First(author, "name", "displayname", "username");
            var url = First(map, "url", "website", "commentauthorurl", "authorurl", "source", "wmsource") ?? (author is null ? null : First(author, "url", "website", "profileurl"));
            _comments.Add(new Comment(id, parent ?? ParentOf(map), kind, CommentBody.NameOf(name), CommentBody.AddressOf(url), DateOf(map), _bodies.Read(body ?? "", FormatOf(map))));
            _places.Add(map);
        }

        if (s_replies.Select(map.Find).OfType<YamlList>().FirstOrDefault() is { } replies)
        {
            if (id is null && _comments.Count > before)
            {
                // What answers a comment without a name has to find it.
                id = string.Create(CultureInfo.InvariantCulture, $"n{_comments.Count}");
                _comments[^1] = _comments[^1] with { Id = id };
            }

            ReadAll(replies.Items, id);
        }
    }

    private static string? ParentOf(YamlMap map)
    {
        var parent = map.Find("parent") is YamlMap inner ? First(inner, "id", "dsq:id", "@dsq:id") : First(map, "parent", "parentid", "commentparent", "replyingto", "replyto", "inreplyto");
        return parent is null or "" or "0" ? null : parent;
    }

    private DateTimeOffset? DateOf(YamlMap map)
    {
        // WordPress has the author's clock in 'comment_date' and that of Greenwich beside it.
        var gmt = First(map, "commentdategmt", "dategmt");
        var text = gmt is not null && !gmt.StartsWith("0000", StringComparison.Ordinal) ? gmt : First(map, "date", "published", "created", "createdat", "commentdate", "timestamp", "time", "wmreceived");
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (text.Length is >= 9 and <= 13 && text.All(char.IsAsciiDigit) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return options.TimeZone.ToLocal(DateTimeOffset.FromUnixTimeMilliseconds(text.Length > 11 ? number : number * 1000));
        }

        var date = _dates.Read(text, out var problem);
        if (problem is not null)
        {
            Report(SiteRules.InvalidDate, map, problem, "write it like 2026-03-05 or 2026-03-05T14:30:00+01:00");
        }

        return date?.Instant;
    }

    private static bool IsHidden(YamlMap map) =>
        First(map, "approved", "commentapproved", "isapproved")?.ToLowerInvariant() is "0" or "false" or "no" or "spam" or "trash" or "post-trashed"
        || First(map, "status")?.ToLowerInvariant() is "spam" or "trash" or "hold" or "pending" or "unapproved" or "deleted"
        || ((string[])["isspam", "isdeleted", "spam", "deleted", "hidden"]).Any(name => (map.Find(name) as YamlScalar)?.AsBoolean == true);

    private static string KindOf(string? written) => written?.ToLowerInvariant() switch
    {
        "pingback" => "pingback",
        "trackback" => "trackback",
        "webmention" or "in-reply-to" or "like-of" or "repost-of" or "mention-of" or "bookmark-of" => "webmention",
        _ => "comment",
    };

    private static string? BodyOf(YamlMap map)
    {
        foreach (var name in (string[])["html", .. s_bodies])
        {
            if (map.Find(name) is { } value)
            {
                // webmention.io has the text in two languages, one below the other.
                return value is YamlMap both ? First(both, "html", "text") : (value as YamlScalar)?.Value;
            }
        }

        return null;
    }

    private static string? FormatOf(YamlMap map) =>
        map.Find("html") is not null || (map.Find("content") as YamlMap)?.Find("html") is not null ? "html" : First(map, "format", "contenttype")?.ToLowerInvariant();

    private static string? First(YamlMap map, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (map.Text(name) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    // A circle is broken where it is shown; here its author hears of it, once.
    private void ReportCircles()
    {
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _comments.Count; i++)
        {
            if (_comments[i].Id is { } id)
            {
                byId.TryAdd(id, i);
            }
        }

        var seen = new int[_comments.Count];
        for (var i = 0; i < _comments.Count; i++)
        {
            var at = i;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = i + 1;
                var next = _comments[at].Parent is { } parent && byId.TryGetValue(parent, out var found) ? found : -1;
                if (next >= 0 && seen[next] == i + 1)
                {
                    Report(SiteRules.InvalidValue, _places[next], $"the comment '{_comments[next].Id}' answers itself, by way of others or not", "correct its 'parent'");
                }

                at = next;
            }
        }
    }

    private void Report(DiagnosticRule rule, YamlNode at, string message, string? hint) => _problems.Add(_source.Report(rule, at.Start, at.Start, message, hint));
}
