using System.Collections.Immutable;
using System.Globalization;

namespace SiteGen.Pipeline.Localization;

/// <summary>Language tags such as <c>de</c> and <c>pt-BR</c> (BCP 47, RFC 5646).</summary>
internal static class LanguageTag
{
    // ISO 639-1, the set of two-letter codes.
    private const string TwoLetters =
        "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
        + "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
        + "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
        + "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su "
        + "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

    // The languages' own names, for links to translations.
    private const string Names =
        "ar:العربية|bg:Български|ca:Català|cs:Čeština|cy:Cymraeg|da:Dansk|de:Deutsch|el:Ελληνικά|"
        + "en:English|eo:Esperanto|es:Español|et:Eesti|eu:Euskara|fa:فارسی|fi:Suomi|fr:Français|ga:Gaeilge|gl:Galego|"
        + "he:עברית|hi:हिन्दी|hr:Hrvatski|hu:Magyar|id:Bahasa Indonesia|is:Íslenska|it:Italiano|"
        + "ja:日本語|ko:한국어|lt:Lietuvių|lv:Latviešu|nb:Norsk bokmål|nl:Nederlands|nn:Norsk nynorsk|no:Norsk|"
        + "pl:Polski|pt:Português|pt-BR:Português (Brasil)|ro:Română|ru:Русский|sk:Slovenčina|sl:Slovenščina|"
        + "sr:Српски|sv:Svenska|th:ไทย|tr:Türkçe|uk:Українська|ur:اردو|vi:Tiếng Việt|"
        + "yi:ייִדיש|zh:中文|zh-Hans:简体中文|zh-Hant:繁體中文";

    // Where most people speak a language, for networks that know no language without a country (CLDR, likely subtags).
    private const string Territories =
        "ar:EG|bg:BG|ca:ES|cs:CZ|cy:GB|da:DK|de:DE|el:GR|en:US|es:ES|et:EE|eu:ES|fa:IR|fi:FI|fr:FR|ga:IE|gl:ES|he:IL|hi:IN|hr:HR|"
        + "hu:HU|id:ID|is:IS|it:IT|ja:JP|ko:KR|lt:LT|lv:LV|nb:NO|nl:NL|nn:NO|no:NO|pl:PL|pt:BR|ro:RO|ru:RU|sk:SK|sl:SI|sr:RS|"
        + "sv:SE|th:TH|tr:TR|uk:UA|ur:PK|vi:VN|zh:CN|zh-Hans:CN|zh-Hant:TW";

    private static readonly ImmutableHashSet<string> s_twoLetters = [.. TwoLetters.Split(' ')];

    private static readonly Dictionary<string, string> s_names =
        Names.Split('|').Select(name => name.Split(':')).ToDictionary(name => name[0], name => name[1], StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<Dictionary<string, string>> s_territories = new(
        () => Territories.Split('|').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal),
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>A tag in its usual spelling, also from a system's name such as <c>en_US.UTF-8</c>; null when it is not a tag.</summary>
    public static string? Normalize(string written)
    {
        var end = written.AsSpan().IndexOfAny('.', '@');
        var parts = written[..(end < 0 ? written.Length : end)].Trim().Split('-', '_');
        var isTag = parts[0].Length is 2 or 3
            && parts[0].All(char.IsAsciiLetter)
            && parts.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
        if (!isTag)
        {
            return null;
        }

        // RFC 5646 §2.1.1: scripts with a capital, regions in capitals, up to a part of a single letter.
        var isPlain = true;
        for (var i = 0; i < parts.Length; i++)
        {
            isPlain &= parts[i].Length > 1;
            parts[i] = parts[i].ToLowerInvariant();
            parts[i] = i == 0 || !isPlain ? parts[i]
                : parts[i].Length == 4 && char.IsAsciiLetter(parts[i][0]) ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(parts[i])
                : parts[i].Length == 2 ? parts[i].ToUpperInvariant()
                : parts[i];
        }

        return string.Join('-', parts);
    }

    /// <summary>Whether the language itself, without its region, has a two-letter code.</summary>
    public static bool IsCommon(string tag) => s_twoLetters.Contains(PrimaryOf(tag));

    /// <summary>The language without its region and script.</summary>
    public static string PrimaryOf(string tag) => tag.Split('-')[0];

    /// <summary>The tag and its less specific forms: <c>zh-Hant-TW</c>, <c>zh-Hant</c>, <c>zh</c>.</summary>
    public static IEnumerable<string> WithParents(string tag)
    {
        for (var end = tag.Length; end > 0; end = tag.LastIndexOf('-', end - 1))
        {
            yield return tag[..end];
        }
    }

    /// <summary>Whether the language is written from right to left, unless a script is named that is not.</summary>
    public static bool IsRightToLeft(string tag)
    {
        var script = tag.Split('-').Skip(1).FirstOrDefault(part => part.Length == 4 && char.IsAsciiLetter(part[0]));
        return script is null
            ? PrimaryOf(tag) is "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "sd" or "ug" or "dv" or "ckb" or "arc" or "syr" or "nqo"
            : script is "Arab" or "Hebr" or "Thaa" or "Syrc" or "Nkoo";
    }

    /// <summary>Language and country as networks write them: <c>de_DE</c> for <c>de</c>; null when the country is unknown.</summary>
    /// <remarks>Open Graph protocol, <c>og:locale</c>.</remarks>
    public static string? LocaleOf(string tag)
    {
        var country = tag.Split('-').Skip(1).FirstOrDefault(part => part.Length == 2 && part.All(char.IsAsciiLetterUpper))
            ?? WithParents(tag).Select(part => s_territories.Value.GetValueOrDefault(part)).FirstOrDefault(found => found is not null);
        return country is null ? null : $"{PrimaryOf(tag)}_{country}";
    }

    /// <summary>The language's own name; the tag when it is unknown.</summary>
    public static string NameOf(string tag) =>
        WithParents(tag).Select(part => s_names.GetValueOrDefault(part)).FirstOrDefault(name => name is not null) ?? tag;
}
