using System.Collections.Immutable;

namespace SiteGen.Pipeline.Starting;

/// <summary>What a new post or page is to be.</summary>
/// <param name="Title">Its title.</param>
public sealed record PostRequest(string Title)
{
    /// <summary>Whether it is a stand-alone page.</summary>
    public bool IsPage { get; init; }

    /// <summary>The name of its file, of which a slug is made; null for that of the title.</summary>
    public string? Slug { get; init; }

    /// <summary>Its date as written; null for now.</summary>
    public string? Date { get; init; }

    /// <summary>Its author; null for none.</summary>
    public string? Author { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The folder in the folder of posts or pages; null for that folder itself.</summary>
    public string? Section { get; init; }

    /// <summary>Whether it is a draft.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether it is a folder with an <c>index.md</c>, for its pictures.</summary>
    public bool IsBundle { get; init; }
}
