using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>The outcome of writing one output.</summary>
internal enum WriteOutcome
{
    /// <summary>The file has these bytes already.</summary>
    Unchanged,

    /// <summary>A new file was created.</summary>
    Created,

    /// <summary>New bytes that replace the file when the build is done.</summary>
    Staged,

    /// <summary>Rendered with errors: the output of the earlier build stays.</summary>
    Held,

    /// <summary>Not written, for the reason that the diagnostic gives.</summary>
    Refused,

    /// <summary>Not written, because the disk takes nothing more: the whole build is dropped.</summary>
    Failed,

    /// <summary>Not written: a file stands there that no build is known to have written.</summary>
    Foreign,

    /// <summary>Not written: a redirect whose file would be that of another output here.</summary>
    LeftOut,
}

/// <summary>The result of writing one output.</summary>
/// <param name="Outcome">What was done.</param>
/// <param name="Fingerprint">Fingerprint of the bytes; the default when they were not written.</param>
/// <param name="Problem">Why they were refused; null when they were not.</param>
internal readonly record struct WriteResult(WriteOutcome Outcome, Fingerprint Fingerprint, Diagnostic? Problem)
{
    /// <summary>Whether the output is in its place, or will be when the build is done.</summary>
    public bool IsComplete => Outcome is WriteOutcome.Unchanged or WriteOutcome.Created or WriteOutcome.Staged;

    /// <summary>Time and size of the file, by which a later build knows it; the default when it was not written.</summary>
    public Fingerprint Stamp { get; init; }
}
