using System.Text;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Localization;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>What other pages may see of a post; made from its own file and the options alone.</summary>
internal sealed record PostHead
{
    /// <summary>The source's path, relative to the site.</summary>
    public required string Path { get; init; }

    /// <summary>Stands for the path from build to build.</summary>
    public required ulong Id { get; init; }

    /// <summary>Whether it is a stand-alone page, which is in no list of posts.</summary>
    public required bool IsPage { get; init; }

    /// <summary>The folder of its kind, relative to the site.</summary>
    public required string Root { get; init; }

    /// <summary>The title, as plain text.</summary>
    public required string Title { get; init; }

    /// <summary>When it was published, in the site's time zone; null when nobody said.</summary>
    public required DateTimeOffset? Date { get; init; }

    /// <summary>The address from the site's root, without its sub-path: starts with <c>/</c>, not encoded.</summary>
    public required string Url { get; init; }

    /// <summary>The last part of the address.</summary>
    public required string Slug { get; init; }

    /// <summary>The beginning of the post.</summary>
    public required HtmlFragment Summary { get; init; }

    /// <summary>The language it is written in, as a tag.</summary>
    public required string Language { get; init; }

    /// <summary>The language other than the site's own into which it is translated, by its name; null for an original.</summary>
    public required string? TranslatedInto { get; init; }

    /// <summary>Words in the body.</summary>
    public required int WordCount { get; init; }

    /// <summary>What the author said.</summary>
    public required FrontMatterFields Front { get; init; }

    /// <summary>Stands for everything above but what the body alone decides.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>Stands for the summary and the number of words.</summary>
    public required Fingerprint TextFingerprint { get; init; }

    /// <summary>What the names of a post's translations have in common.</summary>
    /// <param name="siteLanguage">The language that originals may have in their names too.</param>
    public string TranslationKey(string siteLanguage)
    {
        var stem = Path[..Path.LastIndexOf('.')];
        var dot = stem.LastIndexOf('.');
        var hasEnding = dot > 0 && LanguageTag.Normalize(stem[(dot + 1)..]) is { } tag
            && (tag == TranslatedInto || (TranslatedInto is null && (tag == siteLanguage || tag == LanguageTag.PrimaryOf(siteLanguage))));
        return hasEnding ? stem[..dot] : stem;
    }

    /// <summary>Whole minutes at 220 words a minute, one at least (Brysbaert 2019: 238 for English fiction and non-fiction; screens are slower).</summary>
    public int ReadingMinutes => Math.Max(1, (WordCount + 110) / 220);

    /// <summary>The description: as given, else the summary as plain text.</summary>
    public string Description => Front.Description ?? SummaryText();

    private string SummaryText()
    {
        var text = new StringBuilder();
        var html = Summary.Bytes.Span;
        var at = 0;
        var tags = new HtmlTags(html);
        var title = tags;
        while (tags.MoveNext())
        {
            // The title of an alert is a word of the page, not of the author.
            text.Append(AlertTitle.IsAt(title) ? "" : Encoding.UTF8.GetString(html[at..tags.Start]));
            at = tags.End;
            title = tags;
        }

        return PlainText.Decode(text.Append(Encoding.UTF8.GetString(html[at..])).ToString()).Trim();
    }
}
