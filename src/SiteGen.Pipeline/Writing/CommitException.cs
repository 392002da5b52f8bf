namespace SiteGen.Pipeline.Writing;

/// <summary>The system refuses to move a finished output into its place.</summary>
public sealed class CommitException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="refusal">What the system says.</param>
    /// <param name="isRestored">Whether the output folder is again as it was.</param>
    public CommitException(Exception refusal, bool isRestored)
        : base(refusal.Message, refusal) => IsRestored = isRestored;

    /// <summary>Whether the output folder is again as it was; if not, some pages are new and others old.</summary>
    public bool IsRestored { get; }
}
