using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Records;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Caching;

/// <summary>The file of render traces of one output folder: sections of traces, and what every build says at its end.</summary>
internal sealed class OutputsFile
{
    private const string Prefix = "outputs-";
    private const int MostFolders = 4;

    private readonly CacheFolder _folder;
    private readonly Fingerprint _key;
    private readonly string _name;
    private readonly OutputFolder _output;
    private ImmutableArray<ReadOnlyMemory<byte>> _sections = [];
    private RenderCache _traces = RenderCache.Empty;

    /// <summary>The file for an output folder.</summary>
    /// <param name="folder">The cache.</param>
    /// <param name="key">The program and the options.</param>
    /// <param name="options">The options, with the output folder.</param>
    public OutputsFile(CacheFolder folder, Fingerprint key, SiteOptions options)
    {
        var output = Path.GetRelativePath(options.SourceFolder, options.OutputFolder);
        (_folder, _key) = (folder, key);
        _name = $"{Prefix}{Fingerprint.Compute(output.Replace('\\', '/')).Low:x16}";
        _output = new OutputFolder(options.OutputFolder, options.SourceFolder);
    }

    /// <summary>Reads the file.</summary>
    /// <returns>The traces, and the last build when it had nothing left to do.</returns>
    public (RenderCache Traces, FinishedBuild? Finished) Read()
    {
        var finished = default(FinishedBuild);
        _sections = _folder.Read(_name, _key);
        _traces = new RenderCache(_output.StampOf);
        foreach (var section in _sections)
        {
            finished = Read(section);
        }

        return (_traces, finished);
    }

    /// <summary>Writes what a build rendered.</summary>
    /// <param name="paths">The paths of all outputs.</param>
    /// <param name="cache">The cache after the build.</param>
    public void Write(IReadOnlySet<string> paths, BuildCache cache)
    {
        var removed = _traces.Outputs.Select(output => output.Path).Where(path => !paths.Contains(path)).ToArray();
        if (CacheFolder.IsGrown(_sections))
        {
            _folder.Replace(_name, _key, ToBytes([Kept(paths, cache.NewTraces), .. cache.NewTraces], [], cache.Finished));
            _folder.KeepNewest(Prefix, MostFolders);
        }
        else
        {
            _folder.Append(_name, _key, _sections, ToBytes(cache.NewTraces, removed, cache.Finished));
        }
    }

    // A section: outputs that are gone, sections of traces, the build.
    private static IEnumerable<ReadOnlyMemory<byte>> ToBytes(IEnumerable<TraceSection> traces, string[] removed, FinishedBuild? finished)
    {
        var writer = new RecordWriter();
        writer.Number(removed.Length);
        foreach (var path in removed)
        {
            writer.Text(path);
        }

        var sections = traces.Where(section => section.Count > 0).ToArray();
        writer.Number(sections.Length);
        yield return writer.Written;
        foreach (var piece in sections.SelectMany(section => section.ToBytes()))
        {
            yield return piece;
        }

        writer.Clear();
        writer.Flag(finished is not null);
        finished?.Write(writer);
        yield return writer.Written;
    }

    private FinishedBuild? Read(ReadOnlyMemory<byte> section)
    {
        var reader = new RecordReader(section);
        for (var left = reader.Count(); left > 0; left--)
        {
            _traces.Remove(reader.TextOrEmpty());
        }

        for (var left = reader.Count(); left > 0; left--)
        {
            _traces.Add(ref reader);
        }

        return reader.Flag() ? FinishedBuild.Read(ref reader) : null;
    }

    // The traces of earlier builds that are still those of outputs.
    private TraceSection Kept(IReadOnlySet<string> paths, ImmutableArray<TraceSection> rendered)
    {
        var again = rendered.SelectMany(section => section.Paths).ToHashSet(StringComparer.Ordinal);
        var kept = new TraceSection(null, null);
        foreach (var output in _traces.Outputs)
        {
            if (paths.Contains(output.Path) && !again.Contains(output.Path))
            {
                kept.Add(output.Path, _traces.Read(output));
            }
        }

        return kept;
    }
}
