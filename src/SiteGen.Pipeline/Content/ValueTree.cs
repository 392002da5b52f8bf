using System.Collections.Immutable;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>A file of the data folder and what it holds.</summary>
internal sealed record ValueFile(SourceFile File, Value Value)
{
    /// <summary>Where its names stand, when it describes the terms of a taxonomy.</summary>
    public ImmutableArray<KeyValuePair<string, LinePosition>> Places { get; init; } = [];
}

/// <summary>The values of all files of the data folder, by their paths without endings.</summary>
internal sealed class ValueTree
{
    private readonly Dictionary<string, ValueFile> _files;
    private readonly Dictionary<string, ImmutableSortedSet<string>> _folders;
    private readonly Dictionary<ulong, Fingerprint> _prints = [];

    private ValueTree(Dictionary<string, ValueFile> files, Dictionary<string, ImmutableSortedSet<string>> folders, ImmutableArray<Diagnostic> problems)
    {
        (_files, _folders, Diagnostics) = (files, folders, problems);
        foreach (var (path, file) in files)
        {
            _prints[IdOf(path)] = file.File.Stamp;
        }

        foreach (var (path, names) in folders)
        {
            _prints[NamesIdOf(path)] = names.Aggregate(Fingerprint.Compute("names"), (print, name) => print.And(name));
        }
    }

    /// <summary>Files that share their name with another and are not read.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The tree of these files; of two with one name the first counts.</summary>
    public static ValueTree Create(IEnumerable<ValueFile> files)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var byPath = new Dictionary<string, ValueFile>(StringComparer.Ordinal);
        var folders = new Dictionary<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var path = SitePath.Combine(SitePath.FolderOf(file.File.RelativePath), SitePath.NameOf(file.File.RelativePath)) ?? "";
            if (!byPath.TryAdd(path, file))
            {
                problems.Add(Diagnostic.InFile(SiteRules.RepeatedData, file.File.Path, $"'{byPath[path].File.Path}' has the same name and is the one that is read", "rename one of the two"));
                continue;
            }

            for (var at = path; at.Length > 0; at = SitePath.FolderOf(at))
            {
                var folder = SitePath.FolderOf(at);
                folders[folder] = folders.GetValueOrDefault(folder, ImmutableSortedSet.Create<string>(StringComparer.Ordinal)).Add(at[(at.LastIndexOf('/') + 1)..]);
            }
        }

        return new ValueTree(byPath, folders, problems.ToImmutable());
    }

    /// <summary>The value of a file; null when there is none.</summary>
    public Value? Find(string path) => _files.GetValueOrDefault(path)?.Value;

    /// <summary>A file with its value; null when there is none.</summary>
    public ValueFile? FileOf(string path) => _files.GetValueOrDefault(path);

    /// <summary>The names in a folder; empty when there is no such folder.</summary>
    public ImmutableArray<string> NamesIn(string folder) => [.. _folders.GetValueOrDefault(folder) ?? []];

    /// <summary>Identifies a file from build to build, whether or not it exists.</summary>
    public static ulong IdOf(string path) => Fingerprint.Compute(path).Low;

    /// <summary>Identifies the list of names in a folder from build to build.</summary>
    public static ulong NamesIdOf(string folder) => Fingerprint.Compute($"{folder}/*").Low;

    /// <summary>What stands for a file or a folder now; nothing when it is not there.</summary>
    public Fingerprint FingerprintOf(ulong id) => _prints.GetValueOrDefault(id);
}
