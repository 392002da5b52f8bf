using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>What became of one output.</summary>
internal enum WriteOutcome
{
    /// <summary>The file held these bytes already.</summary>
    Unchanged,

    /// <summary>A new file.</summary>
    Created,

    /// <summary>New bytes, to be moved into the file's place at the end.</summary>
    Staged,

    /// <summary>Made with errors: what an earlier build wrote stays.</summary>
    Held,

    /// <summary>Not written: see the problem.</summary>
    Refused,
}

/// <summary>One output's fate.</summary>
internal readonly record struct WriteResult(WriteOutcome Outcome, Fingerprint Print, Diagnostic? Problem);

/// <summary>Brings the output folder to the plan: writes what differs, removes what no route claims any more.</summary>
/// <remarks>
/// New files come first, then changed ones are moved into place, then leftovers go: a build that is killed leaves every
/// earlier page whole and every link working. Only files that the manifest names are replaced or removed.
/// </remarks>
internal sealed class OutputWriter
{
    private const string PendingName = ".sitegen-pending";

    private readonly OutputFolder _folder;
    private readonly Manifest _before;
    private readonly Manifest _pending;
    private readonly bool _isFresh;
    private readonly RouteTable _routes;
    private readonly OutputOptions _options;
    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);

    private OutputWriter(OutputFolder folder, RouteTable routes, OutputOptions options)
    {
        (_folder, _routes, _options) = (folder, routes, options);
        _isFresh = folder.IsEmpty;
        _before = _isFresh ? Manifest.Empty : Manifest.Read(folder.Read(Manifest.FileName));
        _pending = _isFresh ? Manifest.Empty : Manifest.Read(folder.Read(PendingName));
    }

    /// <summary>Looks at what is there and notes what is about to come.</summary>
    public static OutputWriter Begin(RouteTable routes, SiteOptions options)
    {
        var writer = new OutputWriter(new OutputFolder(options.OutputFolder), routes, options.Writing);
        if (!options.Writing.IsDryRun)
        {
            writer._folder.ClearStaging();
            writer.NotePending();
        }

        return writer;
    }

    /// <summary>Writes one output. Safe for several threads on different routes.</summary>
    /// <param name="index">The route's place in the plan.</param>
    /// <param name="bytes">What it consists of.</param>
    /// <param name="isGood">Whether it was made without errors.</param>
    /// <param name="buffer">Room to read what is there.</param>
    public WriteResult Write(int index, ReadOnlySpan<byte> bytes, bool isGood, Utf8Buffer buffer)
    {
        var route = _routes.Routes[index];
        var path = route.OutputPath;
        var print = Fingerprint.Compute(bytes);
        try
        {
            if (_isFresh || !_folder.Has(path))
            {
                return Create(path, bytes, print);
            }

            if (_folder.Holds(path, bytes, buffer))
            {
                return new(WriteOutcome.Unchanged, print, null);
            }

            if (!IsOurs(path))
            {
                var message = $"'{path}' in the output folder was not written by sitegen, and {route.Origin} would overwrite it";
                return new(WriteOutcome.Refused, default, Diagnostic.InFile(SiteRules.ForeignFile, "", message, "move the file away, or build into another folder with -o"));
            }

            if (!isGood)
            {
                return new(WriteOutcome.Held, default, null);
            }

            if (Linked(path) is { } refusal)
            {
                return refusal;
            }

            if (!_options.IsDryRun)
            {
                _folder.Stage(index, bytes);
            }

            return new(WriteOutcome.Staged, print, null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new(WriteOutcome.Refused, default, Diagnostic.InFile(SiteRules.WriteFailed, "", $"'{path}' cannot be written: {problem.Message}", null));
        }
    }

    /// <summary>Moves everything into place, removes leftovers and writes the manifest.</summary>
    /// <param name="written">The fate of every route, by its place in the plan.</param>
    /// <param name="problems">What is wrong: with errors nothing is removed, for what is missing may be what failed.</param>
    /// <returns>What changed; null when a strict build met a problem and everything stays as it was.</returns>
    public OutputChanges? Finish(ImmutableArray<WriteResult> written, ImmutableArray<Diagnostic> problems)
    {
        if (_options.IsStrict && problems.Any(problem => problem.Severity > DiagnosticSeverity.Note))
        {
            RollBack();
            return null;
        }

        var isWhole = !problems.Any(problem => problem.IsError);
        var files = new Dictionary<string, Fingerprint>(_before.Files, StringComparer.Ordinal);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i].Outcome is WriteOutcome.Held or WriteOutcome.Refused)
            {
                continue;
            }

            if (written[i].Outcome == WriteOutcome.Staged && !_options.IsDryRun)
            {
                _folder.Commit(i, _routes.Routes[i].OutputPath);
            }

            files[_routes.Routes[i].OutputPath] = written[i].Print;
        }

        var removed = isWhole ? RemoveLeftovers(files) : 0;
        Save(new Manifest(files));
        return new OutputChanges(
            written.Count(one => one.Outcome == WriteOutcome.Created), written.Count(one => one.Outcome == WriteOutcome.Staged), removed);
    }

    /// <summary>Undoes what was begun: the folder is as the last build left it.</summary>
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

        // What a build that was killed has left is still to be taken over.
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

    private WriteResult Create(string path, ReadOnlySpan<byte> bytes, Fingerprint print)
    {
        if (!_isFresh && Linked(path) is { } refusal)
        {
            return refusal;
        }

        if (!_options.IsDryRun)
        {
            _folder.Create(path, bytes);
        }

        return new(WriteOutcome.Created, print, null);
    }

    // A file behind a link to another place is not in the output folder, whatever its path looks like.
    private WriteResult? Linked(string path) => _folder.LinkOnTheWayTo(SitePath.FolderOf(path)) is { } link
        ? new WriteResult(WriteOutcome.Refused, default, Diagnostic.InFile(SiteRules.WriteFailed, "", $"'{link}' in the output folder is a link to another place", "delete the link"))
        : null;

    private bool IsOurs(string path) => _before.Files.ContainsKey(path) || _pending.Files.ContainsKey(path);

    // A file that a killed build has created must be known as ours: the list of what will be new is written before the first of them.
    private void NotePending()
    {
        foreach (var route in _routes.Routes)
        {
            if (!_before.Files.ContainsKey(route.OutputPath) && (_isFresh || !_folder.Has(route.OutputPath)))
            {
                _announced.Add(route.OutputPath);
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

    private int RemoveLeftovers(Dictionary<string, Fingerprint> files)
    {
        var claimed = _routes.Routes.Select(route => route.OutputPath).ToHashSet(StringComparer.Ordinal);
        var removed = 0;
        foreach (var path in files.Keys.Concat(_pending.Files.Keys).Distinct(StringComparer.Ordinal).Where(path => !claimed.Contains(path)).ToArray())
        {
            // Edited by hand since: it has become somebody else's.
            var isUntouched = _folder.Read(path) is { } bytes && (!files.TryGetValue(path, out var print) || Fingerprint.Compute(bytes) == print);
            if (isUntouched && _folder.LinkOnTheWayTo(SitePath.FolderOf(path)) is null)
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

/// <summary>How many files a build created, replaced and removed.</summary>
public sealed record OutputChanges(int Created, int Replaced, int Removed)
{
    /// <summary>Whether the folder is as it was.</summary>
    public bool IsNone => Created + Replaced + Removed == 0;
}
