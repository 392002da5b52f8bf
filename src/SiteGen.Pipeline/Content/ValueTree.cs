using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>A file of the data folder and its value.</summary>
internal sealed record ValueFile(SourceFile File, Value Value)
{
    /// <summary>Locations of its keys, when it describes the terms of a taxonomy; else empty.</summary>
    public ImmutableArray<KeyValuePair<string, LinePosition>> Places { get; init; } = [];
}

/// <summary>The values of all files of the data folder, by path without extension.</summary>
[DebuggerDisplay("{_files.Count} files")]
internal sealed class ValueTree
{
    private static readonly ImmutableSortedSet<string> s_noNames = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    private readonly Dictionary<string, ValueFile> _files;
    private readonly Dictionary<string, ImmutableSortedSet<string>> _folders;
    private readonly Dictionary<ulong, Fingerprint> _fingerprints = [];

    private ValueTree(
        Dictionary<string, ValueFile> files,
        Dictionary<string, ImmutableSortedSet<string>> folders,
        ImmutableArray<Diagnostic> problems)
    {
        (_files, _folders, Diagnostics) = (files, folders, problems);
        foreach (var (path, file) in files)
        {
            _fingerprints[IdOf(path)] = file.File.Stamp;
        }

        foreach (var (path, names) in folders)
        {
            _fingerprints[NamesIdOf(path)] = names.Aggregate(Fingerprint.Compute("names"), (all, name) => all.And(name));
        }
    }

    /// <summary>Reports of files that are ignored because another has the same name.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Creates the tree; of two files with the same name, the first is used.</summary>
    public static ValueTree Create(IEnumerable<ValueFile> files)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var byPath = new Dictionary<string, ValueFile>(StringComparer.Ordinal);
        var folders = new Dictionary<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var source = file.File;
            var path = SitePath.Combine(SitePath.FolderOf(source.RelativePath), SitePath.NameOf(source.RelativePath)) ?? "";
            if (!byPath.TryAdd(path, file))
            {
                problems.Add(Diagnostic.InFile(DataMessages.RepeatedName(byPath[path].File.Path), source.Path));
                continue;
            }

            for (var at = path; at.Length > 0; at = SitePath.FolderOf(at))
            {
                var folder = SitePath.FolderOf(at);
                folders[folder] = folders.GetValueOrDefault(folder, s_noNames).Add(at[(at.LastIndexOf('/') + 1)..]);
            }
        }

        return new ValueTree(byPath, folders, problems.ToImmutable());
    }

    /// <summary>The value of a file; null when it does not exist.</summary>
    public Value? Find(string path) => _files.GetValueOrDefault(path)?.Value;

    /// <summary>A file with its value; null when it does not exist.</summary>
    public ValueFile? FileOf(string path) => _files.GetValueOrDefault(path);

    /// <summary>The names in a folder; empty when it does not exist.</summary>
    public ImmutableArray<string> NamesIn(string folder) => [.. _folders.GetValueOrDefault(folder) ?? []];

    /// <summary>Identifies a file from build to build, whether or not it exists.</summary>
    public static ulong IdOf(string path) => Fingerprint.Compute(path).Low;

    /// <summary>Identifies the list of names in a folder from build to build.</summary>
    public static ulong NamesIdOf(string folder) => Fingerprint.Compute($"{folder}/*").Low;

    /// <summary>Fingerprint of a file or of the names in a folder; the default when it does not exist.</summary>
    public Fingerprint FingerprintOf(ulong id) => _fingerprints.GetValueOrDefault(id);
}
