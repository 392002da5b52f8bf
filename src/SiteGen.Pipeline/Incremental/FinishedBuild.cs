using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.ImageProcessing;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Records;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules.Silencing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>A build whose outputs are all written: from the same sources and options, the next one has nothing to do.</summary>
/// <param name="Sources">Fingerprint of the listing of the sources.</param>
/// <param name="Newest">When the newest of them was last changed, in ticks (100 ns, UTC).</param>
/// <param name="Options">Fingerprint of the options with everything that can change what is reported.</param>
/// <param name="From">Since when the same posts are published, in ticks (100 ns, UTC).</param>
/// <param name="Until">Until when they are, exclusive.</param>
/// <param name="Outputs">How many outputs there are of each kind.</param>
/// <param name="Manifest">Time and size of the manifest of the output folder.</param>
/// <param name="Problems">What was reported, as bytes: most builds after an edit do not ask.</param>
[DebuggerDisplay("{Problems.Length} bytes of diagnostics")]
internal sealed record FinishedBuild(
    Fingerprint Sources,
    long Newest,
    Fingerprint Options,
    long From,
    long Until,
    ImmutableSortedDictionary<RouteKind, int> Outputs,
    Fingerprint Manifest,
    ReadOnlyMemory<byte> Problems)
{
    /// <summary>What was reported.</summary>
    public ImmutableArray<Diagnostic> ReadDiagnostics()
    {
        var reader = new RecordReader(Problems);
        return DiagnosticRecord.ReadAll(ref reader);
    }

    /// <summary>Whether a build now would read the same; whether its outputs are still there is another question.</summary>
    public bool IsOf(SourceTree tree, SiteOptions options)
    {
        var now = options.Publishing.Now.UtcTicks;
        return From <= now && now < Until && ReferenceEquals(options.Baseline, Baseline.Empty)
            && Options == FingerprintOf(options) && Sources == FingerprintOf(tree);
    }

    /// <summary>Fingerprint of the listing of sources.</summary>
    public static Fingerprint FingerprintOf(SourceTree tree)
    {
        var all = Fingerprint.Compute("sources");
        foreach (var file in tree.Files)
        {
            all = all.And(unchecked((long)file.Id)).And((int)file.Kind).And(file.Stamp);
        }

        return tree.Diagnostics.Aggregate(all, (sum, problem) => sum.And(problem.Rule.Code).And(problem.Path).And(problem.Message));
    }

    /// <summary>Fingerprint of options, of what was found while they were read, and of what is made of warnings.</summary>
    public static Fingerprint FingerprintOf(SiteOptions options)
    {
        var (publishing, writing) = (options.Publishing, options.Writing);
        var all = options.Fingerprint
            .And(publishing.Drafts ? 1 : 0).And(publishing.Future ? 1 : 0).And(publishing.Expired ? 1 : 0)
            .And(writing.IsStrict ? 1 : 0).And(writing.MaxWarnings ?? -1)
            .And(options.ConfigurationPath)
            .And(new ImageLibrary(options.ImageLibraryPath).Stamp);
        foreach (var (path, suppression) in options.Suppressions)
        {
            all = all.And(path).And(suppression.RuleName).And(suppression.Line).And(suppression.Start.Line).And(suppression.Start.Column);
        }

        var places = options.Menus.SelectMany(menu => menu.Entries).Select(entry => entry.IfBroken).Append(options.IfNoBaseUrl)
            .Append(options.Images.IfNoCardFont).Append(options.Theme.CardFont?.IfMissing)
            .Concat(options.Theme.Pictures.Select(picture => picture.IfMissing));
        foreach (var problem in options.Warnings.Concat(places.OfType<Diagnostic>()))
        {
            all = all.And(problem.Path).And(problem.Start.Line).And(problem.Start.Column).And(problem.Message).And(problem.LineText);
        }

        return all;
    }

    /// <summary>Writes it.</summary>
    public void Write(RecordWriter writer)
    {
        writer.Fingerprint(Sources);
        writer.Number(Newest);
        writer.Fingerprint(Options);
        writer.Number(From);
        writer.Number(Until);
        writer.Number(Outputs.Count);
        foreach (var (kind, count) in Outputs)
        {
            writer.Number((int)kind);
            writer.Number(count);
        }

        writer.Fingerprint(Manifest);
        writer.Bytes(Problems.Span);
    }

    /// <summary>Reads it.</summary>
    public static FinishedBuild Read(ref RecordReader reader)
    {
        var (sources, newest, options) = (reader.Fingerprint(), reader.Number(), reader.Fingerprint());
        var (from, until) = (reader.Number(), reader.Number());
        var outputs = ImmutableSortedDictionary.CreateBuilder<RouteKind, int>();
        for (var left = reader.Count(); left > 0; left--)
        {
            outputs.Add((RouteKind)reader.Number(), reader.Count());
        }

        var manifest = reader.Fingerprint();
        return new FinishedBuild(sources, newest, options, from, until, outputs.ToImmutable(), manifest, reader.Bytes());
    }
}
