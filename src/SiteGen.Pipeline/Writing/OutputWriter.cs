using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>Updates the output folder: writes outputs that differ and removes those that no route has any more.</summary>
/// <remarks>
/// New files are created first, then changed ones are moved into place, then stale ones are deleted, so a killed build
/// leaves every earlier page complete and every link working. Only files in the manifest are replaced or deleted.
/// </remarks>
internal sealed class OutputWriter
{
    private const string PendingName = ".sitegen-pending";

    private readonly OutputFolder _folder;
    private readonly Manifest _before;
    private readonly Manifest _pending;
    private readonly bool _isFresh;
    private readonly bool _hasManifest;
    private readonly RouteTable _routes;
    private readonly OutputOptions _options;
    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);
    private readonly bool _leavesOutVariants;

    private OutputWriter(OutputFolder folder, RouteTable routes, SiteOptions options)
    {
        (_folder, _routes, _options) = (folder, routes, options.Writing);
        _isFresh = folder.IsEmpty;
        _before = _isFresh ? Manifest.Empty : Manifest.Read(folder.Read(Manifest.FileName));
        _pending = _isFresh ? Manifest.Empty : Manifest.Read(folder.Read(PendingName));
        _hasManifest = _before.Files.Count + _pending.Files.Count > 0;
        ImmutableArray<Route> variants = [.. routes.Routes.Where(IsCaseVariant)];
        _leavesOutVariants = variants.Length > 0 && !CanHold(folder, options.Writing);
        if (_leavesOutVariants)
        {
            var isInFile = options.Redirects == RedirectStyle.Both;
            Diagnostics = [Diagnostic.InFile(WritingMessages.CaseVariants(variants.Length, variants[0].Url, isInFile), "")];
        }
    }

    /// <summary>What is wrong with the folder as a whole.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Reads the manifest and records which files the build will create.</summary>
    public static OutputWriter Begin(RouteTable routes, SiteOptions options)
    {
        var folder = new OutputFolder(options.OutputFolder);
        folder.RefuseFile();
        if (!options.Writing.IsDryRun)
        {
            folder.ClearStaging();
        }

        var writer = new OutputWriter(folder, routes, options);
        if (!options.Writing.IsDryRun)
        {
            writer.NotePending();
        }

        return writer;
    }

    /// <summary>What is wrong with files that are there already.</summary>
    public IEnumerable<Diagnostic> ProblemsWith(ImmutableArray<WriteResult> written) =>
        ForeignFiles.ProblemsWith(_routes, written, _hasManifest, _folder.Name);

    /// <summary>Writes one output. Safe for several threads on different routes.</summary>
    /// <param name="index">The route's index in the plan.</param>
    /// <param name="bytes">The rendered bytes.</param>
    /// <param name="isGood">Whether they were rendered without errors.</param>
    /// <param name="buffer">A buffer for reading the existing file.</param>
    public WriteResult Write(int index, ReadOnlySpan<byte> bytes, bool isGood, Utf8Buffer buffer)
    {
        var route = _routes.Routes[index];
        if (IsLeftOut(route))
        {
            return new(WriteOutcome.LeftOut, default, null);
        }

        var path = route.OutputPath;
        var fingerprint = Fingerprint.Compute(bytes);
        try
        {
            if (_isFresh || !_folder.Has(path))
            {
                return Create(path, bytes, fingerprint);
            }

            if (_folder.Holds(path, bytes, buffer))
            {
                return new(WriteOutcome.Unchanged, fingerprint, null);
            }

            if (!IsOurs(path))
            {
                return new(WriteOutcome.Foreign, default, null);
            }

            return isGood ? Stage(index, bytes, fingerprint) : new(WriteOutcome.Held, default, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused(WritingMessages.WriteFailed(path, SystemRefusal.Reason(exception)));
        }
    }

    /// <summary>Undoes the writing of one output that is not wanted after all.</summary>
    /// <param name="index">The route's index in the plan.</param>
    /// <param name="written">What was done.</param>
    public WriteResult TakeBack(int index, WriteResult written)
    {
        if (written.Outcome == WriteOutcome.Created && !_options.IsDryRun)
        {
            _folder.Delete(_routes.Routes[index].OutputPath);
        }

        return new(WriteOutcome.Held, default, null);
    }

    /// <summary>Moves staged files into place, deletes stale ones and writes the manifest.</summary>
    /// <param name="written">The result of every route, by its index in the plan.</param>
    /// <param name="problems">All diagnostics: after an error nothing is deleted, because a missing route may be one that failed.</param>
    /// <returns>What changed; null when the build was rolled back: with more problems than are let pass, or without a manifest.</returns>
    public OutputChanges? Finish(ImmutableArray<WriteResult> written, ImmutableArray<Diagnostic> problems)
    {
        if (_options.Refuses(problems) || ForeignFiles.IsManifestLost(written, _hasManifest))
        {
            RollBack();
            return null;
        }

        var isWhole = !problems.Any(problem => problem.IsError);
        var files = new Dictionary<string, Fingerprint>(_before.Files, StringComparer.Ordinal);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i].Outcome is WriteOutcome.Held or WriteOutcome.Refused or WriteOutcome.Foreign or WriteOutcome.LeftOut)
            {
                continue;
            }

            if (written[i].Outcome == WriteOutcome.Staged && !_options.IsDryRun)
            {
                _folder.Commit(i, _routes.Routes[i].OutputPath);
            }

            files[_routes.Routes[i].OutputPath] = written[i].Fingerprint;
        }

        var removed = isWhole ? DeleteStale(files) : 0;
        Save(new Manifest(files));
        return new OutputChanges(
            written.Count(one => one.Outcome == WriteOutcome.Created), written.Count(one => one.Outcome == WriteOutcome.Staged), removed);
    }

    /// <summary>Restores the folder to what the last build left.</summary>
    public void RollBack()
    {
        if (_options.IsDryRun)
        {
            return;
        }

        _folder.ClearStaging();
        foreach (var route in _routes.Routes)
        {
            if (_announced.Contains(route.OutputPath) && _folder.Has(route.OutputPath))
            {
                _folder.Delete(route.OutputPath);
            }
        }

        // Keeps track of the files that an earlier killed build left.
        if (_pending.Files.Count > 0)
        {
            _folder.Replace(PendingName, _pending.ToUtf8());
            _folder.ClearStaging();
        }
        else if (_folder.Has(PendingName))
        {
            _folder.Delete(PendingName);
        }
    }

    private static bool IsCaseVariant(Route route) => route is AliasRoute { IsCaseVariant: true };

    private bool IsLeftOut(Route route) => _leavesOutVariants && IsCaseVariant(route);

    // Where that cannot be found out, writing fails as well, and is reported.
    private static bool CanHold(OutputFolder folder, OutputOptions options)
    {
        try
        {
            return folder.DistinguishesCase(mayWrite: !options.IsDryRun);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private WriteResult Create(string path, ReadOnlySpan<byte> bytes, Fingerprint fingerprint)
    {
        if (!_isFresh && LinkAbove(path) is { } link)
        {
            return Refused(WritingMessages.FolderIsLink(link));
        }

        if (!_options.IsDryRun)
        {
            _folder.Create(path, bytes);
        }

        return new(WriteOutcome.Created, fingerprint, null);
    }

    private WriteResult Stage(int index, ReadOnlySpan<byte> bytes, Fingerprint fingerprint)
    {
        if (LinkAbove(_routes.Routes[index].OutputPath) is { } link)
        {
            return Refused(WritingMessages.FolderIsLink(link));
        }

        if (!_options.IsDryRun)
        {
            _folder.Stage(index, bytes);
        }

        return new(WriteOutcome.Staged, fingerprint, null);
    }

    private static WriteResult Refused(DiagnosticMessage message) =>
        new(WriteOutcome.Refused, default, Diagnostic.InFile(message, ""));

    // A file below a symbolic link is not in the output folder, whatever its path looks like.
    private string? LinkAbove(string path) => _folder.FirstLink(SitePath.FolderOf(path));

    private bool IsOurs(string path) => _before.Files.ContainsKey(path) || _pending.Files.ContainsKey(path);

    // Written before the first new file, so that files created by a killed build are recognized as ours.
    private void NotePending()
    {
        foreach (var route in _routes.Routes)
        {
            var path = route.OutputPath;
            if (!IsLeftOut(route) && !_before.Files.ContainsKey(path) && (_isFresh || !_folder.Has(path)))
            {
                _announced.Add(path);
            }
        }

        if (_announced.Count > 0)
        {
            var paths = new Dictionary<string, Fingerprint>(StringComparer.Ordinal);
            foreach (var path in _announced.Concat(_pending.Files.Keys))
            {
                paths[path] = default;
            }

            _folder.Replace(PendingName, new Manifest(paths).ToUtf8());
        }
    }

    private int DeleteStale(Dictionary<string, Fingerprint> files)
    {
        var claimed = _routes.Routes.Select(route => route.OutputPath).ToHashSet(StringComparer.Ordinal);
        var removed = 0;
        var known = files.Keys.Concat(_pending.Files.Keys).Distinct(StringComparer.Ordinal);
        foreach (var path in known.Where(path => !claimed.Contains(path)).ToArray())
        {
            // A file that was edited since belongs to whoever edited it.
            var isUntouched = _folder.Read(path) is { } bytes
                && (!files.TryGetValue(path, out var fingerprint) || Fingerprint.Compute(bytes) == fingerprint);
            if (isUntouched && LinkAbove(path) is null)
            {
                removed++;
                if (!_options.IsDryRun)
                {
                    _folder.Delete(path);
                }
            }

            files.Remove(path);
        }

        return removed;
    }

    private void Save(Manifest manifest)
    {
        if (_options.IsDryRun)
        {
            return;
        }

        var bytes = manifest.ToUtf8();
        if (_folder.Read(Manifest.FileName) is not { } before || !before.AsSpan().SequenceEqual(bytes))
        {
            _folder.Replace(Manifest.FileName, bytes);
        }

        _folder.ClearStaging();
        if (_folder.Has(PendingName))
        {
            _folder.Delete(PendingName);
        }
    }
}
