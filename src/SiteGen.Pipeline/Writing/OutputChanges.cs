namespace SiteGen.Pipeline.Writing;

/// <summary>How many files a build created, replaced and removed.</summary>
public sealed record OutputChanges(int Created, int Replaced, int Removed)
{
    /// <summary>Whether nothing changed.</summary>
    public bool IsNone => Created + Replaced + Removed == 0;
}
