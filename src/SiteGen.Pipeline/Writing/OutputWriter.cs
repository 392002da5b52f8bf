using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Images.Metadata;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>Updates the output folder: writes outputs that differ and removes those that no route has any more.</summary>
/// <remarks>
/// Nothing in the folder changes before all outputs are complete. Then new files are moved into place first, changed ones next, and
/// stale ones are removed last, so a build that is killed leaves every page complete and every link working. Only files in the
/// manifest, or in the list of what a killed build was about to change, are replaced or removed.
/// </remarks>
internal sealed class OutputWriter
{
    private readonly OutputFolder _folder;
    private readonly Manifest _before;
    private readonly Manifest _pending;
    private readonly bool _isFresh;
    private readonly bool _hasManifest;
    private readonly OutputOptions _options;
    private readonly bool _leavesOutVariants;
    private readonly Lazy<HashSet<string>> _paths;
    private volatile Diagnostic? _failure;

    private OutputWriter(OutputFolder folder, LastOutputs last, RouteTable routes, SiteOptions options)
    {
        (_folder, Routes, _options) = (folder, routes.Routes, options.Writing);
        _paths = new(() => Routes.Select(route => route.OutputPath).ToHashSet(StringComparer.Ordinal));
        (_isFresh, _before, _pending) = (last.IsFresh, last.Written, last.Pending);
        _hasManifest = _before.Files.Count + _pending.Files.Count > 0;
        ImmutableArray<Route> variants = [.. routes.Routes.Where(IsCaseVariant)];
        _leavesOutVariants = variants.Length > 0 && !CanHold(folder, options.Writing);
        if (_leavesOutVariants)
        {
            var isInFile = options.Redirects == RedirectStyle.Both;
            Diagnostics = [Diagnostic.InFile(WritingMessages.CaseVariants(variants.Length, variants[0].Url, isInFile), "")];
        }
    }

    /// <summary>The outputs, by their indexes.</summary>
    public ImmutableArray<Route> Routes { get; private set; }

    /// <summary>The paths of the outputs; complete once all are known.</summary>
    public IReadOnlySet<string> Paths => _paths.Value;

    /// <summary>What is wrong with the folder as a whole.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Removes what killed builds left.</summary>
    /// <param name="routes">The outputs.</param>
    /// <param name="last">Reads what earlier builds left.</param>
    /// <param name="options">The options, with the folder.</param>
    public static OutputWriter Begin(RouteTable routes, Func<LastOutputs> last, SiteOptions options)
    {
        var folder = new OutputFolder(options.OutputFolder, options.SourceFolder);
        folder.RefuseFile();
        if (!options.Writing.IsDryRun)
        {
            folder.Staging.Sweep();
        }

        return new OutputWriter(folder, last(), routes, options);
    }

    /// <summary>Takes more outputs, which follow from what was rendered: versions of pictures.</summary>
    /// <returns>The index of the first of them.</returns>
    public int Extend(IEnumerable<Route> more)
    {
        var first = Routes.Length;
        Routes = Routes.AddRange(more);
        return first;
    }

    /// <summary>What is wrong with files that are there already, or with the disk.</summary>
    public IEnumerable<Diagnostic> ProblemsWith(ImmutableArray<WriteResult> written) =>
        ForeignFiles.ProblemsWith(Routes, written, _hasManifest, _folder.Name).Concat(_failure is { } failure ? [failure] : []);

    /// <summary>Time and size of the manifest on disk.</summary>
    public Fingerprint ManifestStamp => _folder.StampOf(Manifest.FileName);

    /// <summary>Writes one output. Safe for several threads on different routes.</summary>
    /// <param name="index">The route's index in the plan.</param>
    /// <param name="bytes">The rendered bytes.</param>
    /// <param name="isGood">Whether they were rendered without errors.</param>
    /// <param name="buffer">A buffer for reading the existing file.</param>
    public WriteResult Write(int index, ReadOnlySpan<byte> bytes, bool isGood, Utf8Buffer buffer)
    {
        var route = Routes[index];
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

            if (_folder.Holds(path, bytes, buffer, out var stamp))
            {
                return new(WriteOutcome.Unchanged, fingerprint, null) { Stamp = stamp };
            }

            if (!IsOurs(path))
            {
                return new(WriteOutcome.Foreign, default, null);
            }

            return isGood ? Stage(index, bytes, fingerprint) : new(WriteOutcome.Held, default, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failed(path, exception);
        }
    }

    /// <summary>Writes a large file of the site, block by block.</summary>
    /// <param name="index">The route's index in the plan.</param>
    /// <param name="source">The file, or what is published of it.</param>
    public WriteResult Copy(int index, IByteSource source)
    {
        var path = Routes[index].OutputPath;
        try
        {
            if (_isFresh || !_folder.Has(path))
            {
                return Obstacle(path) is { } obstacle
                    ? Refused(obstacle)
                    : Written(WriteOutcome.Created, _options.IsDryRun ? default : _folder.StageNew(path, source));
            }

            if (_folder.Holds(path, source, out var fingerprint))
            {
                return new(WriteOutcome.Unchanged, fingerprint, null) { Stamp = _folder.StampOf(path) };
            }

            if (!IsOurs(path))
            {
                return new(WriteOutcome.Foreign, default, null);
            }

            return LinkAbove(path) is { } link
                ? Refused(link)
                : Written(WriteOutcome.Staged, _options.IsDryRun ? default : _folder.StageChanged(index, source));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failed(path, exception);
        }
    }

    /// <summary>Undoes the writing of one output that is not wanted after all.</summary>
    /// <param name="index">The route's index in the plan.</param>
    /// <param name="written">What was done.</param>
    public WriteResult TakeBack(int index, WriteResult written)
    {
        if (written.Outcome == WriteOutcome.Created && !_options.IsDryRun)
        {
            _folder.DropNew(Routes[index].OutputPath);
        }

        return new(WriteOutcome.Held, default, null);
    }

    /// <summary>Moves staged files into place, removes stale ones and writes the manifest.</summary>
    /// <param name="written">The result of every route, by its index in the plan.</param>
    /// <param name="problems">All diagnostics: after an error nothing is removed, because a missing route may be one that failed.</param>
    /// <returns>What changed; null when nothing was, because of a problem.</returns>
    /// <exception cref="CommitException">The system refuses a change.</exception>
    public OutputChanges? Finish(ImmutableArray<WriteResult> written, ImmutableArray<Diagnostic> problems)
    {
        if (_options.Refuses(problems) || _failure is not null || ForeignFiles.IsManifestLost(written, _hasManifest))
        {
            RollBack();
            return null;
        }

        var update = new OutputUpdate(_folder, Routes, _before, _pending);
        var stale = problems.Any(problem => problem.IsError) ? [] : update.StaleFiles(Paths);
        if (!_options.IsDryRun)
        {
            update.Commit(written, stale);
            _folder.Staging.Clear();
        }

        return new OutputChanges(
            written.Count(one => one.Outcome == WriteOutcome.Created),
            written.Count(one => one.Outcome == WriteOutcome.Staged),
            stale.Count(file => file.IsRemoved));
    }

    /// <summary>Drops what is staged: the folder stays as the last build left it.</summary>
    public void RollBack() => _folder.Staging.Clear();

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
        if (Obstacle(path) is { } obstacle)
        {
            return Refused(obstacle);
        }

        return Written(WriteOutcome.Created, (fingerprint, _options.IsDryRun ? default : _folder.StageNew(path, bytes)));
    }

    private WriteResult Stage(int index, ReadOnlySpan<byte> bytes, Fingerprint fingerprint)
    {
        if (LinkAbove(Routes[index].OutputPath) is { } link)
        {
            return Refused(link);
        }

        return Written(WriteOutcome.Staged, (fingerprint, _options.IsDryRun ? default : _folder.StageChanged(index, bytes)));
    }

    // What is wrong with the name of one file holds up that file; what is wrong with the disk holds up the build.
    private WriteResult Failed(string path, Exception exception)
    {
        var reason = SystemRefusal.Reason(exception);
        if (SystemRefusal.IsOfName(exception))
        {
            return Refused(Diagnostic.InFile(WritingMessages.WriteFailed(path, reason), ""));
        }

        _failure ??= Diagnostic.InFile(WritingMessages.DiskRefuses(path, reason), "");
        return new(WriteOutcome.Failed, default, null);
    }

    private static WriteResult Written(WriteOutcome outcome, (Fingerprint Content, Fingerprint Stamp) file) =>
        new(outcome, file.Content, null) { Stamp = file.Stamp };

    private static WriteResult Refused(Diagnostic problem) => new(WriteOutcome.Refused, default, problem);

    private Diagnostic? Obstacle(string path) => _isFresh ? null : _folder.Obstacle(path);

    private Diagnostic? LinkAbove(string path) =>
        _folder.LinkAbove(path) is { } link ? Diagnostic.InFile(WritingMessages.FolderIsLink(link), "") : null;

    private bool IsOurs(string path) => _before.Files.ContainsKey(path) || _pending.Files.ContainsKey(path);
}
