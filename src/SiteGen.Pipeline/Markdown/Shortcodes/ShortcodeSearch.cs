using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Pipeline.Markdown.Shortcodes;

/// <summary>Finds what other programs would fill in, wherever it stands outside of code.</summary>
/// <remarks>A backslash before a mark says that readers are meant to see it.</remarks>
internal sealed partial class ShortcodeSearch
{
    private const int KindCount = 6;

    // Names that no author uses for a link of their own in brackets; a name alone is one, unless it is 'gallery' or 'playlist'.
    private static readonly string[] s_names =
    [
        "gallery", "caption", "playlist", "embed", "youtube", "vimeo", "gist", "slideshare", "audio", "video", "contact-form",
        "sourcecode", "googlemaps", "tweet", "soundcloud", "wp_caption", "wpvideo", "dailymotion", "advanced_iframe", "su_",
        "vc_", "et_pb_", "fusion_",
    ];

    // One vectorized pass, because nearly every text has none.
    private static readonly SearchValues<string> s_marks =
        SearchValues.Create(["{{", "{%", "[[", .. s_names.Select(name => '[' + name)], StringComparison.Ordinal);

    private readonly UnreadShortcodes?[] _found = new UnreadShortcodes?[KindCount];
    private readonly Dictionary<string, int> _lastClosings = new(StringComparer.Ordinal);
    private readonly string _text;
    private readonly HashSet<int> _links = [];
    private readonly bool _isHtml;
    private int _resolvedEnd = -1;

    // One that is never closed is searched for once.
    private bool _isUnclosed;

    private ShortcodeSearch(string text, bool isHtml) => (_text, _isHtml) = (text, isHtml);

    /// <summary>Whether a text may hold one.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) => text.ContainsAny(s_marks);

    /// <summary>The shortcodes of a Markdown text, a value for each kind.</summary>
    /// <param name="document">The text, parsed with precise locations.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="code">The parts of it that are code.</param>
    public static ImmutableArray<UnreadShortcodes> Find(MarkdownDocument document, string markdown, TextRanges code)
    {
        var search = new ShortcodeSearch(markdown, isHtml: false);
        foreach (var link in document.Descendants<LinkInline>())
        {
            search._links.Add(link.Span.Start);
        }

        foreach (var definition in document.Descendants<LinkReferenceDefinition>())
        {
            search._links.Add(definition.Span.Start);
        }

        return search.Run(code.FromStart());
    }

    /// <summary>The shortcodes of an HTML text, a value for each kind.</summary>
    public static ImmutableArray<UnreadShortcodes> FindInHtml(string html) =>
        MayBeIn(html) ? new ShortcodeSearch(html, isHtml: true).Run(CodeRanges.InHtml(html)) : [];

    private ImmutableArray<UnreadShortcodes> Run(TextRanges code)
    {
        var at = 0;
        while (at < _text.Length && _text.AsSpan(at).IndexOfAny(s_marks) is >= 0 and var offset)
        {
            at += offset;
            var end = code.EndAt(at);
            at = end > at ? end
                : at > 0 && _text[at - 1] == '\\' ? at + 2
                : Read(at);
        }

        return [.. _found.OfType<UnreadShortcodes>().OrderBy(unread => unread.Start)];
    }

    // The offset to go on at.
    private int Read(int at) => (_text[at], _text[at + 1]) switch
    {
        ('{', '%') => ReadTag(at),
        ('{', _) when at + 2 < _text.Length && _text[at + 2] is '<' or '%' => ReadHugo(at),
        ('{', _) => ReadValue(at),
        (_, '[') => ReadWikiLink(at),
        _ => ReadWordPress(at),
    };

    private int ReadHugo(int at)
    {
        // Closing ones ('{{< /note >}}') belong to their opening ones.
        if (Hugo().Match(_text, at) is not { Success: true } match)
        {
            return at + 2;
        }

        Add(ShortcodeKind.Hugo, match.Groups["name"].Value, at, match.Length);
        return at + match.Length;
    }

    private int ReadTag(int at)
    {
        if (Tag().Match(_text, at) is not { Success: true } match)
        {
            return at + 2;
        }

        var name = match.Groups["name"].Value;
        Add(ShortcodeKind.Tag, name, at, match.Length);
        var end = at + match.Length;
        // What these hold is shown, or left out, as it is.
        if (name is not ("raw" or "highlight" or "comment" or "verbatim") || _isUnclosed)
        {
            return end;
        }

        var close = EndTag().Match(_text, end);
        _isUnclosed = !close.Success;
        return close.Success ? close.Index + close.Length : end;
    }

    private int ReadValue(int at)
    {
        if (Value().Match(_text, at) is not { Success: true } match)
        {
            return at + 1;
        }

        var end = at + match.Length;
        if (match.Groups["root"].Success && (at == _resolvedEnd || StartsTarget(at)))
        {
            _resolvedEnd = end;
            return end;
        }

        Add(ShortcodeKind.Value, match.Value, at, match.Length);
        return end;
    }

    // Where a link or an attribute starts, the site's own address is understood.
    private bool StartsTarget(int at)
    {
        var before = _text.AsSpan(0, at).TrimEnd('<');
        return before.EndsWith("](") || before is [.., '"' or '\'' or '='] || before.TrimEnd(" \t").EndsWith("]:");
    }

    private int ReadWikiLink(int at)
    {
        if (_isHtml || _links.Contains(at) || _links.Contains(at + 1) || _links.Contains(at - 1)
            || WikiLink().Match(_text, at) is not { Success: true } match
            || match.ValueSpan.Trim("[_]").Equals("toc", StringComparison.OrdinalIgnoreCase))
        {
            return at + 1;
        }

        var isEmbed = at > 0 && _text[at - 1] == '!';
        var (start, end) = (isEmbed ? at - 1 : at, at + match.Length);
        Add(isEmbed ? ShortcodeKind.WikiEmbed : ShortcodeKind.WikiLink, _text[start..end], start, end - start);
        return end;
    }

    private int ReadWordPress(int at)
    {
        if (_links.Contains(at) || WordPress().Match(_text, at) is not { Success: true } match)
        {
            return at + 1;
        }

        var (name, end) = (match.Groups["name"].Value, at + match.Length);
        var isOne = match.Groups["rest"].Length > 0
            || LastClosing(name) > at
            || (name is "gallery" or "playlist" && IsAlone(at, end));
        if (isOne)
        {
            Add(ShortcodeKind.WordPress, name, at, match.Length);
        }

        return end;
    }

    private int LastClosing(string name)
    {
        if (!_lastClosings.TryGetValue(name, out var at))
        {
            _lastClosings[name] = at = _text.LastIndexOf($"[/{name}]", StringComparison.Ordinal);
        }

        return at;
    }

    private bool IsAlone(int start, int end)
    {
        var before = _text.AsSpan(0, start).TrimEnd(" \t");
        var after = _text.AsSpan(end).TrimStart(" \t");
        return before is [] or [.., '\n' or '\r' or '>'] && after is [] or ['\n' or '\r' or '<', ..];
    }

    private void Add(ShortcodeKind kind, string name, int start, int length)
    {
        ref var found = ref _found[(int)kind];
        if (found is not null)
        {
            found = found with { Count = found.Count + 1 };
            return;
        }

        var line = _text.AsSpan(start, length).IndexOfAny('\r', '\n');
        found = new UnreadShortcodes(kind, name, start, line < 0 ? length : line, 1);
    }

    [GeneratedRegex(
        @"\G(\{\{<\s*(?<name>[\p{L}_][\w./-]*)(?=[\s/>])[^{}]*>\}\}|\{\{%\s*(?<name>[\p{L}_][\w./-]*)(?=[\s/%])[^{}]*%\}\})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Hugo();

    // The closing ones ('{% endraw %}') belong to their opening ones.
    [GeneratedRegex(
        @"\G\{%-?\s*(?!end)(?<name>[\p{L}_][\w-]*)(?=[\s%-])([^{}%]|%(?!\})|\{\{[^{}]*\}\})*%\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{%-?\s*end(raw|highlight|comment|verbatim)\s*-?%\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EndTag();

    // A member, a filter, a call, or a name that layouts have: other '{{ words }}' in braces are prose or part of a formula.
    [GeneratedRegex(
        """
        \G\{\{-?(
          [ \t\u00A0]*(?<root>site\.(base)?url)[ \t\u00A0]*
        | [ \t]*[\p{L}_][\w-]*(\.\w|\[|\(|[ \t]*\|)[^{}\r\n]{0,200}
        | [ \t]*(content|title|url|date|excerpt|description|author)[ \t]*-?
        | [ \t]*("[^"{}\r\n]{0,200}"|'[^'{}\r\n]{0,200}')[ \t]*\|[^{}\r\n]{0,200}
        )\}\}
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Value();

    [GeneratedRegex(
        @"\G\[\[(?=[^\[\]\r\n]*\p{L})[\p{L}\p{N}_./(#'""“@&$][^\[\]\r\n]{0,200}\]\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WikiLink();

    [GeneratedRegex(
        """
        \G\[(?<name>gallery|caption|playlist|embed|youtube|vimeo|gist|slideshare|audio|video|contact-form(-7)?|sourcecode|googlemaps|tweet
        |soundcloud|wp_caption|wpvideo|dailymotion|advanced_iframe|(su|vc|et_pb|fusion)_[a-z_]+)
        (?<rest>(\s+[\w-]+=("[^"\[\]]*"|'[^'\[\]]*'|[^\s\[\]]+)|\s+https?://[^\s\[\]]+|=\s*https?://[^\s\[\]]+)*)\s*/?\](?![(\[:])
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex WordPress();
}
