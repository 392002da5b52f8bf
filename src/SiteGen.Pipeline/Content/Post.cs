using System.Diagnostics;
using SiteGen.Pipeline.Html;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>One parsed post: what other pages may use, and its body.</summary>
[DebuggerDisplay("{Head.Path,nq} → {Head.Url,nq}")]
internal sealed record Post(PostHead Head, HtmlFragment Body)
{
    /// <summary>Fingerprint of the body and of the locations of its links, which diagnostics show.</summary>
    public Fingerprint BodyFingerprint { get; } = Body.Placeholders
        .Select(placeholder => placeholder.IfMissing).OfType<Diagnostic>()
        .Aggregate(Fingerprint.Compute(Body.Bytes.Span), (all, problem) =>
            all.And(problem.Start.Line).And(problem.Start.Column).And(problem.LineText));
}
