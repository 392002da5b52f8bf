using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Loading.Spilling;

namespace SiteGen.Pipeline.Writing;

/// <summary>What was, or in a dry run would be, removed.</summary>
/// <param name="Removed">How many outputs of builds.</param>
/// <param name="Kept">The outputs that somebody edited, which are no longer ours.</param>
/// <param name="HasCache">Whether the program's own folder was there.</param>
public sealed record CleanResult(int Removed, ImmutableArray<string> Kept, bool HasCache);

/// <summary>Removes what builds have written: outputs by the manifest, and the program's own folder in the site's.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Removes outputs")]
public static class OutputCleaner
{
    /// <summary>Removes it; a dry run only counts.</summary>
    /// <param name="options">The options of the site.</param>
    /// <param name="cancellation">Stops the waiting for a build.</param>
    /// <exception cref="OutputInUseException">A build is writing into the output folder.</exception>
    /// <exception cref="CommitException">The system refuses to remove an output; the others are put back.</exception>
    public static CleanResult Clean(SiteOptions options, CancellationToken cancellation)
    {
        var isDryRun = options.Writing.IsDryRun;
        var folder = PrivateFolder.In(options.SourceFolder);
        var hasCache = PrivateFolder.IsOwn(folder);
        var (removed, kept) = Directory.Exists(options.OutputFolder) ? CleanOutput(options, cancellation) : (0, []);
        if (hasCache && !isDryRun)
        {
            Directory.Delete(folder, recursive: true);
        }

        return new CleanResult(removed, kept, hasCache);
    }

    private static (int Removed, ImmutableArray<string> Kept) CleanOutput(SiteOptions options, CancellationToken cancellation)
    {
        using var claim = OutputClaim.Take(options, cancellation);
        var folder = new OutputFolder(options.OutputFolder, options.SourceFolder);
        var last = LastOutputs.Read(options);
        var update = new OutputUpdate(folder, [], last.Written, last.Pending);
        var stale = update.StaleFiles(ImmutableHashSet<string>.Empty);
        if (!options.Writing.IsDryRun)
        {
            folder.Staging.Sweep();
            if (!stale.IsEmpty)
            {
                update.Commit([], stale);
            }

            RemoveEmpty(options.OutputFolder);
        }

        var kept = stale.Where(file => !file.IsRemoved && !file.IsMissing).Select(file => file.Path);
        return (stale.Count(file => file.IsRemoved), [.. kept]);
    }

    // What is left of ours is the manifest, which now names nothing.
    private static void RemoveEmpty(string root)
    {
        var manifest = Path.Combine(root, Manifest.FileName);
        if (File.Exists(manifest) && Manifest.Read(File.ReadAllBytes(manifest)).Files.Count == 0)
        {
            File.Delete(manifest);
        }

        if (!Directory.EnumerateFileSystemEntries(root).Any())
        {
            Directory.Delete(root);
        }
    }
}
