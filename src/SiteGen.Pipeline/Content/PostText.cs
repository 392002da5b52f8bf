using System.Diagnostics;
using System.Text;
using SiteGen.Pipeline.Html;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>What a post says: its body, and what is made of it alone. The site can be planned without it.</summary>
/// <param name="Summary">The summary: given, or the beginning of the post.</param>
/// <param name="WordCount">How many words the body has.</param>
/// <param name="Body">The body.</param>
[DebuggerDisplay("{WordCount} words")]
internal sealed record PostText(PostSummary Summary, int WordCount, PostBody Body)
{
    /// <summary>Fingerprint of the summary and the number of words.</summary>
    public Fingerprint Fingerprint { get; } = Summary.Fingerprint.And(WordCount);

    /// <summary>The terms of the post, for the search index; null when the site has no search.</summary>
    public SearchTerms? Terms { get; init; }

    /// <summary>Whole minutes at 220 words a minute, at least one.</summary>
    /// <remarks>Brysbaert 2019 has 238 for English non-fiction; reading from screens is slower.</remarks>
    public int ReadingMinutes => Math.Max(1, (WordCount + 110) / 220);

    /// <summary>The summary as plain text.</summary>
    public string PlainSummary()
    {
        var text = new StringBuilder();
        var html = Summary.Fragment.Bytes.Span;
        var at = 0;
        var tags = new HtmlTags(html);
        var title = tags;
        while (tags.MoveNext())
        {
            // The title of an alert comes from the theme, not from the author.
            text.Append(AlertTitle.IsAt(title) ? "" : Encoding.UTF8.GetString(html[at..tags.Start]));
            at = tags.End;
            title = tags;
        }

        return PlainText.Decode(text.Append(Encoding.UTF8.GetString(html[at..])).ToString()).Trim();
    }
}
