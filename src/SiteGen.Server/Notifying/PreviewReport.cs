using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Server.Notifying;

/// <summary>Something to be said to who runs the preview.</summary>
public abstract record PreviewReport
{
    /// <summary>The default port was taken.</summary>
    public sealed record OtherPort(int Wanted, int Port) : PreviewReport;

    /// <summary>The preview can be opened.</summary>
    public sealed record Ready(Uri Address, int Outputs, TimeSpan Elapsed) : PreviewReport;

    /// <summary>Where the preview is, once more: what was said since has pushed it away.</summary>
    public sealed record At(Uri Address) : PreviewReport;

    /// <summary>The site was planned again after files changed.</summary>
    /// <param name="Changed">The files, relative to the site; empty when they are not known.</param>
    /// <param name="Elapsed">How long it took.</param>
    public sealed record Rebuilt(ImmutableArray<string> Changed, TimeSpan Elapsed) : PreviewReport;

    /// <summary>Problems came or went.</summary>
    /// <param name="New">Those not said before.</param>
    /// <param name="Fixed">How many are gone.</param>
    /// <param name="Left">Those that are there now.</param>
    public sealed record Problems(ImmutableArray<Diagnostic> New, int Fixed, ImmutableArray<Diagnostic> Left) : PreviewReport;
}
