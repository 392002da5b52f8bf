using System.Collections.Immutable;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>A file of an earlier build that no route has any more.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsRemoved">Whether it is there, and still as that build left it.</param>
/// <param name="IsMissing">Whether it is gone; a killed build may have left its folder.</param>
internal sealed record StaleFile(string Path, bool IsRemoved, bool IsMissing);

/// <summary>The changes to the output folder at the end of a build, and its manifests.</summary>
/// <param name="folder">The folder.</param>
/// <param name="routes">The outputs.</param>
/// <param name="before">The manifest of the last build.</param>
/// <param name="pending">What a killed build was about to change; empty when the last one was not killed.</param>
internal sealed class OutputUpdate(OutputFolder folder, ImmutableArray<Route> routes, Manifest before, Manifest pending)
{
    /// <summary>The name of the list of pending changes, in the format of the manifest.</summary>
    public const string PendingName = ".sitegen-pending";

    // Beside the indexes of routes, for the program's own files.
    private const int PendingNumber = -1;
    private const int ManifestNumber = -2;

    /// <summary>The files that no route has any more.</summary>
    /// <param name="claimed">The paths of all outputs.</param>
    public ImmutableArray<StaleFile> StaleFiles(IReadOnlySet<string> claimed) =>
    [
        .. before.Files.Keys.Concat(pending.Files.Keys)
            .Where(path => !claimed.Contains(path))
            .Distinct(StringComparer.Ordinal)
            .Select(StateOf),
    ];

    /// <summary>Moves what is staged into place, removes stale files and writes the manifest.</summary>
    /// <param name="written">The result of every route, by its index.</param>
    /// <param name="stale">The files that no route has any more; none after an error.</param>
    /// <exception cref="CommitException">The system refuses a change; the others are taken back.</exception>
    public void Commit(ImmutableArray<WriteResult> written, ImmutableArray<StaleFile> stale)
    {
        var files = new Dictionary<string, Fingerprint>(before.Files, StringComparer.Ordinal);
        var coming = new Dictionary<string, Fingerprint>(pending.Files, StringComparer.Ordinal);
        var isComing = false;
        for (var i = 0; i < written.Length; i++)
        {
            var path = routes[i].OutputPath;
            if (written[i].Outcome is WriteOutcome.Created or WriteOutcome.Staged)
            {
                files[path] = coming[path] = written[i].Fingerprint;
                isComing = true;
            }
            else if (written[i].Outcome == WriteOutcome.Unchanged)
            {
                files[path] = written[i].Fingerprint;
            }
        }

        NoteLeftovers(files, written);
        foreach (var file in stale)
        {
            // Files edited by hand are no longer ours.
            files.Remove(file.Path);
        }

        var manifest = new Manifest(files).ToUtf8();
        // Of a first build, all is coming.
        var isFirst = before.Files.Count + pending.Files.Count == 0 && coming.Count == files.Count;
        var changed = Enumerable.Range(0, written.Length).Where(index => written[index].Outcome == WriteOutcome.Staged);
        var announced = isFirst ? manifest : new Manifest(coming).ToUtf8();
        Save(manifest, isComing ? new ReadOnlyMemory<byte>?(announced) : null, changed, stale);
    }

    // What a killed build had put in the place of an output that now fails, or that may not be removed yet, is in no other list.
    private void NoteLeftovers(Dictionary<string, Fingerprint> files, ImmutableArray<WriteResult> written)
    {
        if (pending.Files.Count == 0)
        {
            return;
        }

        var done = routes.Where((_, index) => written[index].Fingerprint != default).Select(route => route.OutputPath)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var path in pending.Files.Keys.Where(path => !done.Contains(path)))
        {
            if (folder.Has(path) && folder.FingerprintOf(path) is var fingerprint && IsOurs(path, fingerprint))
            {
                files[path] = fingerprint;
            }
        }
    }

    private void Save(
        ReadOnlyMemory<byte> manifest, ReadOnlyMemory<byte>? coming, IEnumerable<int> changed, ImmutableArray<StaleFile> stale)
    {
        // What is coming is new to the manifest, nearly always.
        var isSame = coming is null && IsWritten(manifest.Span);
        var wasPending = folder.Has(PendingName);
        if (isSame && coming is null && stale.IsEmpty && !wasPending)
        {
            return;
        }

        var commit = folder.BeginCommit();
        commit.Run(() =>
        {
            if (coming is { } announced)
            {
                Announce(commit, announced.Span);
            }

            foreach (var index in changed)
            {
                commit.Replace(index, routes[index].OutputPath);
            }

            foreach (var file in stale.Where(file => file.IsRemoved || file.IsMissing))
            {
                commit.Remove(file.Path);
            }

            if (!isSame)
            {
                folder.StageChanged(ManifestNumber, manifest.Span);
                commit.Write(ManifestNumber, Manifest.FileName);
            }

            if (coming is not null || wasPending)
            {
                commit.Remove(PendingName);
            }
        });
    }

    private void Announce(OutputCommit commit, ReadOnlySpan<byte> coming)
    {
        folder.StageChanged(PendingNumber, coming);
        commit.Announce(PendingNumber, PendingName);
        commit.PlaceNew();
    }

    private bool IsWritten(ReadOnlySpan<byte> manifest) =>
        folder.Read(Manifest.FileName) is { } kept && kept.AsSpan().SequenceEqual(manifest);

    private StaleFile StateOf(string path)
    {
        if (folder.LinkAbove(path) is not null)
        {
            return new(path, false, false);
        }

        var isThere = folder.Has(path);
        return new(path, isThere && IsOurs(path, folder.FingerprintOf(path)), !isThere);
    }

    // A file that was edited since is not ours. Older pending lists have no fingerprints.
    private bool IsOurs(string path, Fingerprint found) => (before.Files.TryGetValue(path, out var old) && found == old)
        || (pending.Files.TryGetValue(path, out var coming) && (found == coming || coming == default));
}
