using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>What an input file is for, told by the folder it is in and by its name.</summary>
public enum SourceKind
{
    /// <summary>A post: Markdown or HTML with front matter under the posts folder.</summary>
    Post,

    /// <summary>A stand-alone page under the pages folder.</summary>
    Page,

    /// <summary>A file beside posts or pages, copied to where they are.</summary>
    Attachment,

    /// <summary>A template.</summary>
    Template,

    /// <summary>A file of the theme: style sheet, image, font.</summary>
    Asset,

    /// <summary>A file copied to the root as it is.</summary>
    Static,

    /// <summary>The profiles of the authors.</summary>
    Authors,

    /// <summary>A file of data: YAML, JSON or CSV.</summary>
    Data,

    /// <summary>Archived comments of a post.</summary>
    Comments,

    /// <summary>The words of the theme in one language.</summary>
    Words,
}

/// <summary>One input file as it stood when the tree was scanned.</summary>
/// <param name="Path">The path relative to the site's folder, with <c>/</c>.</param>
/// <param name="RelativePath">The path relative to the folder of its kind.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Stamp">Stands for its size and time of change; a file whose stamp is the same is not read again.</param>
/// <param name="FullPath">Where it is on this machine; null when its bytes are part of the program.</param>
/// <param name="Embedded">Its bytes, when they are part of the program.</param>
public sealed record SourceFile(
    string Path, string RelativePath, SourceKind Kind, Fingerprint Stamp, string? FullPath, ReadOnlyMemory<byte> Embedded)
{
    private const int UsualStart = 64 * 1024;

    // Cameras put previews and colour profiles before the size.
    private const int LongStart = 1024 * 1024;

    /// <summary>The name without its folders.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder it is in, relative to the site, without a closing <c>/</c>.</summary>
    public string Folder => SitePath.FolderOf(Path);

    /// <summary>The language that the ending of its name says it is in, as a tag: <c>post.fr.md</c>; null where none does.</summary>
    /// <remarks>Depends on its neighbours' names and on the options, so it is part of the stamp.</remarks>
    internal string? Language { get; init; }

    /// <summary>How many bytes it had; 0 for a file of the built-in theme.</summary>
    public long Length { get; init; }

    /// <summary>How large it is shown, when it is an image whose start has been read.</summary>
    internal ImageSize? ImageSize { get; init; }

    /// <summary>A number that stands for the path from build to build.</summary>
    public ulong Id { get; } = Fingerprint.Compute(Path).Low;

    /// <summary>Reads the file. The bytes are valid until the next read into the same buffer.</summary>
    /// <returns>Null when the system refuses, with its reason.</returns>
    public ReadOnlyMemory<byte>? Read(Utf8Buffer buffer, out string? refusal)
    {
        refusal = null;
        if (FullPath is null)
        {
            return Embedded;
        }

        try
        {
            return ReadAll(FullPath, buffer);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            refusal = problem.Message;
            return null;
        }
    }

    /// <summary>Opens the file to be read in parts; null when the system refuses, with its reason.</summary>
    public Stream? Open(out string? refusal)
    {
        refusal = null;
        if (FullPath is null)
        {
            return new MemoryStream(Embedded.ToArray(), writable: false);
        }

        try
        {
            return OpenFile(FullPath);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            refusal = problem.Message;
            return null;
        }
    }

    /// <summary>What is to be said of a file that the system refuses to open.</summary>
    public Diagnostic Refused(string? refusal) =>
        Diagnostic.InFile(SiteRules.UnreadableFile, Path, $"this file cannot be read: {refusal}", "check its permissions");

    /// <summary>Reads as much of an image as it takes to know its size; null when the file does not state one.</summary>
    internal ImageSize? ReadImageSize(Utf8Buffer buffer)
    {
        if (ReadStart(buffer, UsualStart) is not { } start)
        {
            return null;
        }

        var size = ImageFile.SizeOf(start.Span);
        return size is null && start.Length == UsualStart && ReadStart(buffer, LongStart) is { } more ? ImageFile.SizeOf(more.Span) : size;
    }

    private ReadOnlyMemory<byte>? ReadStart(Utf8Buffer buffer, int most)
    {
        if (FullPath is null)
        {
            return Embedded[..Math.Min(most, Embedded.Length)];
        }

        try
        {
            return ReadStart(FullPath, buffer, most);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which files are read")]
    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.Asynchronous);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which files are read")]
    private static ReadOnlyMemory<byte> ReadStart(string path, Utf8Buffer buffer, int most)
    {
        buffer.Clear();
        using var file = File.OpenHandle(path);
        var room = buffer.GetSpan((int)Math.Clamp(RandomAccess.GetLength(file), 1, most));
        room = room[..Math.Min(room.Length, most)];
        while (!room.IsEmpty && RandomAccess.Read(file, room, buffer.Length) is > 0 and var read)
        {
            buffer.Advance(read);
            room = room[read..];
        }

        return buffer.WrittenMemory;
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which files are read")]
    private static ReadOnlyMemory<byte> ReadAll(string path, Utf8Buffer buffer)
    {
        buffer.Clear();
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        while (true)
        {
            // One byte more than expected, so that the end is seen without a second read of a file that grew.
            var room = buffer.GetSpan((int)Math.Clamp(length - buffer.Length + 1, 256, Array.MaxLength));
            var read = RandomAccess.Read(file, room, buffer.Length);
            buffer.Advance(read);
            if (read == 0 || buffer.Length == length)
            {
                return buffer.WrittenMemory;
            }
        }
    }
}
