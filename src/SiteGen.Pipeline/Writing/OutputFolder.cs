using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Images.Metadata;
using SiteGen.Pipeline.Loading.Files;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>The output folder on disk, as it is, and where what it is to hold is kept until it is complete.</summary>
/// <remarks>Paths are relative to the folder, with <c>/</c>. Safe for several threads on different paths.</remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Reads the output folder and writes beside it")]
internal sealed class OutputFolder(string root, string sourceFolder)
{
    /// <summary>Its name.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(root));

    /// <summary>Where files are until they are moved into the folder.</summary>
    public StagingFolder Staging { get; } = new(sourceFolder, root);

    /// <summary>Whether the folder is missing or has nothing in it.</summary>
    public bool IsEmpty => !Directory.Exists(root)
        || !Directory.EnumerateFileSystemEntries(root).Any(path => Path.GetFileName(path) != FolderLock.FileName);

    /// <summary>Refuses a folder that is a file, for which the system has a different excuse at every call.</summary>
    /// <exception cref="IOException">It is a file.</exception>
    public static void RefuseFile(string root)
    {
        const int NotADirectory = 20;
        if (File.Exists(root))
        {
            throw new IOException($"'{root}'", NotADirectory);
        }
    }

    /// <summary>Refuses a folder that is a file.</summary>
    public void RefuseFile() => RefuseFile(root);

    /// <summary>Whether a file exists.</summary>
    public bool Has(string path) => File.Exists(FullPath(path));

    /// <summary>The bytes of a file; null when it does not exist.</summary>
    public byte[]? Read(string path) => Has(path) ? File.ReadAllBytes(FullPath(path)) : null;

    /// <summary>The fingerprint of a file's bytes; the default if it is not a file.</summary>
    public Fingerprint FingerprintOf(string path)
    {
        if (IsSpecial(path))
        {
            return default;
        }

        using var file = Open(path);
        return FileBlocks.FingerprintOf(file);
    }

    /// <summary>Time and size of a file; the default when it does not exist.</summary>
    public Fingerprint StampOf(string path) => FileBlocks.StampOf(new FileInfo(FullPath(path)));

    /// <summary>Whether a file has exactly these bytes.</summary>
    public bool Holds(string path, ReadOnlySpan<byte> bytes, Utf8Buffer buffer, out Fingerprint stamp)
    {
        // Looked at before it is opened: a page that changes mostly changes its length.
        var entry = new FileInfo(FullPath(path));
        stamp = FileBlocks.StampOf(entry);
        if (entry.Length != bytes.Length || (bytes.IsEmpty && IsSpecial(path)))
        {
            return false;
        }

        using var file = Open(path);
        buffer.Clear();
        var room = buffer.GetSpan(bytes.Length)[..bytes.Length];
        var done = 0;
        for (var read = 1; done < bytes.Length && read > 0; done += read)
        {
            read = RandomAccess.Read(file, room[done..], done);
        }

        return bytes.SequenceEqual(room);
    }

    /// <summary>Whether a file has exactly the bytes of a source.</summary>
    public bool Holds(string path, IByteSource source, out Fingerprint fingerprint)
    {
        fingerprint = default;
        if (IsSpecial(path))
        {
            return false;
        }

        using var file = Open(path);
        return FileBlocks.AreSame(source, file, out fingerprint);
    }

    /// <summary>Whether two names that differ in case only are two files.</summary>
    /// <param name="mayWrite">Whether an empty folder may be tried out; it is left as it was. Taken for granted otherwise.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public bool DistinguishesCase(bool mayWrite)
    {
        if (Has(Manifest.FileName))
        {
            return !File.Exists(Path.Combine(root, Manifest.FileName.ToUpperInvariant()));
        }

        return !mayWrite || TryOutCase();
    }

    /// <summary>Keeps the bytes of a file that the folder does not have yet, and returns its stamp.</summary>
    public Fingerprint StageNew(string path, ReadOnlySpan<byte> bytes) => Save(PathOfNew(path), bytes);

    /// <summary>Keeps a copy of a source that the folder does not have yet, and returns its fingerprint and its stamp.</summary>
    public (Fingerprint Content, Fingerprint Stamp) StageNew(string path, IByteSource source) => FileBlocks.Copy(source, PathOfNew(path));

    /// <summary>Forgets what was kept for a new file, with the folders that only it needs.</summary>
    public void DropNew(string path)
    {
        File.Delete(Path.Combine(Staging.New, Inside(path)));
        for (var folder = SitePath.FolderOf(path); folder.Length > 0; folder = SitePath.FolderOf(folder))
        {
            var staged = Path.Combine(Staging.New, folder);
            if (Directory.EnumerateFileSystemEntries(staged).Any())
            {
                return;
            }

            Directory.Delete(staged);
        }
    }

    /// <summary>Keeps the new bytes of a file, and returns its stamp.</summary>
    /// <param name="number">Identifies them.</param>
    /// <param name="bytes">The bytes.</param>
    public Fingerprint StageChanged(int number, ReadOnlySpan<byte> bytes) => Save(Staging.Changed(number), bytes);

    /// <summary>Keeps a copy of a source in place of a file, and returns its fingerprint and its stamp.</summary>
    public (Fingerprint Content, Fingerprint Stamp) StageChanged(int number, IByteSource source) =>
        FileBlocks.Copy(source, Staging.Changed(number));

    /// <summary>Begins to move what is staged into the folder.</summary>
    public OutputCommit BeginCommit() => new(root, Staging);

    /// <summary>The obstacle to a new file; null if there is none.</summary>
    public Diagnostic? Obstacle(string path)
    {
        for (var folder = SitePath.FolderOf(path); folder.Length > 0; folder = SitePath.FolderOf(folder))
        {
            var entry = new DirectoryInfo(FullPath(folder));
            if (entry.LinkTarget is not null)
            {
                return Diagnostic.InFile(WritingMessages.FolderIsLink(folder), "");
            }

            if (!entry.Exists && File.Exists(entry.FullName))
            {
                return Diagnostic.InFile(WritingMessages.FileForFolder(path, folder), "");
            }
        }

        var file = new FileInfo(FullPath(path));
        return Directory.Exists(file.FullName) ? Diagnostic.InFile(WritingMessages.FolderForFile(path), "")
            : file.LinkTarget is not null ? Diagnostic.InFile(WritingMessages.FolderIsLink(path), "")
            : null;
    }

    /// <summary>The innermost folder above a file that is a symbolic link, so that the file is somewhere else; null when none is.</summary>
    public string? LinkAbove(string path)
    {
        for (var folder = SitePath.FolderOf(path); folder.Length > 0; folder = SitePath.FolderOf(folder))
        {
            if (new DirectoryInfo(FullPath(folder)).LinkTarget is not null)
            {
                return folder;
            }
        }

        return null;
    }

    private bool TryOutCase()
    {
        var isNew = !Directory.Exists(root);
        var trial = Path.Combine(root, StagingFolder.NameInOutput);
        Directory.CreateDirectory(trial);
        try
        {
            Save(Path.Combine(trial, "case"), []);
            return !File.Exists(Path.Combine(trial, "CASE"));
        }
        finally
        {
            Directory.Delete(isNew ? root : trial, recursive: true);
        }
    }

    private string PathOfNew(string path)
    {
        var full = Path.Combine(Staging.New, Inside(path));
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? Staging.New);
        return full;
    }

    private static Fingerprint Save(string fullPath, ReadOnlySpan<byte> bytes)
    {
        using var file = FileBlocks.Create(fullPath);
        FileBlocks.Write(file, bytes, 0);
        return FileBlocks.StampOf(file, bytes.Length);
    }

    // Opening a pipe would wait for ever.
    private bool IsSpecial(string path) =>
        new FileInfo(FullPath(path)) is { Length: 0 } file && SpecialFile.KindOf(file.FullName) is not null;

    private Microsoft.Win32.SafeHandles.SafeFileHandle Open(string path) =>
        File.OpenHandle(FullPath(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private string FullPath(string path) => Path.Combine(root, Inside(path));

    // Planning rejects such paths already; this makes sure that none is ever written.
    private static string Inside(string path) =>
        UrlPath.IsInside(path) ? path : throw new IOException($"'{path}' is not inside the output folder");
}
