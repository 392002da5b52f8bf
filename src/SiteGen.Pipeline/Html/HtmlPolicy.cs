using System.Collections.Frozen;
using System.Text;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Html;

/// <summary>Which elements and attributes are allowed in HTML.</summary>
internal sealed class HtmlPolicy
{
    private const string Phrases = "em strong b i u s code del ins sub sup q cite abbr kbd samp var mark small dfn bdi bdo wbr";
    private const string Blocks = "p pre blockquote ul ol li dl dt dd hr br";

    private const string Flow =
        "span div section article aside header footer nav figure figcaption img table caption colgroup col thead tbody tfoot tr th td "
        + "details summary h1 h2 h3 h4 h5 h6 time ruby rt rp address a";

    private readonly FrozenDictionary<string, string> _elements;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _byName;

    private HtmlPolicy(string elements, string renamed)
    {
        var all = elements.Split(' ').Select(name => KeyValuePair.Create(name, name))
            .Concat(renamed.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => KeyValuePair.Create(pair.Split('=')[0], pair.Split('=')[1])));
        _elements = all.ToFrozenDictionary(StringComparer.Ordinal);
        _byName = _elements.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The policy for comments: text, lists, code, and links that search engines do not follow.</summary>
    public static HtmlPolicy Comment { get; } = new($"{Phrases} {Blocks} a", "h1=p h2=p h3=p h4=p h5=p h6=p strike=s tt=code")
    {
        IsUntrusted = true,
    };

    /// <summary>The policy for posts whose author is not trusted with scripts, frames and forms.</summary>
    public static HtmlPolicy Post { get; } = new($"{Phrases} {Blocks} {Flow}", "strike=s tt=code acronym=abbr main=div");

    /// <summary>The policy for the text of a link: no links, no blocks, no images.</summary>
    public static HtmlPolicy Phrase { get; } = new($"{Phrases} span", "strike=s tt=code");

    /// <summary>Whether links are marked as untrusted, and e-mail addresses are removed.</summary>
    public bool IsUntrusted { get; private init; }

    /// <summary>The name under which an element is kept; null when its tag is removed.</summary>
    public string? ElementOf(ReadOnlySpan<byte> name)
    {
        Span<char> lower = stackalloc char[12];
        return name.Length <= lower.Length
            && Ascii.ToLower(name, lower, out var length) == System.Buffers.OperationStatus.Done
            && _byName.TryGetValue(lower[..length], out var element)
            ? element
            : null;
    }

    /// <summary>Whether an attribute with this value, its character references decoded, is allowed.</summary>
    public bool Allows(string element, string attribute, string value) => attribute switch
    {
        "href" when element == "a" && IsUntrusted =>
            UrlSafety.IsWeb(value) && !MailAddresses.AreIn(Unescaped(value)) && !HasUser(value),
        "href" => element == "a" && UrlSafety.IsSafe(value),
        "title" => element is "abbr" or "dfn" && (!IsUntrusted || !MailAddresses.AreIn(value)),
        "lang" or "dir" => value.Length < 40,
        "class" => AllowsClass(element, value),
        _ => !IsUntrusted && this != Phrase && AllowsOfPost(element, attribute, value),
    };

    /// <summary>Whether an attribute holds a URL.</summary>
    public static bool IsAddress(string attribute) => attribute is "href" or "src";

    // Classes of the theme could overlay the page; those generated from Markdown are harmless.
    private static bool AllowsClass(string element, string value) =>
        (element == "code" && value.StartsWith("language-", StringComparison.Ordinal) && !value.Contains(' ', StringComparison.Ordinal))
        || (element == "span" && value == "math");

    private static bool AllowsOfPost(string element, string attribute, string value) => attribute switch
    {
        "src" => element == "img" && UrlSafety.IsSafe(value),
        "alt" => element == "img",
        "width" or "height" => element is "img" or "col" or "td" or "th" && IsNumber(value),
        "loading" => element == "img" && value is "lazy" or "eager",
        "colspan" or "rowspan" => element is "td" or "th" && IsNumber(value),
        "span" => element is "col" or "colgroup" && IsNumber(value),
        "scope" => element == "th" && value is "col" or "row" or "colgroup" or "rowgroup",
        "start" => element == "ol" && IsNumber(value.TrimStart('-')),
        "reversed" => element == "ol",
        "type" => element == "ol" && value is "1" or "a" or "A" or "i" or "I",
        "open" => element == "details",
        "datetime" => element is "time" or "del" or "ins",
        "id" => element is ['h', >= '1' and <= '6'] && value.Length > 0 && value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'),
        _ => false,
    };

    private static bool IsNumber(string value) => value.Length is > 0 and < 6 && value.All(char.IsAsciiDigit);

    private static string Unescaped(string address) => Uri.UnescapeDataString(address);

    private static bool HasUser(string address) => Uri.TryCreate(address.Trim(), UriKind.Absolute, out var url) && url.UserInfo.Length > 0;
}
