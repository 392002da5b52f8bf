using System.Collections.Immutable;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Caching;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Server.Watching;

/// <summary>A site that follows its source files: the current plan and the outputs rendered so far.</summary>
/// <remarks>
/// One thread at a time refreshes it. Any number may request pages meanwhile and get those of the plan that is current
/// at that moment.
/// </remarks>
internal sealed class PreviewSite : IDisposable
{
    /// <summary>The output path of the page for missing URLs.</summary>
    public const string NotFound = "404.html";

    private const long MaxCachedBytes = 64 << 20;

    private readonly OptionSources _sources;
    private readonly TimeProvider _clock;
    private readonly bool _usesCache;
    private SiteOptions? _options;
    private SourceTree? _tree;
    private BuildCache _cache = BuildCache.Empty;
    private BuildCacheStore? _store;
    private PlanSnapshot? _stored;
    private PlanSnapshot? _settled;
    private bool _isPruned;
    private volatile PlanSnapshot? _state;

    /// <summary>Creates a site without a plan.</summary>
    /// <param name="sources">Where the site's options are read.</param>
    /// <param name="clock">The clock that decides which posts are in the future.</param>
    /// <param name="usesCache">Whether parsed sources are kept for the next start.</param>
    public PreviewSite(OptionSources sources, TimeProvider clock, bool usesCache) =>
        (_sources, _clock, _usesCache) = (sources, clock, usesCache);

    /// <summary>The outputs rendered so far.</summary>
    public RenderedPageCache Pages { get; } = new(MaxCachedBytes);

    /// <summary>The current plan; null before the first.</summary>
    public PlanSnapshot? State => _state;

    /// <summary>The problems of a configuration that cannot be used; the site then stays as it was.</summary>
    public ImmutableArray<Diagnostic> Refused { get; private set; } = [];

    /// <summary>The options the site is built with; null before the first plan.</summary>
    public SiteOptions? Options => _options;

    /// <summary>Plans the site again if anything has changed.</summary>
    /// <param name="paths">The absolute paths that may have changed; null when anything may have.</param>
    /// <param name="cancellation">Stops the planning.</param>
    /// <returns>Whether there is a new plan or the configuration's problems have changed.</returns>
    public bool Refresh(IReadOnlySet<string>? paths, CancellationToken cancellation)
    {
        var (options, isChanged) = (_options, false);
        if (options is null || paths is null || paths.Any(IsConfiguration))
        {
            var loaded = SiteFile.Load(_sources, _clock);
            var isUsable = !loaded.Diagnostics.Any(problem => problem.IsError);
            isChanged = !isUsable || !Refused.IsEmpty;
            Refused = isUsable ? [] : loaded.Diagnostics;
            options = isUsable ? loaded.Value : options;
        }

        if (options is null)
        {
            return true;
        }

        // Posts that have come due since the last plan appear.
        options = options with { Publishing = options.Publishing with { Now = _clock.GetUtcNow() } };
        var isSame = _options is not null && options.AreAs(_options);
        if (isSame && paths is not null && _state is { } state
            && BuildPipeline.PlanEdits(state.Plan, options, _cache, [.. paths]) is { } edited)
        {
            return Take(edited, options);
        }

        UseStoreFor(options, isSame);
        var tree = isSame && paths is not null && _tree is not null
            ? SourceScanner.Refresh(_tree, options, paths)
            : SourceScanner.ScanAll(options);
        if (isSame && _tree is not null && tree.IsAs(_tree) && (paths is null || !tree.HasAny(paths)))
        {
            return isChanged;
        }

        var plan = BuildPipeline.Plan(tree, options, paths is null ? _cache : _cache.Invalidate(paths), cancellation);
        return Take(plan, options);
    }

    /// <summary>Whether a path is the configuration file or belongs to the site's sources.</summary>
    public bool IsSource(string path) => IsConfiguration(path) || (_tree?.HasAny(new HashSet<string> { path }) ?? false);

    /// <summary>Cleans up after a plan, once browsers have been notified.</summary>
    public void Settle()
    {
        if (_state is { } state)
        {
            _cache = state.Plan.ToCache(_cache);
            var keepsShown = state.HasErrors || !Refused.IsEmpty;
            if (!_isPruned || _settled?.Plan.HasOutputsOf(state.Plan) != true)
            {
                Pages.Prune(state.Plan, keepsShown);
            }

            (_settled, _isPruned) = (state, !keepsShown);
            if (_stored is null)
            {
                // Saved early, because a preview may be killed.
                Save();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Save();
        _store?.Dispose();
    }

    /// <summary>The page at an output path, rendered if necessary; null if there is none.</summary>
    public Page? PageAt(PlanSnapshot state, string path)
    {
        var (rendered, version, shown) = Pages.Find(path);
        if (state.Plan.Find(path) is not { } output)
        {
            return state.HasErrors ? shown : null;
        }

        if (rendered is not null && shown is not null && (version == state.Version || state.Plan.IsCurrent(output, rendered)))
        {
            Pages.Confirm(path, rendered, state.Version);
            return shown;
        }

        return Render(state, output, isRequested: true, wantsBytes: true);
    }

    /// <summary>The page a browser gets for a path: its own or the one for missing URLs.</summary>
    public Page? PageFor(PlanSnapshot state, string path) =>
        PageAt(state, path) ?? (state.Plan.Find(path) is null ? PageAt(state, NotFound) : null);

    /// <summary>Renders an output in advance unless it is current.</summary>
    public void RenderAhead(PlanSnapshot state, PlannedOutput output)
    {
        var (rendered, version, shown) = Pages.Peek(output.Path);
        if (rendered is not null && (version == state.Version || state.Plan.IsCurrent(output, rendered)))
        {
            Pages.Confirm(output.Path, rendered, state.Version);
            return;
        }

        Render(state, output, isRequested: false, wantsBytes: shown is not null);
    }

    /// <summary>All problems known so far.</summary>
    public ImmutableArray<Diagnostic> Problems()
    {
        if (_state is not { } state)
        {
            return Refused;
        }

        return [.. Refused, .. state.Plan.ProblemsWith(Pages.CurrentUnder(state.Version))];
    }

    private void UseStoreFor(SiteOptions options, bool isSame)
    {
        if (_usesCache && !isSame)
        {
            Save();
            _store?.Dispose();
            _store = BuildCacheStore.Open(options);
            _cache = _store.LoadSources();
        }
    }

    private void Save()
    {
        if (_settled is { } settled && settled != _stored)
        {
            _store?.SaveSources(_cache);
            _stored = settled;
        }
    }

    private bool Take(SitePlan plan, SiteOptions options)
    {
        (_options, _tree) = (options, plan.Tree);
        _state = new PlanSnapshot(plan, (_state?.Version ?? 0) + 1);
        return true;
    }

    private Page? Render(PlanSnapshot state, PlannedOutput output, bool isRequested, bool wantsBytes)
    {
        var (rendered, bytes) = state.Render(output, wantsBytes);
        var page = rendered.IsMade && wantsBytes ? new Page(bytes, rendered.Print, state.Plan.IsGood(output, rendered)) : null;
        return Pages.Keep(output.Path, rendered, state.Version, page, isRequested);
    }

    private bool IsConfiguration(string path) => _sources.Include(path) || SiteFile.IsThemeDescription(path);
}
