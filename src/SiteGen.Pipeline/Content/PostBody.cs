using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Loading.Spilling;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>The text of a post: at hand, on disk, or to be converted from its source once a page shows it.</summary>
[DebuggerDisplay("{_fragment is null ? \"elsewhere\" : \"at hand\",nq}")]
internal sealed class PostBody
{
    private readonly SpilledText? _spilled;
    private readonly ImmutableArray<Placeholder> _placeholders = [];

    // Written by any thread, always with the same value.
    private volatile HtmlFragment? _fragment;

    private PostBody(HtmlFragment? fragment, SourceFile? source, Fingerprint fingerprint) =>
        (_fragment, Source, Fingerprint) = (fragment, source, fingerprint);

    private PostBody(SpilledText spilled, ImmutableArray<Placeholder> placeholders, Fingerprint fingerprint) =>
        (_spilled, _placeholders, Fingerprint) = (spilled, placeholders, fingerprint);

    /// <summary>Its source, when it has to be converted from that.</summary>
    public SourceFile? Source { get; }

    /// <summary>Fingerprint of the text and of the locations of its links, which diagnostics show.</summary>
    public Fingerprint Fingerprint { get; }

    private bool IsKept { get; init; }

    /// <summary>The text; null when it has to be converted.</summary>
    /// <exception cref="IOException">It is on disk, and the system refuses to read it.</exception>
    public HtmlFragment? AtHand => Read(static () => new Utf8Buffer());

    /// <summary>The text; null when it has to be converted.</summary>
    /// <param name="memory">Gives the memory for one that is on disk; the text is valid as long as that is.</param>
    /// <exception cref="IOException">It is on disk, and the system refuses to read it.</exception>
    public HtmlFragment? Read(Func<Utf8Buffer> memory) =>
        _spilled is null ? _fragment : new HtmlFragment(_spilled.Read(memory()), _placeholders);

    /// <summary>A text that is at hand.</summary>
    public static PostBody Of(HtmlFragment fragment) => new(fragment, null, FingerprintOf(fragment));

    /// <summary>A text that an earlier build converted.</summary>
    /// <param name="source">Its source, unchanged since.</param>
    /// <param name="fingerprint">Its fingerprint.</param>
    /// <param name="isKept">Whether it is kept once it is converted, for other pages that show it.</param>
    public static PostBody In(SourceFile source, Fingerprint fingerprint, bool isKept) =>
        new(null, source, fingerprint) { IsKept = isKept };

    /// <summary>Caches the converted text, unless the site is large.</summary>
    public HtmlFragment Keep(HtmlFragment fragment) => IsKept ? _fragment = fragment : fragment;

    /// <summary>The same text in a file.</summary>
    public PostBody StoredIn(SpillFile file) =>
        _fragment is { } fragment ? new PostBody(file.Write(fragment.Bytes.Span), fragment.Placeholders, Fingerprint) : this;

    private static Fingerprint FingerprintOf(HtmlFragment fragment)
    {
        var all = Fingerprint.Compute(fragment.Bytes.Span);
        foreach (var placeholder in fragment.Placeholders)
        {
            if (placeholder.IfMissing is { } problem)
            {
                all = all.And(problem.Start.Line).And(problem.Start.Column).And(problem.LineText);
            }

            if (placeholder is CodePlaceholder code)
            {
                all = all.And(code.Start).And(code.Written);
            }
        }

        return all;
    }
}
