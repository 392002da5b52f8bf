using System.Collections.Immutable;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Server.Watching;

/// <summary>A site that follows its files: the current plan, and what is known of its outputs.</summary>
/// <remarks>
/// One thread at a time brings it up to date; any number may ask for pages meanwhile, and get those of the plan that
/// is current when they ask.
/// </remarks>
internal sealed class PreviewSite
{
    /// <summary>Where the page for addresses without a page is.</summary>
    public const string NotFound = "404.html";

    private const long MostBytes = 64 << 20;

    private readonly RawOptions _given;
    private readonly string? _configuration;
    private readonly TimeProvider _clock;
    private SiteOptions? _options;
    private SourceTree? _tree;
    private BuildCache _cache = BuildCache.Empty;
    private PlanSnapshot? _settled;
    private bool _isPruned;
    private volatile PlanSnapshot? _state;

    public PreviewSite(RawOptions given, string? configuration, TimeProvider clock) => (_given, _configuration, _clock) = (given, configuration, clock);

    /// <summary>What is known of the outputs.</summary>
    public RenderedPageCache Pages { get; } = new(MostBytes);

    /// <summary>The current plan; null before the first.</summary>
    public PlanSnapshot? State => _state;

    /// <summary>The problems of a configuration that cannot be used: the site is then as it was before.</summary>
    public ImmutableArray<Diagnostic> Refused { get; private set; } = [];

    /// <summary>What the site is built with; null before the first plan.</summary>
    public SiteOptions? Options => _options;

    /// <summary>Plans the site again where anything changed.</summary>
    /// <param name="paths">The absolute paths that may have changed; null when anything may have.</param>
    /// <param name="cancellation">Stops the planning.</param>
    /// <returns>Whether there is anything new to say: another plan, or other problems of the configuration.</returns>
    public bool Refresh(IReadOnlySet<string>? paths, CancellationToken cancellation)
    {
        var (options, configuration, isNews) = (_options, _state?.Configuration ?? [], false);
        if (options is null || paths is null || paths.Any(IsConfiguration))
        {
            var loaded = SiteFile.Load(_given, _configuration, _clock);
            var isUsable = !loaded.Diagnostics.Any(problem => problem.IsError);
            isNews = !isUsable || !Refused.IsEmpty;
            Refused = isUsable ? [] : loaded.Diagnostics;
            (options, configuration) = isUsable ? (loaded.Value, loaded.Diagnostics) : (options, configuration);
        }

        if (options is null)
        {
            return true;
        }

        // A post that has come due since is shown.
        options = options with { Publishing = options.Publishing with { Now = _clock.GetUtcNow() } };
        var isSame = _options is not null && options.Fingerprint == _options.Fingerprint && options.OutputFolder == _options.OutputFolder;
        var tree = isSame && paths is not null && _tree is not null ? SourceScanner.Refresh(_tree, options, paths) : SourceScanner.ScanAll(options);
        if (isSame && _tree is not null && tree.IsAs(_tree) && (paths is null || !tree.HasAny(paths)))
        {
            return isNews;
        }

        var plan = BuildPipeline.Plan(tree, options, paths is null ? _cache : _cache.Invalidate(paths), cancellation);
        (_options, _tree) = (options, tree);
        _state = new PlanSnapshot(plan, (_state?.Version ?? 0) + 1, configuration);
        return true;
    }

    /// <summary>Whether a path is the configuration, or a file of the site or a part of one of its folders.</summary>
    public bool IsSource(string path) => IsConfiguration(path) || (_tree?.HasAny(new HashSet<string> { path }) ?? false);

    /// <summary>Puts things in order behind a plan, when nobody waits any more.</summary>
    public void Settle()
    {
        if (_state is { } state)
        {
            _cache = state.Plan.ToCache();
            var keepsShown = state.HasErrors || !Refused.IsEmpty;
            if (!_isPruned || _settled?.Plan.HasOutputsOf(state.Plan) != true)
            {
                Pages.Prune(state.Plan, keepsShown);
            }

            (_settled, _isPruned) = (state, !keepsShown);
        }
    }

    /// <summary>The page at a path of the output, rendered if it must be; null when there is none.</summary>
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

        return Render(state, output, isAskedFor: true, wantsBytes: true);
    }

    /// <summary>What a browser shows that asks for a path: the page, or the one for addresses without a page.</summary>
    public Page? PageFor(PlanSnapshot state, string path) =>
        PageAt(state, path) ?? (state.Plan.Find(path) is null ? PageAt(state, NotFound) : null);

    /// <summary>Renders an output in advance, when it is not known to be current.</summary>
    public void RenderAhead(PlanSnapshot state, PlannedOutput output)
    {
        var (rendered, version, shown) = Pages.Peek(output.Path);
        if (rendered is not null && (version == state.Version || state.Plan.IsCurrent(output, rendered)))
        {
            Pages.Confirm(output.Path, rendered, state.Version);
            return;
        }

        Render(state, output, isAskedFor: false, wantsBytes: shown is not null);
    }

    /// <summary>Everything that is wrong, as far as it is known.</summary>
    public ImmutableArray<Diagnostic> Problems()
    {
        if (_state is not { } state)
        {
            return Refused;
        }

        return [.. Refused.IsEmpty ? state.Configuration : Refused, .. state.Plan.ProblemsWith(Pages.CurrentUnder(state.Version))];
    }

    private Page? Render(PlanSnapshot state, PlannedOutput output, bool isAskedFor, bool wantsBytes)
    {
        var (rendered, bytes) = state.Render(output, wantsBytes);
        var made = rendered.IsMade && wantsBytes ? new Page(bytes, rendered.Print, state.Plan.IsGood(output, rendered)) : null;
        return Pages.Keep(output.Path, rendered, state.Version, made, isAskedFor);
    }

    private bool IsConfiguration(string path)
    {
        var source = Path.GetFullPath(_given.CommandLineValue("source") ?? ".");
        return _configuration is null
            ? path == Path.Combine(source, "sitegen.yml") || path == Path.Combine(source, "sitegen.yaml")
            : path == Path.GetFullPath(_configuration);
    }
}
