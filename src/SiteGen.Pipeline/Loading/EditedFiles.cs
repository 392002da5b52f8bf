using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Loading;

/// <summary>Lists again only the files that were edited, as happens at every save while a preview runs.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which files are looked at")]
internal static class EditedFiles
{
    /// <summary>Lists again files whose bytes may have changed; null when anything else may have.</summary>
    /// <param name="before">The tree as it was.</param>
    /// <param name="fullPaths">The absolute paths of what may have changed.</param>
    /// <param name="changed">The files, as they are now.</param>
    public static SourceTree? Restamp(
        SourceTree before, IReadOnlyCollection<string> fullPaths, out ImmutableArray<SourceFile> changed)
    {
        changed = [];
        if (before.Listing is not { HasLinks: false } listing || fullPaths.Count > SourceScanner.MostRefreshed)
        {
            return null;
        }

        var (files, own) = (before.Files, listing.Own);
        var found = ImmutableArray.CreateBuilder<SourceFile>();
        foreach (var path in fullPaths)
        {
            var entry = new FileInfo(path);
            var index = before.IndexOf(path);
            if (index < 0 && !Path.Exists(path) && !before.HasFolder(path))
            {
                // A temporary file of an editor, already gone.
                continue;
            }

            if (index < 0 || !entry.Exists || entry.LinkTarget is not null || entry.Length == 0)
            {
                return null;
            }

            var file = SourceEntry.Stamped(files[index], entry);
            own = own.SetItem(SitePath.IndexOf(own, static own => own.Path, file.Path), file with { Language = null });
            file = file.Language is { } tag ? file with { Stamp = file.Stamp.And(tag) } : file;
            files = files.SetItem(index, file);
            found.Add(file);
        }

        changed = found.ToImmutable();
        return before with { Files = files, Listing = listing with { Own = own } };
    }
}
