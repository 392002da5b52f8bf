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
using SiteGen.Text.TimeZones;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Reads a file of archived comments: a list of them, or one by itself.</summary>
/// <remarks>
/// Knows the key names of WordPress, Disqus, Staticman and webmention.io. Never reads e-mail addresses. Skips comments
/// that were not published at their origin. Not thread-safe.
/// </remarks>
internal sealed class CommentsReader(SiteOptions options)
{
    private static readonly string[] s_bodies = ["body", "message", "content", "comment", "text", "commentcontent", "rawmessage"];
    private static readonly string[] s_replies = ["replies", "children", "answers"];
    private static readonly string[] s_hiddenFlags = ["isspam", "isdeleted", "spam", "deleted", "hidden"];

    // In this order. WordPress has local time in 'comment_date' and UTC in 'comment_date_gmt'; Disqus has UTC in 'createdAt'.
    private static readonly (string Name, bool IsUtc)[] s_dates =
    [
        ("commentdategmt", true), ("dategmt", true), ("date", false), ("published", false), ("created", false), ("createdat", true),
        ("commentdate", false), ("timestamp", false), ("time", false), ("wmreceived", false),
    ];

    private readonly DateReader _dates = new(options.TimeZone, options.ZoneWithoutOffset);
    private readonly DateReader _utcDates = new(options.TimeZone, IanaTimeZone.Utc);
    private readonly CommentBody _bodies = new(options);
    private readonly List<Comment> _comments = [];
    private readonly List<YamlNode> _nodes = [];
    private ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();
    private SourceText _source = new("", default);

    /// <summary>Reads a file; null when it has no comments.</summary>
    public ParseResult<CommentFile?> Read(SourceFile file, ReadOnlyMemory<byte> bytes)
    {
        _comments.Clear();
        _nodes.Clear();
        _problems = ImmutableArray.CreateBuilder<Diagnostic>();
        _source = SourceEncoding.Decode(file.Path, bytes, _problems);
        var isJson = file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var (node, problem) = isJson ? JsonTree.Read(_source.Bytes) : YamlReader.Read(Encoding.UTF8.GetString(_source.Bytes.Span), 0);
        if (problem is not null)
        {
            _problems.Add(_source.Report(CommentMessages.Unreadable(problem.Message, problem.Hint), problem.At, problem.At));
            return new(null, _problems.ToImmutable());
        }

        var key = file.RelativePath[..file.RelativePath.LastIndexOf('.')];
        var isOne = node is YamlMap only && BodyOf(only) is not null;
        ReadAll(isOne && node is not null ? [node] : EntriesOf(node), null);
        ReportCycles();
        key = isOne && key.Contains('/', StringComparison.Ordinal) ? SitePath.FolderOf(key) : key;
        var comments = new CommentFile(file.Path, key, [.. _comments], Fingerprint.Compute(_source.Bytes.Span));
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
                Report(CommentMessages.NoComments(), node);
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
                Report(CommentMessages.NotAComment(), entry);
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
        var body = BodyOf(map);
        var before = _comments.Count;
        if (kind == "comment" && string.IsNullOrWhiteSpace(body))
        {
            Report(CommentMessages.NoBody(), map);
        }
        else
        {
            var (name, url) = AuthorOf(map);
            var html = _bodies.Read(body ?? "", FormatOf(map));
            _comments.Add(new Comment(id, parent ?? ParentOf(map), kind, name, url, DateOf(map), html));
            _nodes.Add(map);
        }

        if (s_replies.Select(map.Find).OfType<YamlList>().FirstOrDefault() is { } replies)
        {
            if (id is null && _comments.Count > before)
            {
                // A comment without an ID needs one that its replies can refer to.
                id = string.Create(CultureInfo.InvariantCulture, $"n{_comments.Count}");
                _comments[^1] = _comments[^1] with { Id = id };
            }

            ReadAll(replies.Items, id);
        }
    }

    private static (string? Name, string? Url) AuthorOf(YamlMap map)
    {
        var author = map.Find("author") as YamlMap;
        var name = author is null
            ? First(map, "author", "name", "commentauthor", "authorname", "username")
            : First(author, "name", "displayname", "username");
        var url = First(map, "url", "website", "commentauthorurl", "authorurl", "source", "wmsource")
            ?? (author is null ? null : First(author, "url", "website", "profileurl"));
        return (CommentBody.NameOf(name), CommentBody.AddressOf(url));
    }

    private static string? ParentOf(YamlMap map)
    {
        var parent = map.Find("parent") is YamlMap inner
            ? First(inner, "id", "dsq:id", "@dsq:id")
            : First(map, "parent", "parentid", "commentparent", "replyingto", "replyto", "inreplyto");
        return parent is null or "" or "0" ? null : parent;
    }

    private DateTimeOffset? DateOf(YamlMap map)
    {
        foreach (var (name, isUtc) in s_dates)
        {
            var date = map.Find(name) as YamlScalar;
            if (date is { IsNull: false } && !string.IsNullOrWhiteSpace(date.Value) && !IsZero(date.Value, isUtc))
            {
                return DateOf(date, isUtc ? _utcDates : _dates);
            }
        }

        return null;
    }

    // WordPress has zeros where it does not know the time in UTC.
    private static bool IsZero(string text, bool isUtc) => isUtc && text.StartsWith("0000", StringComparison.Ordinal);

    private DateTimeOffset? DateOf(YamlScalar scalar, DateReader dates)
    {
        var text = scalar.Value;
        if (text.Length is >= 9 and <= 13 && text.All(char.IsAsciiDigit)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return options.TimeZone.ToLocal(DateTimeOffset.FromUnixTimeMilliseconds(text.Length > 11 ? number : number * 1000));
        }

        var date = dates.Read(text, out var problem);
        if (problem is { } message)
        {
            _problems.Add(_source.Report(message, scalar.Start, scalar.End));
        }

        return date?.Instant;
    }

    private static bool IsHidden(YamlMap map)
    {
        var approved = First(map, "approved", "commentapproved", "isapproved")?.ToLowerInvariant();
        var status = First(map, "status")?.ToLowerInvariant();
        return approved is "0" or "false" or "no" or "spam" or "trash" or "post-trashed"
            || status is "spam" or "trash" or "hold" or "pending" or "unapproved" or "deleted"
            || s_hiddenFlags.Any(name => (map.Find(name) as YamlScalar)?.AsBoolean == true);
    }

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
                // webmention.io has a map with the text as HTML and as plain text.
                return value is YamlMap both ? First(both, "html", "text") : (value as YamlScalar)?.Value;
            }
        }

        return null;
    }

    private static string? FormatOf(YamlMap map)
    {
        var isHtml = map.Find("html") is not null || (map.Find("content") as YamlMap)?.Find("html") is not null;
        return isHtml ? "html" : First(map, "format", "contenttype")?.ToLowerInvariant();
    }

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

    // CommentThread breaks cycles when it builds the tree; each is reported once here.
    private void ReportCycles()
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
                    Report(CommentMessages.ReplyCycle(_comments[next].Id), _nodes[next]);
                }

                at = next;
            }
        }
    }

    private void Report(DiagnosticMessage message, YamlNode at) => _problems.Add(_source.Report(message, at.Start, at.Start));
}
