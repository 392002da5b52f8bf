using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Loading.Files;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>The purpose of an input file, as its folder and name tell.</summary>
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

    /// <summary>A file copied to the root unchanged.</summary>
    Static,

    /// <summary>The profiles of the authors.</summary>
    Authors,

    /// <summary>A data file: YAML, JSON or CSV.</summary>
    Data,

    /// <summary>Archived comments of a post.</summary>
    Comments,

    /// <summary>The theme's translations into one language.</summary>
    Words,

    /// <summary>A definition of a language that code is coloured in.</summary>
    Grammar,

    /// <summary>The font of cards, when it is not published.</summary>
    Font,
}

/// <summary>One input file, as it was when the tree was scanned.</summary>
/// <param name="Path">The path relative to the site's folder, with <c>/</c>.</param>
/// <param name="RelativePath">The path relative to the folder of its kind.</param>
/// <param name="Kind">Its purpose.</param>
/// <param name="Stamp">A fingerprint of size and modification time; a file is not read again while it stays the same.</param>
/// <param name="FullPath">The absolute path; null when the file is embedded in the program.</param>
/// <param name="Embedded">The bytes of an embedded file.</param>
[DebuggerDisplay("{Kind}: {Path,nq}")]
public sealed partial record SourceFile(
    string Path, string RelativePath, SourceKind Kind, Fingerprint Stamp, string? FullPath, ReadOnlyMemory<byte> Embedded)
{
    private const int MostText = 10 << 20;

    // Parsing one takes twenty times its size, and several are parsed at a time.
    private const int MostPost = 5 << 20;

    /// <summary>The file name without folders.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder, relative to the site, without a trailing <c>/</c>.</summary>
    public string Folder => SitePath.FolderOf(Path);

    /// <summary>The language, as a tag, from the suffix of the name: <c>post.fr.md</c>; null without one.</summary>
    /// <remarks>Depends on its neighbours' names and on the options, so it is part of the stamp.</remarks>
    internal string? Language { get; init; }

    /// <summary>The size in bytes; 0 for a file of the built-in theme, or if not known.</summary>
    public long Length { get; init; }

    /// <summary>When it was last changed, in ticks (100 ns, UTC); 0 for a file of the built-in theme, or if not known.</summary>
    internal long Modified { get; init; }

    /// <summary>A hash of the path that is the same in every build.</summary>
    public ulong Id { get; } = Fingerprint.Compute(Path).Low;

    /// <summary>Reads the file. The bytes are valid until the next read into the same buffer.</summary>
    /// <returns>Null when the file cannot be read, with the reason.</returns>
    public ReadOnlyMemory<byte>? Read(Utf8Buffer buffer, out string? refusal) => Read(buffer, MostText, out refusal);

    /// <summary>As <see cref="Read(Utf8Buffer, out string?)"/>, for a file that may have more bytes than a text.</summary>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="most">How many it may have.</param>
    /// <param name="refusal">The reason when it cannot be read.</param>
    internal ReadOnlyMemory<byte>? Read(Utf8Buffer buffer, int most, out string? refusal)
    {
        refusal = null;
        if (FullPath is null)
        {
            return Embedded;
        }

        refusal = RefusalOfKind(FullPath);
        if (refusal is not null)
        {
            return null;
        }

        try
        {
            var bytes = ReadAll(FullPath, Length, buffer, most);
            refusal = bytes is null ? $"it is larger than {most >> 20} MB" : null;
            return bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            refusal = RefusalOf(exception, FullPath);
            return null;
        }
    }

    /// <summary>Whether it is copied block by block, because its size has no bound.</summary>
    internal bool IsLarge => Length > 2 * SourceBlocks.Size;

    /// <summary>The most bytes that a text of this kind may have.</summary>
    internal int MostBytes => Kind is SourceKind.Post or SourceKind.Page ? MostPost : MostText;

    /// <summary>Whether the file is a text, and has too many bytes to be one.</summary>
    internal bool IsTooLarge =>
        Length > MostBytes && Kind is not (SourceKind.Static or SourceKind.Attachment or SourceKind.Asset);

    /// <summary>Reads the fingerprint of the file's bytes; false when it cannot be read, with the reason.</summary>
    internal bool TryReadFingerprint(Utf8Buffer buffer, out Fingerprint fingerprint, out string? refusal)
    {
        fingerprint = default;
        if (!IsLarge)
        {
            if (Read(buffer, out refusal) is { } bytes)
            {
                fingerprint = Fingerprint.Compute(bytes.Span);
            }

            return refusal is null;
        }

        using var source = OpenBlocks(out refusal);
        if (source is null)
        {
            return false;
        }

        var all = new RunningFingerprint();
        for (var at = 0L; source.Read(at) is { IsEmpty: false } block; at += block.Length)
        {
            all.Append(block);
        }

        (fingerprint, refusal) = (all.Value, source.Refusal);
        return refusal is null;
    }

    /// <summary>Opens the file to be read block by block; null when it cannot be opened, with the reason.</summary>
    internal SourceBlocks? OpenBlocks(out string? refusal)
    {
        refusal = null;
        try
        {
            return new SourceBlocks(OpenHandle(FullPath ?? ""));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            refusal = RefusalOf(exception, FullPath ?? "");
            return null;
        }
    }

    /// <summary>Opens the file for streaming; null when it cannot be opened, with the reason.</summary>
    public Stream? Open(out string? refusal)
    {
        refusal = null;
        if (FullPath is null)
        {
            return new MemoryStream(Embedded.ToArray(), writable: false);
        }

        refusal = RefusalOfKind(FullPath);
        if (refusal is not null)
        {
            return null;
        }

        try
        {
            return OpenFile(FullPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            refusal = RefusalOf(exception, FullPath);
            return null;
        }
    }

    private string? RefusalOfKind(string path) => Length == 0 && SpecialFile.KindOf(path) is { } kind ? $"it is {kind}" : null;

    // Unix reports a folder that is opened as a file as denied access.
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which files are read")]
    private static string RefusalOf(Exception exception, string path) =>
        Directory.Exists(path) ? "it is a folder" : SystemRefusal.Reason(exception);

    /// <summary>The problem to report for a file that cannot be opened.</summary>
    public Diagnostic Refused(string? refusal) =>
        Diagnostic.InFile(LoadingMessages.UnreadableFile(refusal), Path);

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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which files are read")]
    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.Asynchronous);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which files are read")]
    private static Microsoft.Win32.SafeHandles.SafeFileHandle OpenHandle(string path) => File.OpenHandle(path);

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
    private static ReadOnlyMemory<byte>? ReadAll(string path, long expected, Utf8Buffer buffer, int most)
    {
        buffer.Clear();
        using var file = File.OpenHandle(path);
        while (expected <= most && buffer.Length <= most)
        {
            // One byte more than when it was listed, to notice a file that grew without a second read.
            var room = buffer.GetSpan((int)Math.Max(expected - buffer.Length + 1, 1024));
            var read = RandomAccess.Read(file, room, buffer.Length);
            buffer.Advance(read);
            if (read == 0 || buffer.Length == expected)
            {
                return buffer.WrittenMemory;
            }
        }

        return null;
    }
}
