using SiteGen.Pipeline.Html;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>One parsed post: what others may see, and its body.</summary>
internal sealed record Post(PostHead Head, HtmlFragment Body)
{
    /// <summary>Stands for the body, and for what is to be said of its links: the same body may move to other lines.</summary>
    public Fingerprint BodyFingerprint { get; } = Body.Placeholders.Aggregate(
        Fingerprint.Compute(Body.Bytes.Span), (print, placeholder) => placeholder.IfMissing is { } problem ? print.And(problem.Start.Line).And(problem.Start.Column).And(problem.LineText) : print);
}
