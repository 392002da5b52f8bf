namespace SiteGen.Pipeline.Writing;

/// <summary>A file that a command adds to a site.</summary>
/// <param name="Path">Its path from the site's folder, with <c>/</c>.</param>
/// <param name="Bytes">What it is to hold, or what is added at its end.</param>
public sealed record NewFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The bytes of the file that is added to; null when there must be none.</summary>
    public ReadOnlyMemory<byte>? Before { get; init; }
}

/// <summary>Why a file cannot be added.</summary>
public enum FileObstacle
{
    /// <summary>It can be.</summary>
    None,

    /// <summary>There is one already.</summary>
    Exists,

    /// <summary>The file that is added to is not what it was when it was read.</summary>
    Changed,

    /// <summary>The path leads out of the site's folder.</summary>
    Outside,

    /// <summary>The path leads through a symbolic link.</summary>
    Link,

    /// <summary>A part of the path is a file.</summary>
    FileForFolder,
}
