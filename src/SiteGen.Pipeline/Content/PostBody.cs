using System.Diagnostics;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Loading;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>The text of a post: at hand, or to be converted from its source once a page shows it.</summary>
[DebuggerDisplay("{_fragment is null ? \"in \" + Source?.Path : \"at hand\",nq}")]
internal sealed class PostBody
{
    // Written by any thread, always with the same value.
    private volatile HtmlFragment? _fragment;

    private PostBody(HtmlFragment? fragment, SourceFile? source, Fingerprint fingerprint) =>
        (_fragment, Source, Fingerprint) = (fragment, source, fingerprint);

    /// <summary>Its source, when it is not at hand.</summary>
    public SourceFile? Source { get; }

    /// <summary>Fingerprint of the text and of the locations of its links, which diagnostics show.</summary>
    public Fingerprint Fingerprint { get; }

    /// <summary>The text; null when it has to be converted.</summary>
    public HtmlFragment? AtHand => _fragment;

    /// <summary>A text that is at hand.</summary>
    public static PostBody Of(HtmlFragment fragment) => new(fragment, null, FingerprintOf(fragment));

    /// <summary>A text that an earlier build converted.</summary>
    /// <param name="source">Its source, unchanged since.</param>
    /// <param name="fingerprint">Its fingerprint.</param>
    public static PostBody In(SourceFile source, Fingerprint fingerprint) => new(null, source, fingerprint);

    /// <summary>Keeps the converted text for other pages.</summary>
    public HtmlFragment Keep(HtmlFragment fragment) => _fragment = fragment;

    private static Fingerprint FingerprintOf(HtmlFragment fragment)
    {
        var all = Fingerprint.Compute(fragment.Bytes.Span);
        foreach (var placeholder in fragment.Placeholders)
        {
            if (placeholder.IfMissing is { } problem)
            {
                all = all.And(problem.Start.Line).And(problem.Start.Column).And(problem.LineText);
            }
        }

        return all;
    }
}
