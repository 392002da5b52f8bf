using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>What is wrong with something that is listed in a folder of sources.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which folders are listed")]
internal static class SourceEntry
{
    /// <summary>Why this cannot be opened like a file; null when it can.</summary>
    /// <remarks>A name that is not UTF-8 comes with replacement characters, and leads nowhere.</remarks>
    public static DiagnosticMessage? ProblemOfFile(FileInfo file) =>
        !file.Exists ? LoadingMessages.Vanished(file.Name)
        : file.Length == 0 && SpecialFile.KindOf(file.FullName) is { } kind ? LoadingMessages.SpecialFile(kind)
        : null;

    /// <summary>Why a folder could not be listed.</summary>
    public static DiagnosticMessage ProblemOfFolder(Exception refusal, string name) => refusal is DirectoryNotFoundException
        ? LoadingMessages.Vanished(name)
        : LoadingMessages.UnreadableFolder(SystemRefusal.Reason(refusal));

    /// <summary>Why a symbolic link is not followed; null when it is, and for what is no link.</summary>
    /// <param name="entry">What may be a link.</param>
    /// <param name="root">The folder of the site.</param>
    public static DiagnosticMessage? ProblemOfLink(FileSystemInfo entry, string root)
    {
        if (entry.LinkTarget is not { } written)
        {
            return null;
        }

        try
        {
            return entry.ResolveLinkTarget(returnFinalTarget: true) switch
            {
                { } target when !IsInside(target.FullName, root) => LoadingMessages.LinkLeavesSite(written),
                null or { Exists: false } => LoadingMessages.LinkLeadsNowhere(written),
                // A link to one of its own parent folders would be followed forever.
                DirectoryInfo target when IsInside(entry.FullName, target.FullName) => LoadingMessages.LinkLeadsBack(written),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return LoadingMessages.LinkLeadsBack(written);
        }
    }

    /// <summary>Whether a path is a folder or in it.</summary>
    public static bool IsInside(string path, string folder) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
