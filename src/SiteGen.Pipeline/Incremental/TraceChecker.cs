using System.Collections.Immutable;
using SiteGen.Pipeline.Records;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>Finds the outputs whose traces are current in one build. Safe for several threads.</summary>
internal sealed class TraceChecker
{
    private const byte IsSame = 1;
    private const byte IsOther = 2;

    private readonly RenderCache _cache;
    private readonly DependencyFingerprints _now;

    // Checked dependencies, by section and number; racing threads write the same value.
    private readonly byte[][] _known;

    public TraceChecker(RenderCache cache, DependencyFingerprints now)
    {
        (_cache, _now) = (cache, now);
        _known = [.. Enumerable.Range(0, cache.SectionCount).Select(section => new byte[cache.CountOf(section)])];
    }

    /// <summary>The cached output if its trace is current and its file is as it was left; otherwise null.</summary>
    /// <param name="route">The route of the output.</param>
    /// <param name="bytes">Fingerprint of the bytes that were produced.</param>
    /// <param name="diagnostics">What was reported.</param>
    /// <param name="variants">The versions of pictures that it offers.</param>
    public CachedOutput? Find(
        Route route,
        out Fingerprint bytes,
        out ImmutableArray<Diagnostic> diagnostics,
        out ImmutableArray<DependencyKey> variants)
    {
        (bytes, diagnostics, variants) = (default, [], []);
        if (_cache.Find(route.OutputPath) is not { } output)
        {
            return null;
        }

        var reader = new RecordReader(output.Record);
        if (reader.Fingerprint() != route.Maker)
        {
            return null;
        }

        bytes = reader.Fingerprint();
        List<DependencyKey>? asked = null;
        for (var left = reader.Count(); left > 0; left--)
        {
            var read = _cache.ReadDependency(output.Section, ref reader, out var number);
            var isCurrent = number < 0 ? IsCurrent(read) : IsCurrent(read, ref _known[output.Section][number]);
            if (!isCurrent)
            {
                return null;
            }

            if (read.Key.IsVariant)
            {
                (asked ??= []).Add(read.Key);
            }
        }

        variants = asked is null ? [] : [.. asked];
        diagnostics = DiagnosticRecord.ReadAll(ref reader);
        return _cache.IsAsLeft(output) ? output : null;
    }

    /// <summary>Whether there is a cached output of a route whose trace is current and whose file is as it was left.</summary>
    public bool IsCurrent(Route route) => Find(route, out _, out _, out _) is not null;

    private bool IsCurrent(Dependency read) => _now[read.Key] == read.Seen;

    private bool IsCurrent(Dependency read, ref byte known)
    {
        if (known == 0)
        {
            known = IsCurrent(read) ? IsSame : IsOther;
        }

        return known == IsSame;
    }
}
