using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Loading.Files;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>One entry of a source folder: its time and size, and what may be wrong with it.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which folders are listed")]
internal static class SourceEntry
{
    /// <summary>The source in a file.</summary>
    public static SourceFile Create(string path, string relative, SourceKind kind, string fullPath, FolderEntry file) =>
        new(path, relative, kind, file.Stamp, fullPath, default) { Length = file.Length, Modified = file.Modified };

    /// <summary>A source with the time and the size of its file.</summary>
    public static SourceFile Stamped(SourceFile source, FolderEntry file) =>
        source with { Stamp = file.Stamp, Length = file.Length, Modified = file.Modified };

    /// <summary>A source with the time and the size of its file.</summary>
    public static SourceFile Stamped(SourceFile source, FileInfo file) => Stamped(source, FolderEntry.Of(file));

    /// <summary>Why this cannot be opened like a file; null when it can.</summary>
    /// <remarks>A name that is not UTF-8 comes with replacement characters, and leads nowhere.</remarks>
    public static Diagnostic? ProblemOfFile(FileInfo file, string path) =>
        !file.Exists ? Diagnostic.InFile(LoadingMessages.Vanished(file.Name), path)
        : file.Length == 0 && SpecialFile.KindOf(file.FullName) is { } kind ? Diagnostic.InFile(LoadingMessages.SpecialFile(kind), path)
        : null;

    /// <summary>Why a folder could not be listed.</summary>
    public static Diagnostic ProblemOfFolder(Exception refusal, string path) => refusal is DirectoryNotFoundException
        ? Diagnostic.InFile(LoadingMessages.Vanished(path[(path.LastIndexOf('/') + 1)..]), path)
        : Diagnostic.InFile(LoadingMessages.UnreadableFolder(SystemRefusal.Reason(refusal)), path);

    /// <summary>Why a symbolic link is not followed; null when it is, and for what is no link.</summary>
    /// <param name="entry">What may be a link.</param>
    /// <param name="path">Its path in the site.</param>
    /// <param name="root">The folder of the site.</param>
    public static Diagnostic? ProblemOfLink(FileSystemInfo entry, string path, string root) =>
        entry.LinkTarget is { } written && !MayFollow(entry, written, root, out var message) ? Diagnostic.InFile(message, path) : null;

    private static bool MayFollow(FileSystemInfo link, string written, string root, out DiagnosticMessage message)
    {
        message = LoadingMessages.LinkLeadsBack(written);
        try
        {
            switch (link.ResolveLinkTarget(returnFinalTarget: true))
            {
                case { } target when !IsInside(target.FullName, root):
                    message = LoadingMessages.LinkLeavesSite(written);
                    return false;
                case null or { Exists: false }:
                    // What is reached by way of another link can be there for the system only.
                    message = Path.Exists(link.FullName) ? message : LoadingMessages.LinkLeadsNowhere(written);
                    return false;
                case var target:
                    // A link to one of its own parent folders would be followed forever.
                    return target is not DirectoryInfo || !IsInside(link.FullName, target.FullName);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a path is a folder or in it.</summary>
    public static bool IsInside(string path, string folder) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
