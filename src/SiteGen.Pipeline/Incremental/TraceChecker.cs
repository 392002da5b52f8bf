using System.Collections.Immutable;
using SiteGen.Pipeline.Records;
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
        _known = [.. Enumerable.Range(0, cache.SectionCount).Select(section => new byte[cache.DependenciesOf(section).Length])];
    }

    /// <summary>The cached output if its trace is current; otherwise null.</summary>
    /// <param name="outputPath">The output.</param>
    /// <param name="maker">Fingerprint of the kind of route and its source.</param>
    /// <param name="bytes">Fingerprint of the bytes that were produced.</param>
    /// <param name="diagnostics">What was reported.</param>
    /// <param name="variants">The versions of pictures that it offers.</param>
    public CachedOutput? Find(
        string outputPath,
        Fingerprint maker,
        out Fingerprint bytes,
        out ImmutableArray<Diagnostic> diagnostics,
        out ImmutableArray<DependencyKey> variants)
    {
        (bytes, diagnostics, variants) = (default, [], []);
        if (!_cache.Outputs.TryGetValue(outputPath, out var output))
        {
            return null;
        }

        var reader = new RecordReader(output.Record);
        if (reader.Fingerprint() != maker)
        {
            return null;
        }

        bytes = reader.Fingerprint();
        List<DependencyKey>? asked = null;
        for (var left = reader.Count(); left > 0; left--)
        {
            var number = reader.Count();
            if (!IsCurrent(output.Section, number))
            {
                return null;
            }

            if (_cache.DependenciesOf(output.Section)[number].Key is { IsVariant: true } variant)
            {
                (asked ??= []).Add(variant);
            }
        }

        variants = asked is null ? [] : [.. asked];
        diagnostics = DiagnosticRecord.ReadAll(ref reader);
        return output;
    }

    private bool IsCurrent(int section, int number)
    {
        ref var known = ref _known[section][number];
        if (known == 0)
        {
            var read = _cache.DependenciesOf(section)[number];
            known = _now[read.Key] == read.Seen ? IsSame : IsOther;
        }

        return known == IsSame;
    }
}
