using System.Collections.Immutable;
using System.Net;
using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>Markup that was removed from a text.</summary>
/// <param name="Start">Its offset in the original text.</param>
/// <param name="Length">Its length.</param>
/// <param name="Name">The name of the tag, or the removed URL.</param>
/// <param name="IsAddress">Whether only a URL was removed.</param>
internal readonly record struct RemovedMarkup(int Start, int Length, string Name, bool IsAddress);

/// <summary>Reduces untrusted HTML to what a policy allows.</summary>
/// <remarks>
/// Nothing is copied verbatim: text is escaped again, and tags are rebuilt from their names and allowed attributes.
/// However a browser would have parsed the original, the result is unambiguous: every element is closed, in order. An
/// instance keeps the state of one run.
/// </remarks>
internal sealed class HtmlSanitizer
{
    // No real text is nested deeper, and browsers stop at 512.
    private const int DepthLimit = 32;

    private readonly HtmlPolicy _policy;
    private readonly Utf8Buffer _output = new();
    private readonly List<string> _open = [];
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<RemovedMarkup>.Builder _removed = ImmutableArray.CreateBuilder<RemovedMarkup>();

    private HtmlSanitizer(HtmlPolicy policy) => _policy = policy;

    /// <summary>The allowed HTML, and the tags and URLs that were removed.</summary>
    public static (byte[] Html, ImmutableArray<RemovedMarkup> Removed) Reduce(ReadOnlySpan<byte> html, HtmlPolicy policy)
    {
        var sanitizer = new HtmlSanitizer(policy);
        sanitizer.Read(html);
        return (sanitizer._output.ToArray(), sanitizer._removed.ToImmutable());
    }

    private void Read(ReadOnlySpan<byte> html)
    {
        var (at, isSkipping) = (0, false);
        var tags = new HtmlTags(html);
        while (tags.MoveNext())
        {
            AddText(isSkipping ? default : html[at..tags.Start]);
            at = tags.End;
            isSkipping = false;
            if (tags.Name.IsEmpty)
            {
                AddComment(html[tags.Start..tags.End]);
                continue;
            }

            var element = _policy.ElementOf(tags.Name);
            if (tags.IsClosing)
            {
                CloseThrough(element is null ? -1 : _open.LastIndexOf(element));
            }
            else if (element is not null)
            {
                Open(element, tags.Attributes, TextSpan.Between(tags.Start, tags.End));
            }
            else
            {
                // The content of a script or style is not text.
                isSkipping = tags.Is("script"u8) || tags.Is("style"u8);
                _removed.Add(new RemovedMarkup(tags.Start, tags.End - tags.Start, Encoding.UTF8.GetString(tags.Name), false));
                SeparateWords(tags.Name);
            }
        }

        AddText(isSkipping ? default : html[at..]);
        Flush();
        CloseThrough(0);
    }

    // When the tag of a block is removed, its words must not join those before it.
    private void SeparateWords(ReadOnlySpan<byte> name)
    {
        if (HtmlPolicy.Post.ElementOf(name) is { } known && IsBlock(known) && _text.Length > 0 && !char.IsWhiteSpace(_text[^1]))
        {
            _text.Append('\n');
        }
    }

    private void AddText(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.IsEmpty)
        {
            var text = Encoding.UTF8.GetString(utf8);
            // Untrusted text is decoded as readers see it, so that a character reference cannot hide an address.
            _text.Append(_policy.IsUntrusted
                ? WebUtility.HtmlDecode(text
                    .Replace("&commat;", "@", StringComparison.Ordinal)
                    .Replace("&period;", ".", StringComparison.Ordinal))
                : text);
        }
    }

    // The text since the last kept tag: an address split by a removed tag is whole again.
    private void Flush()
    {
        if (_text.Length == 0)
        {
            return;
        }

        var text = _text.ToString();
        _text.Clear();
        if (_policy.IsUntrusted)
        {
            HtmlEscape.Write(_output, MailAddresses.Shorten(text));
        }
        else
        {
            _output.Write(text.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));
        }
    }

    // The only meaningful comment is the marker that ends a summary.
    private void AddComment(ReadOnlySpan<byte> comment)
    {
        if (_policy == HtmlPolicy.Post && SummaryMarkup.IsMore(comment))
        {
            Flush();
            _output.Write("<!--more-->"u8);
        }
    }

    private void Open(string element, HtmlAttributes attributes, TextSpan tag)
    {
        MakeRoom(element);
        if (_open.Count >= DepthLimit || !HasPlace(element))
        {
            return;
        }

        Flush();
        var start = _output.Length;
        _output.Write("<"u8);
        _output.Write(element);
        var isLink = WriteAttributes(element, attributes, tag);
        if (element == "a" && !isLink)
        {
            // A link without a URL is reduced to its text.
            _output.Truncate(start);
            return;
        }

        _output.Write(element == "a" && _policy.IsUntrusted ? " rel=\"nofollow ugc\">"u8 : ">"u8);
        if (!IsVoid(element))
        {
            _open.Add(element);
        }
    }

    private bool WriteAttributes(string element, HtmlAttributes attributes, TextSpan tag)
    {
        var hasAddress = false;
        var seen = new List<string>();
        while (attributes.MoveNext())
        {
            var name = Encoding.UTF8.GetString(attributes.Name).ToLowerInvariant();
            var value = WebUtility.HtmlDecode(Encoding.UTF8.GetString(attributes.Value));
            value = HtmlPolicy.IsAddress(name) ? WithoutBreaks(value) : value;
            if (seen.Contains(name))
            {
                continue;
            }

            seen.Add(name);
            if (_policy.Allows(element, name, value))
            {
                hasAddress |= HtmlPolicy.IsAddress(name);
                _output.Write($" {name}=\"");
                HtmlEscape.Write(_output, value.Trim());
                _output.Write("\""u8);
            }
            else if (HtmlPolicy.IsAddress(name))
            {
                _removed.Add(new RemovedMarkup(tag.Start, tag.Length, value, true));
            }
        }

        return hasAddress;
    }

    // Browsers remove them from a URL (URL Standard §4.4): what is checked must be what they see.
    private static string WithoutBreaks(string address) =>
        address.AsSpan().ContainsAny('\t', '\n', '\r') ? string.Concat(address.Split('\t', '\n', '\r')) : address;

    // Closes what cannot contain the element: a paragraph holds no block, an item no item, a link no link.
    private void MakeRoom(string element)
    {
        switch (element)
        {
            case "a":
                CloseThrough(_open.LastIndexOf("a"));
                return;
            case "li":
                CloseSibling(["li"], ["ul", "ol"]);
                return;
            case "dt" or "dd":
                CloseSibling(["dt", "dd"], ["dl"]);
                return;
            case "td" or "th":
                CloseSibling(["td", "th"], ["tr"]);
                return;
            case "tr":
                CloseSibling(["tr"], ["table"]);
                return;
            case "thead" or "tbody" or "tfoot":
                CloseSibling(["thead", "tbody", "tfoot"], ["table"]);
                return;
        }

        if (IsBlock(element))
        {
            CloseThrough(_open.FindLastIndex(open => open is "p" or ['h', >= '1' and <= '6']));
            while (_open.Count > 0 && !IsBlock(_open[^1]) && !HoldsBlocks(_open[^1]))
            {
                CloseThrough(_open.Count - 1);
            }
        }
    }

    private void CloseSibling(ReadOnlySpan<string> siblings, ReadOnlySpan<string> scopes)
    {
        for (var i = _open.Count - 1; i >= 0 && !scopes.Contains(_open[i]); i--)
        {
            if (siblings.Contains(_open[i]))
            {
                CloseThrough(i);
                return;
            }
        }
    }

    // An item without its list would break out of its surroundings.
    private bool HasPlace(string element) => element switch
    {
        "li" => _open.Count > 0 && _open[^1] is "ul" or "ol",
        "dt" or "dd" => _open.Count > 0 && _open[^1] is "dl",
        "tr" => _open.Count > 0 && _open[^1] is "table" or "thead" or "tbody" or "tfoot",
        "td" or "th" => _open.Count > 0 && _open[^1] is "tr",
        "thead" or "tbody" or "tfoot" or "caption" or "colgroup" => _open.Count > 0 && _open[^1] is "table",
        "col" => _open.Count > 0 && _open[^1] is "colgroup" or "table",
        _ => true,
    };

    private void CloseThrough(int index)
    {
        if (index < 0)
        {
            return;
        }

        Flush();
        while (_open.Count > index)
        {
            _output.Write($"</{_open[^1]}>");
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private static bool IsVoid(string element) => element is "br" or "hr" or "img" or "wbr" or "col";

    private static bool IsBlock(string element) =>
        element is "p" or "pre" or "blockquote" or "ul" or "ol" or "dl" or "hr" or "div" or "section"
        or "article" or "aside" or "header" or "footer" or "nav" or "figure" or "table" or "details" or "address"
        or ['h', >= '1' and <= '6'];

    private static bool HoldsBlocks(string element) =>
        element is "li" or "dt" or "dd" or "td" or "th" or "figcaption" or "caption" or "summary" or "a" or "ins" or "del";
}
