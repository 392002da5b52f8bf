using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Server.Notifying;

/// <summary>An event of the preview, to be shown in the terminal.</summary>
public abstract record PreviewReport
{
    /// <summary>The default port was taken.</summary>
    public sealed record OtherPort(int Wanted, int Port) : PreviewReport;

    /// <summary>The preview can be opened.</summary>
    public sealed record Ready(Uri Address, int Outputs, TimeSpan Elapsed) : PreviewReport
    {
        /// <summary>The URLs for other computers in the network; none unless the preview listens to all of it.</summary>
        public ImmutableArray<Uri> NetworkAddresses { get; init; } = [];
    }

    /// <summary>The preview's URL again, after other output has pushed it off the screen.</summary>
    public sealed record At(Uri Address) : PreviewReport;

    /// <summary>The site was planned again after files changed.</summary>
    /// <param name="Changed">The files, relative to the site; empty if not known.</param>
    /// <param name="Elapsed">How long it took.</param>
    public sealed record Rebuilt(ImmutableArray<string> Changed, TimeSpan Elapsed) : PreviewReport;

    /// <summary>There are new problems, or some are fixed.</summary>
    /// <param name="New">The problems not reported before.</param>
    /// <param name="Fixed">How many are fixed.</param>
    /// <param name="Left">The problems there are now.</param>
    public sealed record Problems(ImmutableArray<Diagnostic> New, int Fixed, ImmutableArray<Diagnostic> Left) : PreviewReport;
}
